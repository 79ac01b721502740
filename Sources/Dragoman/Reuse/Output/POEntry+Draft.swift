internal import Interchange
internal import TranslationMemory
internal import UnicodeText

extension POEntry {
    /// The entry with a draft's translation.
    func filled(with draft: Draft) -> POEntry {
        var entry = self
        entry.translations = [draft.target.text]
        if draft.match.kind == .fuzzy {
            entry.isFuzzy = true
            entry.previous = Previous(message: draft.match.source.segment.text)
            entry.comments.append(UTF8Text("\(draft.match.score) %"))
        }
        return entry
    }
}
