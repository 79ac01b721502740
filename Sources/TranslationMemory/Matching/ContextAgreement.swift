internal import UnicodeText

/// What a text's place and a unit's have in common: each is worth a point above 100.
public enum ContextAgreement: String, Hashable, Sendable, Codable, CaseIterable {
    /// The segment before or the one after is the same, and neither is known to be another.
    case neighbours
    /// The identifier is the same.
    case id
}

extension Context {
    /// What this place of a text has in common with one where a unit was seen. What either does not know says nothing.
    func agreement(with seen: Context) -> Set<ContextAgreement> {
        var result: Set<ContextAgreement> = []
        let neighbours = [(previous, seen.previous), (next, seen.next)].compactMap { one, other in
            one.flatMap { one in other.map { one == $0 } }
        }
        if neighbours.contains(true), !neighbours.contains(false) { result.insert(.neighbours) }
        if let id, let other = seen.id, !id.isEmpty, id.utf8.elementsEqual(other.utf8) { result.insert(.id) }
        return result
    }
}

extension TranslationUnit {
    /// The places the unit was seen at: its own, and those that other tools keep in properties.
    ///
    /// OmegaT writes `prev`, `next` and `id`, memoQ `x-context-pre`, `x-context-post` and `x-context`.
    var contexts: [Context] {
        var told = Context()
        for annotation in annotations + variants.flatMap(\.annotations) where annotation.kind == .property {
            switch annotation.type {
            case "prev", "x-prev", "x-context-pre": told.previous = UTF8Text(annotation.text)
            case "next", "x-next", "x-context-post": told.next = UTF8Text(annotation.text)
            case "id", "x-id", "x-context": told.id = annotation.text
            default: continue
            }
        }
        return [context, told].filter { !$0.isEmpty }
    }
}
