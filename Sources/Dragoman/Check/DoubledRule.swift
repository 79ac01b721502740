internal import FuzzyMatching
internal import UnicodeText

/// A word that stands twice with a blank between, in languages of which is known which words may.
///
/// Nothing is said where the source doubles a word too, of names, of figures and of single letters.
struct DoubledRule: CheckRule {
    private let allowed: Set<UTF8Text>
    private let tokenizer = Tokenizer()

    init(_ target: LanguageTag) { allowed = CheckData(target)?.words("repeated") ?? [] }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        guard !allowed.isEmpty else { return }
        let target = unit.target.segment.text
        let doubled = Self.doubled(target, tokenizer).filter { !allowed.contains(target[$0.word]) }
        guard !doubled.isEmpty, Self.doubled(unit.source.segment.text, tokenizer).isEmpty else { return }
        for each in doubled {
            report(
                CheckFinding(
                    .doubled, side: .target, range: each.both, message: "\(target[each.word]) stands twice",
                    suggestion: target[each.word]))
        }
    }

    private static func doubled(
        _ text: UTF8Text, _ tokenizer: Tokenizer
    ) -> [(word: ByteRange, both: ByteRange)] {
        var previous: Token?
        var result: [(word: ByteRange, both: ByteRange)] = []
        for token in tokenizer.tokens(of: text) {
            defer { previous = token }
            guard token.kind == .word, let before = previous, before.kind == .word,
                text[before.range] == text[token.range], token.range.count > 1,
                text.scalar(at: token.range.lowerBound).scalar.kind == .lower,
                text[before.range.upperBound..<token.range.lowerBound] == " "
            else { continue }
            result.append((token.range, before.range.lowerBound..<token.range.upperBound))
        }
        return result
    }
}
