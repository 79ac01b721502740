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
        scan(text, recordsAll: false) { unit, rule, boundaries in
            var start = unit.lowerBound
            for boundary in boundaries where boundary.isBreak {
                append(text, start..<boundary.offset, boundary.rule)
                start = boundary.offset
            }
            append(text, start..<unit.upperBound, rule.rawValue)
        }
        return segments

        func append(_ text: UTF8Text, _ range: ByteRange, _ rule: String) {
            let trimmed = text.trimmed(range)
            if !trimmed.isEmpty { segments.append(Segment(range: trimmed, rule: rule)) }
        }
    }

    /// Every place where a sentence might have ended, in order, with the rule that decided.
    ///
    /// O(n).
    public func boundaries(in text: UTF8Text) -> [Boundary] {
        var all: [Boundary] = []
        scan(text, recordsAll: true) { unit, rule, boundaries in
            all.append(contentsOf: boundaries)
            let end = text.trimmed(unit).upperBound
            let isEnded = all.last.map { $0.isBreak && $0.offset >= end } ?? false
            if !text.trimmed(unit).isEmpty, !isEnded {
                all.append(Boundary(offset: end, isBreak: true, rule: rule.rawValue))
            }
        }
        return all
    }

    /// Scans unit by unit, where a unit is what no sentence reaches beyond.
    private func scan(
        _ text: UTF8Text, recordsAll: Bool, _ take: (ByteRange, BoundaryRule, [Boundary]) -> Void
    ) {
        let rules =
            rules ?? RuleSetCache.rules(forScript: language.script ?? ScriptDetector.script(of: text))
        var scanner = Scanner(
            bytes: text.bytes, rules: rules, exceptions: exceptions, quotations: options.quotations,
            recordsAll: recordsAll)
        for unit in UnitSplitter.units(of: text.bytes, options.newlines, rules: rules) {
            scanner.scan(unit.range)
            take(unit.range, unit.rule, scanner.boundaries)
        }
    }
}
