public import UnicodeText

/// A term that texts seem to have and no glossary knows.
public struct TermCandidate: Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Words, mostly written small.
        case term
        /// Words with capitals.
        case name
        case acronym
    }

    /// A place where it stands.
    public struct Example: Hashable, Sendable {
        /// The number of the text, in the order they were added.
        public var segment: Int
        /// Bytes of the text.
        public var range: ByteRange
    }

    /// The form that is most frequent; of equal ones the shortest.
    public var text: UTF8Text
    public var kind: Kind
    /// Other forms, most frequent first.
    public var variants: [UTF8Text] = []
    /// The short form that texts give for it in brackets.
    public var acronym: UTF8Text?
    /// How often it and its acronym stand in the texts, outside of terms that are known.
    public var count: Int
    /// In how many texts.
    public var segments: Int
    /// C-value (Frantzi, Ananiadou, Mima 2000), with one added to the logarithm of the length so that single words have
    /// one, too: (1 + log₂ words) · (count − mean count of the longer candidates it is part of).
    public var cValue: Double
    /// How many times as frequent it is here as in other texts of the language; `nil` where there are none.
    public var weirdness: Double?
    /// What candidates are in order of: the C-value, times log₂(1 + weirdness) where that is known.
    public var score: Double { weirdness.map { cValue * Logarithm.base2(1 + $0) } ?? cValue }
    /// The first places, at most three.
    public var examples: [Example] = []
    /// What may stand for it in other languages.
    public var proposals: [LanguageTag: TargetProposal] = [:]

    /// Stems of its words and of its acronym, by the numbers of the extractor's table.
    var keys: [[Int32]] = []
}
