/// Where a unit came from.
public struct Origin: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case manual, press, `import`, alignment, machine, glossary
    }

    public var kind: Kind
    /// The file or article it was first seen in.
    public var name: String?
    /// For an alignment or a machine translation, 0...1.
    public var confidence: Double?

    public init(_ kind: Kind, name: String? = nil, confidence: Double? = nil) {
        self.kind = kind
        self.name = name
        self.confidence = confidence
    }
}
