/// The places at which each variant of a unit was the translation, while units are made one.
struct TranslationPlaces {
    /// Places kept of a variant: the first ones, so that a file that is read again changes nothing.
    static let limit = 32

    /// One list a variant, in their order.
    private(set) var lists: [[Context]]

    /// Those that a unit knows of.
    init(_ unit: TranslationUnit) {
        lists = unit.variants.indices.map { $0 == unit.sourceIndex ? [] : unit.contexts(of: $0) }
    }

    init(_ lists: [[Context]]) { self.lists = lists }

    mutating func append(_ contexts: [Context]) { lists.append(contexts) }

    mutating func add(_ contexts: [Context], at index: Int) {
        lists[index] = Self.joined(lists[index], contexts)
    }

    static func joined(_ known: [Context], _ new: [Context]) -> [Context] {
        var result = known
        for context in new where result.count < limit && !result.contains(context) { result.append(context) }
        return result
    }

    /// Writes the lists of the languages for which the unit says something else.
    ///
    /// - Returns: whether that changed the unit.
    func write(into unit: inout TranslationUnit) -> Bool {
        let source = unit.sourceIndex
        let translations = unit.variants.indices.filter { $0 != source }
        let wrong = Set(translations.filter { lists[$0] != unit.contexts(of: $0) }.map { unit.variants[$0].language })
        guard !wrong.isEmpty else { return false }
        let shared = unit.contexts
        var isChanged = false
        for language in wrong {
            let indices = translations.filter { unit.variants[$0].language == language }
            let areShared = indices.allSatisfy { lists[$0] == shared }
            for index in indices {
                let contexts = areShared ? [] : lists[index]
                guard contexts != unit.variants[index].contexts else { continue }
                unit.variants[index].contexts = contexts
                isChanged = true
            }
        }
        return isChanged
    }
}
