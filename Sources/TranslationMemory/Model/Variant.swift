public import UnicodeText

/// The text of a unit in one language. A unit may have several of a language.
public struct Variant: Hashable, Sendable, Codable {
    public var language: LanguageTag
    public var segment: InlineText
    public var attributes: [Attribute]
    public var annotations: [Annotation]

    public init(
        language: LanguageTag, segment: InlineText, attributes: [Attribute] = [], annotations: [Annotation] = []
    ) {
        self.language = language
        self.segment = segment
        self.attributes = attributes
        self.annotations = annotations
    }
}
