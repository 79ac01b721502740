public import TranslationMemory
internal import UnicodeText

/// The properties that say where a unit or a translation was seen.
private struct ContextProperties {
    let previous: String
    let next: String
    let id: String

    /// Of a unit: memoQ's.
    static let unit = ContextProperties(previous: "x-context-pre", next: "x-context-post", id: "x-context")
    /// Of a translation that has places of its own: no other tool has such.
    static let variant = ContextProperties(
        previous: "x-dragoman-previous", next: "x-dragoman-next", id: "x-dragoman-id")

    func made(of place: Context) -> [Annotation] {
        [(previous, place.previous?.description), (next, place.next?.description), (id, place.id)]
            .compactMap { type, text in text.map { .property(type, $0) } }
    }

    /// Takes the first property of each kind.
    ///
    /// - Returns: whether it was one.
    func take(_ property: Annotation, into place: inout Context) -> Bool {
        guard property.kind == .property else { return false }
        switch property.type {
        case previous where place.previous == nil: place.previous = UTF8Text(property.text)
        case next where place.next == nil: place.next = UTF8Text(property.text)
        case id where place.id == nil: place.id = property.text
        default: return false
        }
        return true
    }
}

extension TranslationUnit {
    /// The unit with the places it and its variants were seen at as properties of TMX, before its own.
    public var withContextProperties: TranslationUnit {
        var unit = self
        unit.annotations = ContextProperties.unit.made(of: context) + annotations
        let names = ContextProperties.variant
        for index in unit.variants.indices where !variants[index].contexts.isEmpty {
            let properties = variants[index].contexts.flatMap { place in
                // Each place begins with its neighbour before it, known or not.
                (place.previous == nil ? [.property(names.previous, "")] : []) + names.made(of: place)
            }
            unit.variants[index].annotations = properties + variants[index].annotations
        }
        return unit
    }

    /// Takes such properties for what they are.
    mutating func takeContextProperties() {
        context = Context()
        annotations.removeAll { ContextProperties.unit.take($0, into: &context) }
        let names = ContextProperties.variant
        for index in variants.indices {
            var places: [Context] = []
            variants[index].annotations.removeAll { annotation in
                if annotation.kind == .property, annotation.type == names.previous {
                    places.append(Context())
                    if annotation.text.isEmpty { return true }
                }
                return places.isEmpty ? false : names.take(annotation, into: &places[places.count - 1])
            }
            variants[index].contexts = places.filter { !$0.isEmpty }
        }
    }
}
