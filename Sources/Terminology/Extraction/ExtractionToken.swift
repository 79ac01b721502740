internal import UnicodeText

/// A word of a text that terms are proposed from.
struct ExtractionToken {
    /// How a word is written.
    enum Shape: UInt8 {
        case lower
        /// With a capital in front.
        case capital
        /// Two capitals or more and nothing small: "WHO", "G20".
        case capitals
        case number
    }

    /// Bytes of the text, a possessive ending left out.
    var start: Int32
    var end: Int32
    /// Number of the word's stem.
    var stem: Int32
    /// Number of the word in its form.
    var word: Int32
    var shape: Shape
    /// Whether only blanks or one hyphen lie between it and the word before.
    var isJoined: Bool
    /// Whether it is the first word of a sentence or quotation, where a capital says nothing.
    var isInitial: Bool

    var range: ByteRange { Int(start)..<Int(end) }
}
