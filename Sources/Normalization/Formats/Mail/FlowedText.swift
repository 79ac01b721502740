internal import UnicodeText

/// Joins the lines of `format=flowed` (RFC 3676): a blank at the end of a line means that it goes on.
enum FlowedText {
    static func joined(_ text: UTF8Text, deletingBlank: Bool) -> (text: UTF8Text, edits: EditMap) {
        var rewriter = TextRewriter(text)
        var lines = MailLines(text, text.all)
        var current = lines.next()
        while let line = current {
            let next = lines.next()
            defer { current = next }
            let bytes = text.bytes[line.inner]
            // A blank in front was put there so that no line begins with ">" or "From ".
            let isStuffed = bytes.first == 0x20
            if isStuffed {
                rewriter.delete(line.inner.lowerBound..<line.inner.lowerBound + 1, rule: "flowed")
            }
            guard let next, bytes.last == 0x20, bytes.count > (isStuffed ? 2 : 1),
                !bytes.elementsEqual([0x2D, 0x2D, 0x20]),
                isQuoted(bytes) == isQuoted(text.bytes[next.inner])
            else { continue }
            let start = line.inner.upperBound - (deletingBlank ? 1 : 0)
            rewriter.delete(start..<next.inner.lowerBound, rule: "flowed")
        }
        return rewriter.finish()
    }

    private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool { line.first == UInt8(ascii: ">") }
}
