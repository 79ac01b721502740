public import TranslationMemory
internal import UnicodeText

/// The properties memoQ keeps the place of a unit in.
extension Context {
    private static let previousType = "x-context-pre"
    private static let nextType = "x-context-post"
    private static let idType = "x-context"

    /// The segments before and behind, and the identifier, as properties of TMX.
    public var tmxProperties: [Annotation] {
        [(Self.previousType, previous?.description), (Self.nextType, next?.description), (Self.idType, id)]
            .compactMap { type, text in text.map { .property(type, $0) } }
    }

    /// Takes the first property of each kind out of those of a unit.
    init(taking annotations: inout [Annotation]) {
        self.init()
        annotations.removeAll { annotation in
            guard annotation.kind == .property else { return false }
            switch annotation.type {
            case Self.previousType where previous == nil: previous = UTF8Text(annotation.text)
            case Self.nextType where next == nil: next = UTF8Text(annotation.text)
            case Self.idType where id == nil: id = annotation.text
            default: return false
            }
            return true
        }
    }
}
