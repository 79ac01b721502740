public import UnicodeText

/// Proposes the terms of texts that no glossary knows: words that come together again and again, names, acronyms.
///
/// Candidates are sequences of words that a term of the language can consist of (`extraction-en.txt`), counted by their
/// stems and ranked by C-value (Frantzi, Ananiadou, Mima 2000). Holds all texts; belongs to one task at a time.
public final class TermExtractor {
    public struct Options: Sendable {
        /// How often a candidate must stand in the texts; an acronym that is explained counts from the first time.
        public var minimumCount: Int
        /// Most words of a candidate.
        public var longest: Int

        public init(minimumCount: Int = 2, longest: Int = 6) {
            self.minimumCount = max(1, minimumCount)
            self.longest = max(1, longest)
        }
    }

    public let language: LanguageTag
    public let options: Options
    /// Words of the texts.
    public private(set) var wordCount = 0

    let tokenizer: ExtractionTokenizer
    private var texts: [ExtractionText] = []
    private var table: WordTable { tokenizer.table }

    public init(language: LanguageTag, options: Options = .init()) {
        self.language = language
        self.options = options
        tokenizer = ExtractionTokenizer(language, table: WordTable(language))
    }

    /// Takes a sentence or headline. O(n).
    ///
    /// - Parameters:
    ///   - known: Bytes where terms of glossaries stand, ascending; nothing within one or across its ends is proposed.
    ///   - isTitle: Whether its capitals may mean nothing.
    public func add(_ text: UTF8Text, known: [ByteRange] = [], isTitle: Bool = false) {
        let added = ExtractionText(text, tokens: tokenizer.tokens(of: text), known: known, isTitle: isTitle)
        for token in added.tokens { table.count(token, segment: texts.count, saysCase: added.saysCase) }
        wordCount += added.tokens.count
        texts.append(added)
    }

    /// What the texts seem to have, best first, then the most frequent, then by their text.
    ///
    /// O(words · `longest`), and in memory the sequences that differ.
    public func candidates() -> [TermCandidate] {
        table.settle(segments: texts.count)
        let rule = CandidateRule(table: table, options: options)
        var counts: [[Int32]: Int] = [:]
        var expansions: [Int32: [[Int32]: Int]] = [:]
        let pairs = texts.map { AcronymFinder.pairs(in: $0) }
        for (index, text) in texts.enumerated() {
            rule.forEachPhrase(of: text) { counts[text.key($0), default: 0] += 1 }
            for pair in pairs[index] {
                expansions[text.tokens[pair.acronym].stem, default: [:]][text.key(pair.expansion), default: 0] += 1
            }
        }
        let explained = expansions.compactMapValues { forms in
            forms.max { ($0.value, $1.key.count, $1.key.first ?? 0) < ($1.value, $0.key.count, $0.key.first ?? 0) }?.key
        }
        counts = counts.filter { $0.value >= options.minimumCount }
        let keys = Set(counts.keys).union(explained.values).union(explained.keys.map { [$0] })
        var drafts = Dictionary(uniqueKeysWithValues: keys.map { ($0, CandidateDraft()) })
        for (index, text) in texts.enumerated() {
            var seen: Set<Range<Int>> = []
            rule.forEachPhrase(of: text) {
                drafts[text.key($0)]?.add(text, $0, in: index)
                seen.insert($0)
            }
            // What an acronym stands for, and the acronym in a title, may be no candidates by themselves.
            for pair in pairs[index] {
                for range in [pair.expansion, pair.acronym..<pair.acronym + 1] where seen.insert(range).inserted {
                    drafts[text.key(range)]?.add(text, range, in: index)
                }
            }
        }
        let nested = NestedCounts(drafts.mapValues(\.count))
        var candidates: [TermCandidate] = []
        let short = Set(explained.keys)
        for (key, draft) in drafts where draft.count > 0 {
            if key.count == 1, short.contains(key[0]) { continue }
            var candidate = draft.candidate(key)
            candidate.cValue = nested.cValue(of: key, count: draft.count)
            for (acronym, full) in explained where full == key {
                guard let other = drafts[[acronym]] else { continue }
                candidate.acronym = other.candidate([acronym]).text
                candidate.count += other.count
                candidate.segments = Set(draft.segments).union(other.segments).count
                candidate.cValue += Double(other.count)
                candidate.keys.append([acronym])
            }
            if candidate.cValue > 0 { candidates.append(candidate) }
        }
        return candidates.sorted(by: TermCandidate.precedes)
    }
}

extension TermCandidate {
    /// The order of candidates.
    public static func precedes(_ one: TermCandidate, _ other: TermCandidate) -> Bool {
        if one.score != other.score { return one.score > other.score }
        if one.count != other.count { return one.count > other.count }
        return one.text < other.text
    }
}
