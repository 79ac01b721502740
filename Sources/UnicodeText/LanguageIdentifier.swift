/// Tells the language of a text: CLD2 with its full tables, and our own counts of words and trigrams for what it misses.
///
/// CLD2 takes single sentences with foreign names for English, leaves Russian undetermined, and mistakes languages that
/// are close; the counts have their say where the two disagree (`LanguageDecision`).
public enum LanguageIdentifier {
    /// The most likely language, or `und` when there is nothing to go by.
    ///
    /// The text may be in any normalization form. Of a text longer than 16 KiB only 16 parts are looked at, so that
    /// the time is bounded; O(n) below that.
    public static func identify(_ text: UTF8Text) -> Guess {
        guard !text.isEmpty else { return .undetermined }
        let sample = LanguageSample.take(text)
        // CLD2 takes decomposed Yoruba for something else in four of five sentences.
        let composed = (try? NormalizationForm.nfc.apply(to: sample)) ?? sample
        let answer = CLD2Answer(composed)
        let script = ScriptCount(composed)
        guard let main = script.main else { return .undetermined }
        let model = LanguageModel.shared
        let languages = model.facts.languages(in: main)
        // A script that one language writes leaves nothing to decide.
        if languages.count == 1, let only = languages.first {
            return Guess(
                language: only, share: script.share(of: main), isReliable: true,
                confidence: 0.99)
        }
        let evidence = model.evidence(of: composed)
        return LanguageDecision(answer, evidence, among: languages, facts: model.facts).guess
    }

    /// Makes the tables that the first look needs, some milliseconds' work.
    package static func prepare() { _ = LanguageModel.shared }
}
