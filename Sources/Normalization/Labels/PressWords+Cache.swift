internal import Synchronization
internal import UnicodeText

extension PressWords {
    private static let known = Mutex<[LanguageTag: PressWords]>([:])

    /// The words of a language and of English, whose wording pages in any language borrow; made when first asked for.
    static func words(for language: LanguageTag) -> PressWords {
        if let words = known.withLock({ $0[language] }) { return words }
        let made = PressWords(language: language)
        // Another thread may have made equal ones meanwhile. Made-up tags must not fill the memory.
        known.withLock { known in
            if known.count >= 64 { known.removeAll() }
            known[language] = made
        }
        return made
    }
}
