internal import FuzzyMatching
internal import UnicodeText

/// A translation that is empty or the source itself, or that differs where it must not.
///
/// Names, titles and slogans stay as they are: a segment counts as untranslated only when it has four words or more and
/// most begin with a small letter.
struct UntranslatedRule: CheckRule {
    private let isOneLanguage: Bool
    private let tokenizer = Tokenizer()

    init(from source: LanguageTag, to target: LanguageTag) { isOneLanguage = source.language == target.language }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        guard !unit.isProtected else {
            if source.trimmed != target.trimmed, !target.isBlank {
                report(
                    CheckFinding(
                        .protected, side: .target, range: target.all,
                        message: "the file says that this is not to be translated", suggestion: source))
            }
            return
        }
        if target.isBlank {
            guard hasLetters(source) else { return }
            return report(
                CheckFinding(.empty, side: .source, range: source.trimmed(source.all), message: "no translation"))
        }
        guard !isOneLanguage, source.trimmed == target.trimmed else { return }
        let words = tokenizer.tokens(of: source).filter { $0.kind == .word }
        let small = words.count { source.scalar(at: $0.range.lowerBound).scalar.kind == .lower }
        guard words.count >= 4, small * 2 > words.count else { return }
        // A quotation may be in the language of the translation, or in a third one.
        guard LanguageIdentifier.identify(source).language.language == unit.source.language.language else { return }
        report(
            CheckFinding(
                .untranslated, side: .target, range: target.trimmed(target.all),
                message: "the translation is the source itself"))
    }

    private func hasLetters(_ text: UTF8Text) -> Bool { text.placedScalars.contains { $0.scalar.isLetter } }
}
