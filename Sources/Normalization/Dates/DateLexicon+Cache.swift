internal import Synchronization
internal import UnicodeText

extension DateLexicon {
    private static let lexicons = Mutex<[LanguageTag: DateLexicon]>([:])

    /// The lexicon of a language, made when it is first asked for.
    static func lexicon(for language: LanguageTag) -> DateLexicon {
        if let known = lexicons.withLock({ $0[language] }) { return known }
        let made = DateLexicon(language: language)
        // Another thread may have made an equal one meanwhile. Made-up tags must not fill the memory.
        lexicons.withLock { known in
            if known.count >= 128 { known.removeAll() }
            known[language] = made
        }
        return made
    }
}
