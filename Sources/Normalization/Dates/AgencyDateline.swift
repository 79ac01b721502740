public import UnicodeText

/// The place, date and agency that a news agency's story opens with: `BEIJING, Oct. 20 (Xinhua) --`,
/// `新华社北京10月20日电`, `МОСКВА, 20 окт - РИА Новости.`
public struct AgencyDateline: Hashable, Sendable {
    /// All of it, from the first word to the dash; the story begins behind.
    public var range: ByteRange
    public var place: ByteRange?
    /// Mostly without a year: see `DateReading.completed(near:within:)`.
    public var date: DateReading?
    /// The agency without its brackets.
    public var agency: ByteRange?
    /// The dash, colon or "电" at the end.
    public var dash: ByteRange?

    /// Code points at the start of a paragraph within which the dateline must end.
    public static let reach = 160

    /// The dateline at the start of a paragraph; `nil` if it has none. O(1).
    public static func read(in text: UTF8Text, with reader: DateReader) -> AgencyDateline? {
        let range = DateReader.prefix(of: text, scalars: reach)
        let tokens = reader.lexicon.tokens(of: text, in: range)
        return AgencyDatelineForms(text: text, tokens: tokens, figureOrder: reader.lexicon.figureOrder).read()
    }

    /// The date in ISO 8601, its year found by the article's own date if that lies within a month; else `XXXX-10-20`.
    public func iso8601(near article: DateReading?) -> String? {
        guard let date else { return nil }
        return (article.flatMap { date.completed(near: $0) } ?? date).iso8601
    }
}
