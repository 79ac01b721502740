public import UnicodeText

/// A piece of a text that is compared as a whole.
public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
        /// A word, a symbol, or a character of a script written without spaces.
        case word
        /// Digits; all numbers are alike at first sight.
        case number
        /// A URL or e-mail address; all are alike at first sight.
        case address
        /// A punctuation mark.
        case sign
    }

    public var kind: Kind
    /// Bytes of the text.
    public var range: ByteRange

    public init(kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }
}
