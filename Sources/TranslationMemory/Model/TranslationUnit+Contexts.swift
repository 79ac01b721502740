internal import UnicodeText

extension TranslationUnit {
    /// The places the unit was seen at: its own, and the one that another tool kept in its properties or its source's.
    public var contexts: [Context] {
        [context, Context(toldBy: annotations + (source?.annotations ?? []))].filter { !$0.isEmpty }
    }

    /// Whether it is known of any variant where it was seen.
    var knowsPlaces: Bool { !contexts.isEmpty || variants.contains { !$0.contexts.isEmpty } }

    /// The places one of the variants was the translation at.
    ///
    /// Where no variant of its language has places of its own, all were seen where the unit was.
    public func contexts(of index: Int) -> [Context] {
        let variant = variants[index]
        let told = index == sourceIndex ? Context() : Context(toldBy: variant.annotations)
        let own = told.isEmpty || variant.contexts.contains(told) ? variant.contexts : variant.contexts + [told]
        if !own.isEmpty || variants.contains(where: { $0.language == variant.language && !$0.contexts.isEmpty }) {
            return own
        }
        return contexts
    }
}

extension Context {
    /// The place that properties tell of.
    ///
    /// OmegaT writes `prev`, `next` and `id`, memoQ `x-context-pre`, `x-context-post` and `x-context`.
    fileprivate init(toldBy annotations: [Annotation]) {
        self.init()
        for annotation in annotations where annotation.kind == .property {
            switch annotation.type {
            case "prev", "x-prev", "x-context-pre": previous = UTF8Text(annotation.text)
            case "next", "x-next", "x-context-post": next = UTF8Text(annotation.text)
            case "id", "x-id", "x-context": id = annotation.text
            default: continue
            }
        }
    }
}
