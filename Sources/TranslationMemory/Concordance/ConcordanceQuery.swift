public import UnicodeText

/// What to look for in the texts of a memory, and which units to take first.
public struct ConcordanceQuery: Hashable, Sendable {
    /// A piece of text, and where it is looked for.
    public struct Term: Hashable, Sendable {
        /// The side of a unit. Its source texts are those in the language of `TranslationUnit.source`.
        public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
            case any, source, target
        }

        public var text: UTF8Text
        /// The text is looked for in these languages (`pt` takes `pt-BR`); empty for all.
        public var languages: [LanguageTag]
        public var side: Side
        /// Whether `*` and `?` stand for other characters; see `docs/memory.md`.
        public var hasWildcards: Bool

        public init(
            _ text: UTF8Text, languages: [LanguageTag] = [], side: Side = .any, hasWildcards: Bool = false
        ) {
            self.text = text
            self.languages = languages
            self.side = side
            self.hasWildcards = hasWildcards
        }

        public init(_ text: UTF8Text, language: LanguageTag?) {
            self.init(text, languages: language.map { [$0] } ?? [])
        }
    }

    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// The text as it stands, also inside of words.
        case substring
        /// Each word of it (split at white space) as a whole word, in any order, all in one variant.
        /// In scripts without spaces a word may stand anywhere.
        case allWords = "all-words"
    }

    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// The best first; see `ConcordanceRank`.
        case relevance
        /// Last changed first, then by number downwards.
        case newest
        /// By number.
        case memory = "memory-order"
    }

    /// Each must be found; they may be found in different variants of a unit.
    public var include: [Term]
    /// None may be found. One of the side `target` asks also that there is a translation it could have been found in.
    public var exclude: [Term]
    public var mode: Mode
    public var order: Order
    /// Units with translations in these come before others that are as good.
    public var wanted: [LanguageTag]
    public var filter: UnitFilter
    /// Most hits to return, the first ones of the order; 0 means no limit.
    public var limit: Int

    public init(
        include: [Term], exclude: [Term] = [], mode: Mode = .substring, order: Order = .relevance,
        wanted: [LanguageTag] = [], filter: UnitFilter = .all, limit: Int = 0
    ) {
        self.include = include
        self.exclude = exclude
        self.mode = mode
        self.order = order
        self.wanted = wanted
        self.filter = filter
        self.limit = limit
    }

    public init(_ text: UTF8Text, language: LanguageTag? = nil, mode: Mode = .substring, limit: Int = 0) {
        self.init(include: [Term(text, language: language)], mode: mode, limit: limit)
    }
}
