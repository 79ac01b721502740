public import UnicodeText

/// The text of a unit in one language. A unit may have several of a language.
public struct Variant: Hashable, Sendable, Codable {
    public var language: LanguageTag
    public var segment: InlineText
    public var attributes: [Attribute]
    public var annotations: [Annotation]
    /// The places this translation was given at; `TranslationUnit.contexts(of:)` tells what holds where there are none.
    public var contexts: [Context]

    public init(
        language: LanguageTag, segment: InlineText, attributes: [Attribute] = [], annotations: [Annotation] = [],
        contexts: [Context] = []
    ) {
        self.language = language
        self.segment = segment
        self.attributes = attributes
        self.annotations = annotations
        self.contexts = contexts
    }
}
