public import UnicodeText

/// What a translation is wanted for: a segment, and where it stands.
public struct MatchQuery: Hashable, Sendable {
    public var segment: InlineText
    /// What is known of its place; what is not known never lowers a score.
    public var context: Context

    public init(segment: InlineText, context: Context = Context()) {
        self.segment = segment
        self.context = context
    }

    public init(_ text: UTF8Text, context: Context = Context()) {
        self.init(segment: InlineText(text), context: context)
    }
}
