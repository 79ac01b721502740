public import UnicodeText

/// A term found in a text.
public struct TermOccurrence: Hashable, Sendable {
    /// How the text's form relates to the term.
    public enum Form: String, Hashable, Sendable, Codable {
        /// The same bytes.
        case exact
        /// The same but for case, apostrophes, hyphens or blanks.
        case folded
        /// Another form of the same word or words.
        case inflected
    }

    /// Bytes of the text.
    public let range: ByteRange
    /// The form found.
    public let found: UTF8Text
    public let form: Form
    /// The term as the glossary has it.
    public let term: Term
    /// Index of the glossary among those the matcher was made of, and of the concept in it.
    public let glossary: Int
    public let concept: Int
}
