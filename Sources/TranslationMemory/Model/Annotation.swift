/// A note or a property of a unit or a variant.
public struct Annotation: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case note
        case property = "prop"
    }

    public var kind: Kind
    /// For a property its type; empty for a note.
    public var type: String
    public var text: String
    /// `xml:lang`, `o-encoding` and whatever else it carried.
    public var attributes: [Attribute]

    public init(kind: Kind, type: String = "", text: String, attributes: [Attribute] = []) {
        self.kind = kind
        self.type = type
        self.text = text
        self.attributes = attributes
    }

    public static func note(_ text: String) -> Annotation { Annotation(kind: .note, text: text) }
    public static func property(_ type: String, _ text: String) -> Annotation {
        Annotation(kind: .property, type: type, text: text)
    }
}
