public import UnicodeText

/// Proposes translations of candidates from translated texts: the words that two statistics agree on.
///
/// All units are gone through twice, in the same order: `gather` takes what stands beside the candidates, `count` counts it.
/// What comes most by log-likelihood (Dunning 1993) and by Dice's coefficient is proposed where that is the same, at least
/// twice, and no chance. Memory does not grow with the number of units.
public final class TargetProposer {
    private let finder: PhraseFinder
    private let tokenizer: ExtractionTokenizer
    private var gathered: [[UInt64: Int]]
    private var sampled: [Int]
    private var phrases: [UInt64: Phrase] = [:]
    private var sourceUnits: [Int]
    private var bothUnits: [[UInt64: (count: Int, unit: Int64)]]
    private var gatheredUnits = 0
    private var units = 0
    private var isCounting = false

    private struct Phrase {
        var units = 0
        var length: Int
        var forms: [UTF8Text: Int] = [:]
    }

    /// Units whose translations are gathered for a candidate.
    private static let sample = 100
    private static let longest = 7

    public init(_ candidates: [TermCandidate], of extractor: TermExtractor, to target: LanguageTag) {
        finder = PhraseFinder(candidates, of: extractor)
        tokenizer = ExtractionTokenizer(target, table: WordTable(target))
        gathered = Array(repeating: [:], count: candidates.count)
        sampled = Array(repeating: 0, count: candidates.count)
        sourceUnits = sampled
        bothUnits = Array(repeating: [:], count: candidates.count)
    }

    /// The first round.
    public func gather(_ source: UTF8Text, _ target: UTF8Text) {
        let wanted = candidates(in: source).filter { sampled[$0] < Self.sample }
        guard !wanted.isEmpty else { return }
        let text = ExtractionText(target, tokens: tokenizer.tokens(of: target), known: [], isTitle: false)
        for token in text.tokens { tokenizer.table.count(token, segment: gatheredUnits, saysCase: false) }
        gatheredUnits += 1
        var hashes: Set<UInt64> = []
        forEachPhrase(of: text) { hash, _ in hashes.insert(hash) }
        for candidate in wanted {
            sampled[candidate] += 1
            for hash in hashes { gathered[candidate][hash, default: 0] += 1 }
        }
    }

    /// The second round.
    public func count(_ source: UTF8Text, _ target: UTF8Text, unit: Int64) {
        if !isCounting { beginCounting() }
        units += 1
        let text = ExtractionText(target, tokens: tokenizer.tokens(of: target), known: [], isTitle: false)
        var hashes: Set<UInt64> = []
        forEachPhrase(of: text) { hash, range in
            guard let phrase = phrases.index(forKey: hash), hashes.insert(hash).inserted else { return }
            phrases.values[phrase].units += 1
            // More forms than these are no use.
            if phrases.values[phrase].forms.count < 16 {
                phrases.values[phrase].forms[text.form(range), default: 0] += 1
            }
        }
        for candidate in candidates(in: source) {
            sourceUnits[candidate] += 1
            for hash in hashes where gathered[candidate][hash] != nil {
                let known = bothUnits[candidate][hash] ?? (0, unit)
                bothUnits[candidate][hash] = (known.count + 1, known.unit)
            }
        }
    }

    /// For each candidate what is proposed, `nil` where nothing is sure.
    public func proposals() -> [TargetProposal?] {
        bothUnits.indices.map { proposal(for: $0) }
    }

    private func candidates(in source: UTF8Text) -> Set<Int> {
        var found: Set<Int> = []
        finder.forEach(in: source) { found.insert($0) }
        return found
    }

    /// Keeps of what was gathered what stands beside a candidate often enough.
    private func beginCounting() {
        isCounting = true
        tokenizer.table.settle(segments: gatheredUnits)
        for index in gathered.indices {
            let least = max(2, sampled[index] / 4)
            gathered[index] = gathered[index].filter { $0.value >= least }
            for hash in gathered[index].keys where phrases[hash] == nil { phrases[hash] = Phrase(length: 0) }
        }
    }

    private func proposal(for candidate: Int) -> TargetProposal? {
        guard sourceUnits[candidate] >= 2 else { return nil }
        let found = bothUnits[candidate].compactMap { hash, both -> (UInt64, TargetProposal)? in
            guard both.count >= 2, let phrase = phrases[hash], let form = Self.form(of: phrase) else { return nil }
            let association = Association(
                both: both.count, source: sourceUnits[candidate], target: phrase.units, all: units)
            guard association.isPositive else { return nil }
            return (
                hash,
                TargetProposal(
                    text: form, sourceUnits: sourceUnits[candidate], targetUnits: phrase.units, bothUnits: both.count,
                    dice: association.dice, logLikelihood: association.logLikelihood, unit: both.unit)
            )
        }
        // Of phrases with the same numbers the longest is the whole.
        func best(_ value: (TargetProposal) -> Double) -> (UInt64, TargetProposal)? {
            found.max {
                (value($0.1), $0.1.text.count, $1.1.text) < (value($1.1), $1.1.text.count, $0.1.text)
            }
        }
        guard let one = best(\.logLikelihood), let other = best(\.dice), one.0 == other.0,
            one.1.logLikelihood >= 10.83, one.1.dice >= 0.5
        else { return nil }
        return one.1
    }

    private static func form(of phrase: Phrase) -> UTF8Text? {
        phrase.forms.max { ($0.value, $1.key.count, $1.key) < ($1.value, $0.key.count, $0.key) }?.key
    }

    /// All sequences of words that could be a term, with a hash of their stems.
    private func forEachPhrase(of text: ExtractionText, _ found: (UInt64, Range<Int>) -> Void) {
        for start in text.tokens.indices where isEdge(start, text) {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for end in start..<min(text.tokens.count, start + Self.longest) {
                if end > start, !text.tokens[end].isJoined { break }
                hash = (hash ^ UInt64(truncatingIfNeeded: text.tokens[end].stem)) &* 0x100_0000_01b3
                if isEdge(end, text) { found(hash, start..<end + 1) }
            }
        }
    }

    private func isEdge(_ index: Int, _ text: ExtractionText) -> Bool {
        let token = text.tokens[index]
        return token.shape != .number
            && tokenizer.table.words[Int(token.word)].role.isDisjoint(with: [.function, .inner, .innerOfNames])
    }
}
