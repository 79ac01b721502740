public import UnicodeText

/// A term found in a unit's source variant.
public struct TermLink: Hashable, Sendable, Codable {
    /// The glossary's name and the concept's id: `digital-technology/digital-economy`.
    public var concept: String
    /// The term as the glossary has it.
    public var term: UTF8Text
    /// Bytes of the source variant's text.
    public var range: ByteRange

    public init(concept: String, term: UTF8Text, range: ByteRange) {
        self.concept = concept
        self.term = term
        self.range = range
    }
}
