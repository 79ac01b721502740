internal import UnicodeText

extension MailHeader.Field {
    /// The value unfolded, its encoded words decoded, with the way back to the source.
    func text(in source: UTF8Text) -> SourcedText {
        let raw = SourcedText(source, value)
        return raw.rewritten(Self.unfolded(raw.text)).rewrittenAsWords.trimmed
    }

    /// The whole field as it stands, unfolded and decoded.
    func line(in source: UTF8Text) -> SourcedText {
        let raw = SourcedText(source, whole)
        return raw.rewritten(Self.unfolded(raw.text)).rewrittenAsWords.trimmed
    }

    /// Line ends in a field mean nothing (RFC 5322, section 2.2.3).
    private static func unfolded(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return (text, EditMap(identity: text.count))
        }
        var rewriter = TextRewriter(text)
        for (offset, byte) in text.bytes.enumerated() where byte == 0x0A || byte == 0x0D {
            rewriter.delete(offset..<offset + 1, rule: "unfolded")
        }
        return rewriter.finish()
    }

    /// The value of a structured field in small letters, without comments: `text/plain; charset=utf-8`.
    func structured(in source: UTF8Text) -> MailParameters { MailParameters(source.bytes[value]) }
}

extension SourcedText {
    fileprivate var rewrittenAsWords: SourcedText { rewritten(EncodedWords.decoded(text)) }
}
