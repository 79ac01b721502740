public import Terminology
public import UnicodeText

/// A glossary file that is changed a concept at a time: every byte of the others stays as it is.
public protocol GlossaryDocument {
    /// What the file holds.
    var glossary: Glossary { get }

    /// Whether concepts have ids in the file; otherwise they are numbers of rows.
    var hasIDs: Bool { get }

    /// The bytes of the file with a concept behind the others.
    func adding(_ concept: Concept) throws(Diagnostic) -> [UInt8]

    /// The bytes of the file with another concept in the place of one.
    func replacing(_ index: Int, with concept: Concept) throws(Diagnostic) -> [UInt8]

    /// The bytes of the file without a concept.
    func removing(_ index: Int) throws(Diagnostic) -> [UInt8]
}

extension GlossaryDocument {
    /// Concepts that somebody may mean: the one of an id, else those that have a term of that text.
    public func concepts(named name: UTF8Text) -> [Int] {
        if let place = glossary.concepts.firstIndex(where: { $0.id.utf8.elementsEqual(name.bytes) }) { return [place] }
        return glossary.concepts.indices.filter { index in
            glossary.concepts[index].sections.contains { $0.terms.contains { $0.text == name } }
        }
    }
}
