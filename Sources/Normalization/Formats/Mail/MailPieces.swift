internal import UnicodeText

/// Takes a message apart (RFC 2046): of alternatives the plain text, of what belongs together the root, no attachments.
struct MailPieces {
    private let text: UTF8Text
    /// Whether texts that are attached are taken: a story sent as a file and nothing else.
    private let takesAttachments: Bool
    private static let maximumDepth = 12

    init(_ text: UTF8Text, takesAttachments: Bool = false) {
        self.text = text
        self.takesAttachments = takesAttachments
    }

    /// The pieces of a message; those attached only where there is no other text. Time O(n · depth).
    static func all(_ text: UTF8Text, _ header: MailHeader) -> [MailPiece] {
        let body = header.bodyStart..<text.count
        let own = MailPieces(text).pieces(header, body)
        let hasText = own.contains { piece in
            guard case .text(let part) = piece else { return false }
            return text.bytes[part.body].contains { $0 > 0x20 }
        }
        return hasText ? own : MailPieces(text, takesAttachments: true).pieces(header, body)
    }

    /// The pieces of a message or part with its header read and its body in a range. Time O(n · depth).
    func pieces(_ header: MailHeader, _ body: ByteRange, depth: Int = 0) -> [MailPiece] {
        let disposition = header["content-disposition"]?.structured(in: text).value ?? ""
        let parameters = header["content-type"]?.structured(in: text)
        let type = parameters?.value ?? "text/plain"
        if disposition.hasPrefix("attachment"), type != "message/rfc822", !takesAttachments || !type.hasPrefix("text/")
        {
            return []
        }
        guard depth < Self.maximumDepth else { return [] }
        if type == "message/rfc822" { return message(body, depth: depth + 1) }
        if type.hasPrefix("multipart/"), let boundary = parameters?["boundary"], !boundary.isEmpty {
            let parts = parts(body, boundary: Array(boundary.utf8))
            if !parts.isEmpty { return multipart(type, parts, depth: depth + 1) }
        }
        guard type.hasPrefix("text/") || type.isEmpty || type.hasPrefix("multipart/") else { return [] }
        // Calendars and contacts are text by name alone.
        guard !["text/calendar", "text/vcard", "text/x-vcard", "text/css"].contains(type) else { return [] }
        return [.text(MailPart(header, body, in: text))]
    }

    private func message(_ range: ByteRange, depth: Int) -> [MailPiece] {
        guard let header = MailHeader(text, in: range) else { return [] }
        return [.header(header)] + pieces(header, header.bodyStart..<range.upperBound, depth: depth)
    }

    private func multipart(_ type: String, _ parts: [ByteRange], depth: Int) -> [MailPiece] {
        let children = parts.map { range -> [MailPiece] in
            // A part without a header begins with its text.
            guard let header = MailHeader(text, in: range) else { return [] }
            return pieces(header, header.bodyStart..<range.upperBound, depth: depth)
        }
        switch type {
        case "multipart/alternative":
            return children.first { hasText($0, ofType: "text/plain") } ?? children.first {
                hasText($0, ofType: "text/html")
            }
                ?? children.first { !$0.isEmpty } ?? []
        case "multipart/related": return children.first { !$0.isEmpty } ?? []
        default: return children.flatMap { $0 }
        }
    }

    private func hasText(_ pieces: [MailPiece], ofType type: String) -> Bool {
        pieces.contains { piece in
            guard case .text(let part) = piece else { return false }
            return part.type == type && text.bytes[part.body].contains { $0 > 0x20 }
        }
    }

    /// The parts between the lines that begin with "--" and the boundary; a message cut short ends its last part.
    private func parts(_ body: ByteRange, boundary: [UInt8]) -> [ByteRange] {
        var lines = MailLines(text, body)
        var parts: [ByteRange] = []
        var start: Int?
        while let line = lines.next() {
            let bytes = text.bytes[line.inner]
            guard bytes.count >= boundary.count + 2, bytes.starts(with: [0x2D, 0x2D]),
                bytes.dropFirst(2).starts(with: boundary)
            else { continue }
            let rest = bytes.dropFirst(boundary.count + 2)
            let isLast = rest.starts(with: [0x2D, 0x2D])
            guard isLast || rest.allSatisfy({ $0 <= 0x20 }) else { continue }
            if let start { parts.append(start..<max(start, line.inner.lowerBound)) }
            start = isLast ? nil : line.end
            if isLast { return parts }
        }
        if let start, start < body.upperBound { parts.append(start..<body.upperBound) }
        return parts
    }
}
