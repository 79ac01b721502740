internal import ByteJSON
internal import UnicodeText

/// Inline codes as JSON: `[{"kind":"bpt","at":5,"attributes":{…},"content":["<b>",{"text":…,"codes":…}]},…]`.
enum InlineCodeCoding {
    /// Most codes inside the translatable text of codes (`sub`) that are taken.
    static let maximumDepth = 32

    /// Whether every code stands between two characters of its text, and none too deep. O(codes).
    static func isValid(_ segment: InlineText, depth: Int = 0) -> Bool {
        guard depth < maximumDepth || segment.codes.isEmpty else { return false }
        return segment.codes.allSatisfy { code in
            segment.text.isBoundary(code.position)
                && code.content.allSatisfy { piece in
                    guard case .sub(_, let inner) = piece else { return true }
                    return isValid(inner, depth: depth + 1)
                }
        }
    }

    static func encode(_ codes: [InlineCode]) -> [UInt8]? { codes.isEmpty ? nil : value(codes).encoded }

    static func value(_ codes: [InlineCode]) -> JSONValue {
        .array(
            codes.map { code in
                var members: [JSONValue.Member] = [
                    .init("kind", .string(code.kind.rawValue)), .init("at", .number(code.position)),
                ]
                if !code.attributes.isEmpty {
                    members.append(.init("attributes", MetadataCoding.value(code.attributes)))
                }
                if !code.content.isEmpty { members.append(.init("content", .array(code.content.map(value)))) }
                return .object(members)
            })
    }

    private static func value(_ piece: CodeContent) -> JSONValue {
        switch piece {
        case .text(let text): return .string(text)
        case .sub(let attributes, let inner):
            var members: [JSONValue.Member] = [.init("text", .string(inner.text))]
            if !attributes.isEmpty { members.append(.init("attributes", MetadataCoding.value(attributes))) }
            if !inner.codes.isEmpty { members.append(.init("codes", value(inner.codes))) }
            return .object(members)
        }
    }

    static func codes(_ value: JSONValue?) -> [InlineCode]? {
        guard let value else { return [] }
        guard let elements = value.array else { return nil }
        var result: [InlineCode] = []
        for element in elements {
            guard let kind = element["kind"]?.text.flatMap(InlineCode.Kind.init(rawValue:)),
                let position = element["at"]?.integer, position >= 0,
                let attributes = MetadataCoding.attributes(element["attributes"])
            else { return nil }
            var content: [CodeContent] = []
            for piece in element["content"]?.array ?? [] {
                guard let decoded = self.content(piece) else { return nil }
                content.append(decoded)
            }
            result.append(InlineCode(kind: kind, position: position, attributes: attributes, content: content))
        }
        return result
    }

    private static func content(_ value: JSONValue) -> CodeContent? {
        if let text = value.string { return .text(text) }
        guard let text = value["text"]?.string,
            let attributes = MetadataCoding.attributes(value["attributes"]), let codes = codes(value["codes"])
        else { return nil }
        return .sub(attributes, InlineText(text, codes: codes))
    }
}

extension UTF8Text {
    /// Whether a byte offset lies in the text, its end included, and not inside a character. O(1).
    func isBoundary(_ offset: Int) -> Bool {
        offset == count || offset >= 0 && offset < count && bytes[offset] & 0xC0 != 0x80
    }
}
