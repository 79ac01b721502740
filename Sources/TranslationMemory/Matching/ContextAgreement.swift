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
