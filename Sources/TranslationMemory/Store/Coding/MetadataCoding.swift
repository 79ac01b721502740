internal import ByteJSON
internal import UnicodeText

/// Attributes and annotations as JSON, `nil` when there are none: the common case takes no room.
enum MetadataCoding {
    /// `{"creationdate":"20231020T134400Z",…}`; order and repeated names are kept.
    static func encode(_ attributes: [Attribute]) -> [UInt8]? {
        attributes.isEmpty ? nil : value(attributes).encoded
    }

    /// `[{"note":"…"},{"prop":"…","type":"…","attributes":{…}},…]`
    static func encode(_ annotations: [Annotation]) -> [UInt8]? {
        annotations.isEmpty ? nil : value(annotations).encoded
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
