internal import UnicodeText

/// Collects what `<title>`, `<meta>` and `<html lang>` say.
///
/// Open Graph (ogp.me) gives `og:title`, `og:description` and `article:published_time`; schema.org in microdata gives `headline` and
/// `datePublished` as `meta` elements.
struct HTMLHead {
    private(set) var titles: [PageClaims.Claim] = []
    private(set) var dates: [PageClaims.Claim] = []
    private(set) var descriptions: [PageClaims.Claim] = []
    private(set) var language: LanguageTag?
    private var title: [UInt8] = []
    private var hasTitle = false

    /// No title or date is longer; what is, is none.
    private static let maximumLength = 1_000
    /// No page says it more often.
    private static let maximumCount = 16

    mutating func takeMeta(property: String, content: String) {
        guard content.utf8.count <= Self.maximumLength else { return }
        let text = UTF8Text(content)
        guard !text.isBlank else { return }
        switch property {
        case "og:title", "headline":
            guard titles.count < Self.maximumCount else { return }
            titles.append(PageClaims.Claim(text: text, rule: property))
        case "article:published_time", "article:modified_time", "og:updated_time", "datePublished", "dateModified":
            guard dates.count < Self.maximumCount else { return }
            dates.append(PageClaims.Claim(text: text, rule: property))
        case "og:description", "description":
            guard descriptions.count < Self.maximumCount else { return }
            descriptions.append(PageClaims.Claim(text: text, rule: property))
        default: break
        }
    }

    /// Text of a `title` element; the first counts, later ones are those of drawings.
    mutating func appendTitle(_ bytes: [UInt8]) {
        guard !hasTitle, title.count + bytes.count <= Self.maximumLength else { return }
        title.append(contentsOf: bytes)
    }

    /// The page's own title often ends in the name of the site: each part of it may be the story's.
    mutating func finishTitle() {
        guard !hasTitle, !title.isEmpty else { return }
        hasTitle = true
        let whole = UTF8Text(unchecked: title)
        titles.append(PageClaims.Claim(text: whole, rule: "title"))
        var start = 0
        var offset = 0
        var isAfterBlank = true
        for placed in whole.placedScalars {
            let isMark = Self.separators.contains(placed.scalar)
            let isBar = placed.scalar == "|" || placed.scalar == "_" || placed.scalar == "｜"
            if isMark, isAfterBlank || isBar {
                appendPart(whole[start..<placed.range.lowerBound])
                start = placed.range.upperBound
            }
            isAfterBlank = placed.scalar.isBlank
            offset = placed.range.upperBound
        }
        if start > 0 { appendPart(whole[start..<offset]) }
    }

    mutating func take(language tag: String) {
        if language == nil, tag.utf8.count <= 35 { language = LanguageTag(tag) }
    }

    private mutating func appendPart(_ part: UTF8Text) {
        guard titles.count < Self.maximumCount, part.count * 3 >= title.count else { return }
        titles.append(PageClaims.Claim(text: part.trimmed, rule: "title"))
    }

    private static let separators: Set<Unicode.Scalar> = ["|", "-", "–", "—", "·", "•", "»", "«", "_", "｜", ":"]
}
