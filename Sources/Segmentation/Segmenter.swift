public import UnicodeText

/// Finds the sentences of a text by the rules of its language.
///
/// The rules are data, one file a language; a language without a file has the rules of its script. A segmenter
/// is cheap to make (its rules are read once a process), holds no state between texts and may be shared.
public struct Segmenter: Sendable {
    public struct Options: Hashable, Sendable {
        /// How a quotation of several sentences is treated.
        public enum Quotations: String, Hashable, Sendable, CaseIterable, Codable {
            /// Sentences are split inside a quotation too, as translators of news do.
            case split
            /// A quotation stays in one piece with the sentence around it.
            case whole
        }

        /// What a line end means.
        public enum Newlines: String, Hashable, Sendable, CaseIterable, Codable {
            /// A line end breaks unless the lines look wrapped.
            case auto
            /// Every line end breaks.
            case line
            /// Only a blank line breaks.
            case paragraph
        }

        public var quotations: Quotations
        public var newlines: Newlines
        /// Abbreviations of the user, such as `Approx.`, after which no sentence ends.
        public var exceptions: [String]

        public init(quotations: Quotations = .split, newlines: Newlines = .auto, exceptions: [String] = []) {
            self.quotations = quotations
            self.newlines = newlines
            self.exceptions = exceptions
        }
    }

    public let language: LanguageTag
    public let options: Options
    /// `nil` where the language has no data: the text's script then decides.
    private let rules: RuleSet?
    private let exceptions: WordTable

    /// A segmenter by the rules of the language, of a tag it falls back to, or else of the text's script.
    ///
    /// O(1) but for the first use of a language in the process, which reads its data (well under a millisecond).
    public init(language: LanguageTag, options: Options = .init()) {
        self.language = language
        self.options = options
        rules = language.language == "und" ? nil : RuleSetCache.rules(for: language)
        var table = WordTable()
        for exception in options.exceptions {
            var word = Array(exception.utf8).filter { $0 != 0x20 }
            if word.last == 0x2E { word.removeLast() }
            table.insert(word, .exception)
        }
        exceptions = table
    }

    /// The sentences, in order, without the white space around them; nothing but white space lies between them.
    ///
    /// O(n).
    public func segments(in text: UTF8Text) -> [Segment] {
        var segments: [Segment] = []
        scan(text, recordsAll: false) { unit, boundaries in
            SegmentAssembly.add(unit.range, endedBy: unit.rule, boundaries, of: text, to: &segments)
        }
        return segments
    }

    /// The same, the paragraphs of a long text on all cores.
    public func segmentsOnAllCores(in text: UTF8Text) async -> [Segment] {
        guard text.count > Self.pieceLength * 2 else { return segments(in: text) }
        let rules = rules(for: text)
        let units = UnitSplitter.units(of: text.bytes, options.newlines, rules: rules)
        var pieces: [ArraySlice<UnitSplitter.Unit>] = []
        var rest = units[...]
        while let first = rest.first {
            let piece = rest.prefix { $0.range.upperBound - first.range.lowerBound < Self.pieceLength }
            pieces.append(piece.isEmpty ? rest.prefix(1) : piece)
            rest = rest.dropFirst(pieces[pieces.count - 1].count)
        }
        return await Pieces.results(of: pieces) { units in
            var scanner = scanner(of: text, by: rules, recordsAll: false)
            var segments: [Segment] = []
            Self.scan(units, with: &scanner) { unit, boundaries in
                SegmentAssembly.add(unit.range, endedBy: unit.rule, boundaries, of: text, to: &segments)
            }
            return segments
        }.flatMap { $0 }
    }

    /// Bytes of a long text that one task goes through, and more where a paragraph is longer.
    private static let pieceLength = 256 * 1024

    /// Every place where a sentence might have ended, in order, with the rule that decided.
    ///
    /// O(n).
    public func boundaries(in text: UTF8Text) -> [Boundary] {
        var all: [Boundary] = []
        scan(text, recordsAll: true) { unit, boundaries in
            SegmentAssembly.add(unit.range, endedBy: unit.rule, boundaries, of: text, to: &all)
        }
        return all
    }

    /// Scans a text unit by unit, where a unit is what no sentence reaches beyond.
    private func scan(_ text: UTF8Text, recordsAll: Bool, _ take: (UnitSplitter.Unit, [Boundary]) -> Void) {
        var scanner = scanner(of: text, recordsAll: recordsAll)
        let units = UnitSplitter.units(of: text.bytes, options.newlines, rules: scanner.rules)
        Self.scan(units[...], with: &scanner, take)
    }

    private static func scan(
        _ units: ArraySlice<UnitSplitter.Unit>, with scanner: inout Scanner,
        _ take: (UnitSplitter.Unit, [Boundary]) -> Void
    ) {
        for unit in units {
            scanner.scan(unit.range)
            take(unit, scanner.boundaries)
        }
    }

    /// The rules of the language, or else those of the text's script.
    private func rules(for text: UTF8Text) -> RuleSet {
        rules ?? RuleSetCache.rules(forScript: language.script ?? ScriptDetector.script(of: text))
    }

    /// A scanner with the rules for a text.
    func scanner(of text: UTF8Text, recordsAll: Bool) -> Scanner {
        scanner(of: text, by: rules(for: text), recordsAll: recordsAll)
    }

    private func scanner(of text: UTF8Text, by rules: RuleSet, recordsAll: Bool) -> Scanner {
        Scanner(
            bytes: text.bytes, rules: rules, exceptions: exceptions, quotations: options.quotations,
            recordsAll: recordsAll)
    }
}
