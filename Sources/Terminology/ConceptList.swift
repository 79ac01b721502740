public import UnicodeText

/// The concepts of a glossary by number, whether they lie in memory or are read from a file one by one.
public protocol ConceptList: Sendable {
    /// What links to its concepts begin with.
    var name: String { get }
    var count: Int { get }
    /// Languages of any concept, sorted.
    var languages: [LanguageTag] { get }

    /// The concept of a number from 0 below `count`.
    func concept(at index: Int) -> Concept
    /// Its identifier, subject field, and whether it is the one of an identifier: as `concept(at:)` says, but quicker.
    func id(at index: Int) -> String
    func subjectField(at index: Int) -> String?
    func has(id: some Collection<UInt8>, at index: Int) -> Bool
    /// The whole glossary.
    var glossary: Glossary { get }
}

extension ConceptList {
    /// `glossary/concept`, the name a memory links to.
    public func link(at index: Int) -> String { Glossary.link(to: id(at: index), of: name) }
}

extension Glossary: ConceptList {
    public var count: Int { concepts.count }
    public var glossary: Glossary { self }
    public func concept(at index: Int) -> Concept { concepts[index] }
    public func id(at index: Int) -> String { concepts[index].id }
    public func subjectField(at index: Int) -> String? { concepts[index].subjectField }
    public func has(id: some Collection<UInt8>, at index: Int) -> Bool { concepts[index].id.utf8.elementsEqual(id) }
}
