internal import CLanguage

/// What CLD2 says of a text: up to three languages, the likeliest first.
struct CLD2Answer {
    struct Share: Equatable {
        let language: LanguageTag
        /// 0...1.
        let share: Double
    }

    let shares: [Share]
    /// Whether CLD2 trusts its first language. It does so in nine of ten of its mistakes with news sentences.
    let isReliable: Bool

    /// Asks CLD2. The text must be shorter than 2 GiB. O(n).
    init(_ text: UTF8Text) {
        var guesses = (dgm_language_guess(), dgm_language_guess(), dgm_language_guess())
        let reliable = withUnsafeMutableBytes(of: &guesses) { raw in
            let list = raw.bindMemory(to: dgm_language_guess.self)
            return text.bytes.withUnsafeBufferPointer {
                dgm_detect_language($0.baseAddress, Int32(clamping: $0.count), list.baseAddress)
            }
        }
        shares = [guesses.0, guesses.1, guesses.2].compactMap { guess in
            guard let code = guess.code.map({ String(cString: $0) }),
                let language = LanguageTag(Self.current[code] ?? code), language != .undetermined
            else { return nil }
            return Share(language: language, share: Double(guess.percent) / 100)
        }
        isReliable = reliable == 1
    }

    /// The answer of a stand-in, for tests.
    init(_ shares: [Share], isReliable: Bool) {
        self.shares = shares
        self.isReliable = isReliable
    }

    /// CLD2's older codes as BCP 47 has them today.
    private static let current = [
        "un": "und", "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr-Latn", "no": "nb",
    ]
}
