public import Normalization
public import Terminology
public import TranslationMemory
public import UnicodeText

/// What became of one piece of copy.
public struct IngestReport: Sendable {
    /// A term of the copy with its targets.
    public struct TermSummary: Sendable {
        /// `glossary/concept`
        public let link: String
        public let concept: Concept
        /// The term as the glossary has it.
        public let term: Term
        public internal(set) var count: Int
    }

    /// Words by what the memory knew of them before.
    public struct Words: Hashable, Sendable {
        public var new = 0
        /// Of segments that stood further up in the same run.
        public var repeated = 0
        /// Of segments the memory had already.
        public var known = 0
        /// Of segments the memory has a translation of, by language.
        public var reused: [LanguageTag: Int] = [:]

        public var total: Int { new + repeated + known }

        public init() {}
    }

    public let article: PressArticle
    public internal(set) var words = Words()
    /// In the order of their first occurrence.
    public internal(set) var terms: [TermSummary] = []
    public internal(set) var stored = WriteReport()
    /// For each segment the stored unit's number.
    public internal(set) var units: [Int64?] = []

    public var blocks: [BlockKind: Int] {
        Dictionary(article.article.blocks.map { ($0.kind, 1) }, uniquingKeysWith: +)
    }

    public var removed: [BoilerplateReason: Int] {
        Dictionary(article.article.blocks.compactMap { $0.reason }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    public var termOccurrences: Int { terms.reduce(0) { $0 + $1.count } }
}
