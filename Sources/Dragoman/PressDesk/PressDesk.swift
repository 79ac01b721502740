public import Normalization
internal import Segmentation
public import Terminology
public import UnicodeText

/// The stages wired together: bytes to an article, its sentences and their terms.
///
/// Matchers are made once for each language that comes up.
public final class PressDesk: Sendable {
    public struct Options: Sendable {
        /// The language of the copy; `nil` to identify it.
        public var language: LanguageTag?
        /// Languages that terms and translations are wanted in.
        public var targets: [LanguageTag]
        /// `nil` to detect it.
        public var encoding: String?
        /// `nil` to tell it by the content.
        public var format: PressFormat?
        /// How the sentences of a block are found. The blocks of press copy are paragraphs, so that there line ends mean
        /// nothing, whatever it says.
        public var sentences: SentenceRules
        /// Whether copy is cleaned of its furniture, or kept whole as one block.
        public var profile: Profile

        public init(
            language: LanguageTag? = nil, targets: [LanguageTag] = [], encoding: String? = nil,
            format: PressFormat? = nil, sentences: SentenceRules = .init(), profile: Profile = .press
        ) {
            self.language = language
            self.targets = targets
            self.encoding = encoding
            self.format = format
            self.sentences = sentences
            self.profile = profile
        }
    }

    public let shelf: GlossaryShelf
    public let options: Options
    private let matchers = LanguageCache<TermMatcher>(limit: 64)

    public init(shelf: GlossaryShelf, options: Options) {
        self.shelf = shelf
        self.options = options
    }

    /// The whole way for one piece of copy.
    ///
    /// - Parameter language: That of this piece, in place of the one in the options.
    /// - Throws: a `Diagnostic` for bytes that are no text, and for a rule of an SRX file that takes too many steps.
    public func process(
        _ bytes: [UInt8], name: String, language given: LanguageTag? = nil
    ) throws -> PressArticle {
        PressArticle(try copy(bytes, name: name, language: given))
    }

    /// The way of one piece of copy up to the places of its sentences; otherwise as `process`.
    public func copy(_ bytes: [UInt8], name: String, language given: LanguageTag? = nil) throws -> PressCopy {
        let given = given ?? options.language
        let source = try SourceText(bytes, name: name, encoding: options.encoding)
        var pipeline = Pipeline(profile: options.profile, language: given, format: options.format)
        pipeline.givesEvidence = false
        let article = pipeline.article(from: source)
        // English where the language could not be told: that is what most copy here is in.
        let guess = article.language.language
        let language = given ?? (guess == .undetermined ? .english : guess)
        var rules = options.sentences
        if options.profile == .press { rules.options.newlines = .paragraph }
        let finder = try rules.finder(for: language)
        var places: [PressCopy.Place] = []
        for (index, block) in article.blocks.enumerated() where block.kind.isTranslated {
            // A headline is one piece, whatever marks stand in it.
            let ranges = block.kind == .headline ? [block.text.all] : try finder.segments(in: block.text).map(\.range)
            places += ranges.map { PressCopy.Place(block: index, range: $0) }
        }
        return PressCopy(
            article: article, language: language, places: places, matcher: try matcher(for: language), finder: finder)
    }

    /// The matcher for texts in a language, made the first time it is asked for.
    public func matcher(for language: LanguageTag) throws -> TermMatcher {
        try matchers.value(for: language) { language in
            try shelf.matcher(for: language, targets: options.targets.filter { $0 != language })
        }
    }
}

extension BlockKind {
    /// Whether the block's sentences are translated: dates and names of authors are set anew in each language.
    public var isTranslated: Bool {
        switch self {
        case .headline, .subhead, .lead, .body, .quote, .list, .caption: true
        case .dateline, .byline, .boilerplate: false
        }
    }
}
