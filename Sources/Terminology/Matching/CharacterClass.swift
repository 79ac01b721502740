/// What a character is to the matcher.
enum CharacterClass: UInt32 {
    /// Punctuation and symbols: what stands between words and is compared as it is.
    case other
    case letter
    /// Goes on with what stands before it.
    case mark
    /// A letter of a script written without blanks: a token of its own.
    case unspaced
    /// Stands for nothing: joiners, marks of direction, soft hyphens, the placeholder of an inline code (U+FFFC).
    case ignorable
    case blank
    case newline
    case hyphen
    case apostrophe

    var isOfToken: Bool { self == .letter || self == .mark || self == .unspaced }
}
