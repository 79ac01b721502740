internal import ByteJSON
internal import UnicodeText

/// Attributes and annotations as JSON, `nil` when there are none: the common case takes no room.
enum MetadataCoding {
    /// `{"creationdate":"20231020T134400Z",…}`; order and repeated names are kept.
    static func encode(_ attributes: [Attribute]) -> [UInt8]? {
        if attributes.isEmpty { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(attributes.count * 40)
        append(attributes, to: &bytes)
        return bytes
    }

    /// `[{"note":"…"},{"prop":"…","type":"…","attributes":{…}},…]`
    static func encode(_ annotations: [Annotation]) -> [UInt8]? {
        if annotations.isEmpty { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(annotations.count * 48)
        append(annotations, to: &bytes)
        return bytes
    }

    // Straight to bytes, for every unit of an import has them; `value` gives the same where they are part of more.

    static func append(_ annotations: [Annotation], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, annotation) in annotations.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "{"))
            append(annotation.kind.rawValue, annotation.text, to: &bytes)
            if !annotation.type.isEmpty {
                bytes.append(UInt8(ascii: ","))
                append("type", annotation.type, to: &bytes)
            }
            if !annotation.attributes.isEmpty {
                bytes.append(contentsOf: ",\"attributes\":".utf8)
                append(annotation.attributes, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    static func append(_ attributes: [Attribute], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, attribute) in attributes.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(attribute.name, attribute.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        JSONValue.append(name.utf8, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        JSONValue.append(value.utf8, to: &bytes)
    }

    static func value(_ attributes: [Attribute]) -> JSONValue {
        .object(attributes.map { .init(UTF8Text($0.name), .string($0.value)) })
    }

    static func value(_ annotations: [Annotation]) -> JSONValue {
        .array(
            annotations.map { annotation in
                var members = [JSONValue.Member(UTF8Text(annotation.kind.rawValue), .string(annotation.text))]
                if !annotation.type.isEmpty { members.append(.init("type", .string(annotation.type))) }
                if !annotation.attributes.isEmpty {
                    members.append(.init("attributes", value(annotation.attributes)))
                }
                return .object(members)
            })
    }

    static func attributes(_ value: JSONValue?) -> [Attribute]? {
        guard let value else { return [] }
        guard let members = value.members else { return nil }
        var result: [Attribute] = []
        result.reserveCapacity(members.count)
        for member in members {
            guard let text = member.value.text else { return nil }
            result.append(Attribute(member.name.description, text))
        }
        return result
    }

    static func annotations(_ value: JSONValue?) -> [Annotation]? {
        guard let value else { return [] }
        guard let elements = value.array else { return nil }
        var result: [Annotation] = []
        for element in elements {
            guard let first = element.members?.first, let text = first.value.text,
                let kind = Annotation.Kind(rawValue: first.name.description),
                let attributes = attributes(element["attributes"])
            else { return nil }
            result.append(
                Annotation(kind: kind, type: element["type"]?.text ?? "", text: text, attributes: attributes))
        }
        return result
    }
}
