public import UnicodeText

/// Makes runs of ASCII blanks and line breaks one blank and trims the ends.
///
/// No-break and other typographic spaces inside the text are kept: in French they carry meaning.
public struct Spaces: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        let inner = text.trimmed(text.all)
        var rewriter = TextRewriter(text)
        if inner.lowerBound > 0 { rewriter.delete(0..<inner.lowerBound, rule: "trim") }
        var offset = inner.lowerBound
        while offset < inner.upperBound {
            guard Self.isBlank(text.bytes[offset]) else {
                offset += 1
                continue
            }
            let start = offset
            while offset < inner.upperBound, Self.isBlank(text.bytes[offset]) { offset += 1 }
            if offset == start + 1, text.bytes[start] == 0x20 { continue }
            rewriter.replace(start..<offset, with: [0x20], rule: "blanks")
        }
        if inner.upperBound < text.count { rewriter.delete(inner.upperBound..<text.count, rule: "trim") }
        return rewriter.finish()
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
