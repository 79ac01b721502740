internal import UnicodeText

/// The header of a message or of a part of one (RFC 5322, section 2.2; RFC 2045).
struct MailHeader {
    struct Field {
        /// In small letters.
        let name: String
        /// From the name to the end of the last continuation line.
        let whole: ByteRange
        let value: ByteRange
    }

    let fields: [Field]
    /// The first byte after the empty line.
    let bodyStart: Int

    /// The header that a range begins with; `nil` when a line is no field. An empty header is one too.
    init?(_ text: UTF8Text, in range: ByteRange) {
        var lines = MailLines(text, range)
        var fields: [Field] = []
        var end = range.lowerBound
        while let line = lines.next() {
            end = line.end
            if line.inner.isEmpty { break }
            let first = text.bytes[line.inner.lowerBound]
            if first == 0x20 || first == 0x09 {
                guard let last = fields.popLast() else { return nil }
                let stop = line.inner.upperBound
                fields.append(
                    Field(
                        name: last.name, whole: last.whole.lowerBound..<stop, value: last.value.lowerBound..<stop))
                continue
            }
            guard let field = Self.field(text, line.inner) else {
                // Mailboxes put a line of their own before each message.
                if fields.isEmpty, text.bytes[line.inner].starts(with: "From ".utf8) { continue }
                return nil
            }
            fields.append(field)
        }
        self.fields = fields
        bodyStart = end
    }

    subscript(name: String) -> Field? { fields.first { $0.name.utf8.elementsEqual(name.utf8) } }

    /// Whether a text is a message: its header is well formed to the empty line, at least two fields are ones that
    /// messages have, and one of them says who, when or what.
    static func isMail(_ text: UTF8Text) -> Bool {
        let start = text.trimmed(text.all).lowerBound
        guard let header = MailHeader(text, in: start..<text.count), header.bodyStart > start,
            header.fields.count >= 2,
            text.bytes[start..<header.bodyStart].last == 0x0A || text.bytes[start..<header.bodyStart].last == 0x0D
        else { return false }
        // The empty line.
        let tail = text.bytes[start..<header.bodyStart].reversed().prefix { $0 == 0x0A || $0 == 0x0D }
        guard tail.count >= 2, Array(tail) != [0x0A, 0x0D] else { return false }
        let names = Set(header.fields.map(\.name))
        return names.intersection(known).count >= 2 && !names.isDisjoint(with: telling)
    }

    private static let telling: Set<String> = ["from", "subject", "date", "mime-version", "received", "message-id"]
    private static let known: Set<String> = telling.union([
        "to", "cc", "bcc", "sender", "reply-to", "content-type", "content-transfer-encoding", "return-path",
        "delivered-to", "in-reply-to", "references", "list-id", "list-unsubscribe", "dkim-signature", "x-mailer",
        "user-agent", "organization", "resent-from", "resent-date", "newsgroups",
    ])

    /// A name of printable ASCII without blanks, and a colon right after it.
    private static func field(_ text: UTF8Text, _ line: ByteRange) -> Field? {
        let bytes = text.bytes[line]
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
            colon - line.lowerBound <= 76, bytes[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        let name = bytes[..<colon].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return Field(name: String(decoding: name, as: UTF8.self), whole: line, value: colon + 1..<line.upperBound)
    }
}
