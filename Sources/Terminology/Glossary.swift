public import UnicodeText

/// A named set of concepts.
public struct Glossary: Hashable, Sendable {
    public var name: String
    /// What its header calls it, which may be more than a name.
    public var title: String?
    /// Where it came from and under what licence, as its header says.
    public var description: String
    public var concepts: [Concept]
    /// What stands beside the concepts: people and works they refer to (TBX `back`).
    public var other: [DataCategory]

    public init(
        name: String, title: String? = nil, description: String = "", concepts: [Concept] = [],
        other: [DataCategory] = []
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.concepts = concepts
        self.other = other
    }

    /// `glossary/concept`, the name a memory links to.
    static func link(to concept: String, of glossary: String) -> String { linkPrefix(of: glossary) + concept }

    /// What links to the concepts of a glossary begin with.
    public static func linkPrefix(of glossary: String) -> String { "\(glossary)/" }

    /// `glossary/concept`, the name a memory links to.
    public func link(to concept: Concept) -> String { Self.link(to: concept.id, of: name) }

    /// Languages of any concept, sorted.
    public var languages: [LanguageTag] { Set(concepts.flatMap(\.languages)).sorted() }
}
