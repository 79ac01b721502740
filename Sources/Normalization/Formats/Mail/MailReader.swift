internal import UnicodeText

/// Reads a message (RFC 5322, MIME): subject, sender, date, and the text of its body.
enum MailReader {
    static func blocks(in source: SourceText) throws(Diagnostic) -> [RawBlock] {
        let text = source.text
        let start = text.trimmed(text.all).lowerBound
        if QuotedPrintableText.matches(text), !MailHeader.isMail(text) {
            return blocks(of: MailPart(quotedPrintable: start..<text.count), in: source)
        }
        guard let header = MailHeader(text, in: start..<text.count), !header.fields.isEmpty else {
            throw Diagnostic(
                .error, code: "format.email", file: source.name, line: 1, column: 1,
                message: "there is no header of a message")
        }
        var body: [RawBlock] = []
        for piece in MailPieces.all(text, header) {
            switch piece {
            case .text(let part): body += blocks(of: part, in: source)
            case .header(let inner):
                for field in inner.fields {
                    body.append(field.line(in: text).block(.boilerplate, field.name, reason: .identifier))
                }
            }
        }
        return assembled(header, body, in: text)
    }

    private static func blocks(of part: MailPart, in source: SourceText) -> [RawBlock] {
        var text = part.text(of: source)
        if part.type == "text/html" || part.type == "application/xhtml+xml" { return text.markupBlocks }
        if part.isFlowed {
            text = text.rewritten(FlowedText.joined(text.text, deletingBlank: part.deletesFlowBlank))
        }
        return MailBody.blocks(of: text)
    }

    private static func assembled(_ header: MailHeader, _ body: [RawBlock], in text: UTF8Text) -> [RawBlock] {
        var item = PressItem()
        var body = body
        for field in header.fields {
            let value = field.text(in: text)
            if value.text.isEmpty { continue }
            switch field.name {
            case "subject":
                switch MailSubject.place(of: value, in: &body) {
                case .headline: item.addHeadline(value, field.name)
                case .inBody: item.addMark(field.line(in: text), field.name, .duplicate)
                case .besideAnother: item.addMark(field.line(in: text), field.name, .identifier)
                }
            case "from": item.addByline(sender(value), field.name)
            case "date": item.addDate(value, field.name, .version)
            default: item.addMark(field.line(in: text), field.name, .identifier)
            }
        }
        item.addBody(body)
        return item.blocks()
    }

    /// The name without the address; the address where there is no name.
    private static func sender(_ value: SourcedText) -> SourcedText {
        let bytes = value.text.bytes
        guard let open = bytes.lastIndex(of: UInt8(ascii: "<")) else { return value }
        func isMark(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "\"") }
        var name = 0..<open
        while let first = bytes[name].first, isMark(first) { name = name.lowerBound + 1..<name.upperBound }
        while let last = bytes[name].last, isMark(last) { name = name.lowerBound..<name.upperBound - 1 }
        if !name.isEmpty { return value.slice(name) }
        let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        return open + 1 < close ? value.slice(open + 1..<close) : value
    }
}
