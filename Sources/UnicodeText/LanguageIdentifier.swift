internal import CLanguage

/// Tells the language of a text by CLD2 with its full tables.
public enum LanguageIdentifier {
    public struct Guess: Hashable, Sendable {
        public let language: LanguageTag
        /// Share of the text in this language, 0...1.
        public let share: Double
        /// Whether CLD2 trusts its own answer.
        public let isReliable: Bool

        public init(language: LanguageTag, share: Double, isReliable: Bool) {
            self.language = language
            self.share = share
            self.isReliable = isReliable
        }
    }

    /// The most likely language, or `und` when there is nothing to go by.
    ///
    /// The text should be in NFC: CLD2 takes decomposed Yoruba for something else in four of five sentences.
    public static func identify(_ text: UTF8Text) -> Guess {
        guard !text.isEmpty, text.count <= Int(Int32.max) else {
            return Guess(language: .undetermined, share: 0, isReliable: false)
        }
        var guesses = (dgm_language_guess(), dgm_language_guess(), dgm_language_guess())
        let reliable = withUnsafeMutableBytes(of: &guesses) { raw in
            let list = raw.bindMemory(to: dgm_language_guess.self)
            return text.bytes.withUnsafeBufferPointer {
                dgm_detect_language($0.baseAddress, Int32($0.count), list.baseAddress)
            }
        }
        let code = guesses.0.code.map { String(cString: $0) } ?? "un"
        return Guess(
            language: code == "un" ? .undetermined : LanguageTag(current[code] ?? code) ?? .undetermined,
            share: Double(guesses.0.percent) / 100, isReliable: reliable == 1)
    }

    /// CLD2's older codes as BCP 47 has them today.
    private static let current = [
        "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr-Latn", "no": "nb",
    ]
}
