public import UnicodeText

/// A term found in a text.
public struct TermOccurrence: Hashable, Sendable {
    /// How the text's form relates to the term.
    public enum Form: String, Hashable, Sendable, Codable {
        /// The same bytes.
        case exact
        /// The same but for case, width, apostrophes, hyphens, blanks, vowel signs and ways of writing.
        case folded
        /// The same but for tone marks that the text leaves out.
        case toneless
        /// Another form of the same word or words.
        case inflected
        /// A part of a longer word.
        case compound
    }

    /// Bytes of the text, without words that the language writes together with the term's ("and", "of").
    public let range: ByteRange
    /// The form found.
    public let found: UTF8Text
    public let form: Form
    /// What led from the term to a form that is not the same, and to a word before or behind it, in the order of the
    /// term's words: `prefix ال`, `plural -s`, `Snowball`. For people: their wording may change.
    public let rules: [String]
    /// The term as the glossary has it.
    public let term: Term
    /// Index of the glossary among those the matcher was made of, and of the concept in it.
    public let glossary: Int
    public let concept: Int
}
