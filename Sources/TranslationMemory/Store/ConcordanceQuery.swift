public import UnicodeText

/// What to look for in the texts of a memory, in any language or one.
public struct ConcordanceQuery: Hashable, Sendable {
    /// A piece of text, and the language it is looked for in (`nil`: any).
    public struct Term: Hashable, Sendable {
        public var text: UTF8Text
        public var language: LanguageTag?

        public init(_ text: UTF8Text, language: LanguageTag? = nil) {
            self.text = text
            self.language = language
        }
    }

    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// The text as it stands, also inside of words.
        case substring
        /// Each word of it (split at white space) as a whole word, in any order, all in one variant.
        /// In scripts without spaces a word may stand anywhere.
        case allWords = "all-words"
    }

    /// Each must be found; they may be found in different variants of a unit.
    public var include: [Term]
    /// None may be found in any variant of its language.
    public var exclude: [Term]
    public var mode: Mode
    /// Most hits to return; 0 means no limit.
    public var limit: Int

    public init(include: [Term], exclude: [Term] = [], mode: Mode = .substring, limit: Int = 0) {
        self.include = include
        self.exclude = exclude
        self.mode = mode
        self.limit = limit
    }

    public init(_ text: UTF8Text, language: LanguageTag? = nil, mode: Mode = .substring, limit: Int = 0) {
        self.init(include: [Term(text, language: language)], mode: mode, limit: limit)
    }
}
