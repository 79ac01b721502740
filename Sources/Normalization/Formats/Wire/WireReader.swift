internal import UnicodeText

/// Reads text messages of IPTC 7901 and ANPA-1312, one or several in a file.
enum WireReader {
    static func blocks(in source: SourceText) throws(Diagnostic) -> [RawBlock] {
        let text = source.text
        var blocks: [RawBlock] = []
        for range in messages(in: text) {
            let lines = WireLine.lines(of: text, in: range)
            let part = text[range.lowerBound..<min(range.upperBound, range.lowerBound + 512)]
            if ANPAHeader.find(in: part) != nil {
                blocks += ANPAMessage(text, lines).blocks()
            } else if IPTC7901Header.find(in: part) != nil {
                blocks += IPTC7901Message(text, lines).blocks()
            } else if !blocks.isEmpty {
                blocks += SourcedText(text, range).plainBlocks
            } else {
                throw Diagnostic(
                    .error, code: "format.iptc7901", file: source.name, line: 1, column: 1,
                    message: "there is no header line of IPTC 7901 or ANPA-1312")
            }
        }
        return blocks
    }

    /// Each message begins with SOH; without any, the text is one.
    private static func messages(in text: UTF8Text) -> [ByteRange] {
        var starts = text.bytes.indices.filter { text.bytes[$0] == 0x01 }
        // What stands before the first mark is synchronization.
        if starts.isEmpty { return [text.all] }
        starts[0] = 0
        return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.count) }
    }
}
