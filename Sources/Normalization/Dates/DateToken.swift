internal import UnicodeText

/// A piece of a text as a date reader sees it.
struct DateToken {
    enum Value: Equatable {
        /// A run of digits; the value of more than nine is -1.
        case number(Int, digits: Int)
        /// A word by its folded spelling, or a phrase with its meaning.
        case word(UTF8Text, DateWord?)
        /// A single sign; dashes are `-`, commas `,`, colons `:`, full-width forms their ASCII ones.
        case sign(Unicode.Scalar)
    }

    let value: Value
    let range: ByteRange
    /// Whether a blank stands before it.
    let isSpaced: Bool

    var meaning: DateWord? {
        if case .word(_, let meaning) = value { meaning } else { nil }
    }
    var isWord: Bool {
        if case .word = value { true } else { false }
    }
    var sign: Unicode.Scalar? {
        if case .sign(let sign) = value { sign } else { nil }
    }
}
