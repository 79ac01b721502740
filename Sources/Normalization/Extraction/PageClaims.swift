internal import UnicodeText

/// What a page says of itself for machines: in JSON-LD (schema.org), Open Graph, microdata and its own head.
///
/// Claims confirm and choose among what stands in the page; they are never copy themselves.
struct PageClaims: Sendable {
    /// A claim and the rule it is named by where it decides: `json-ld`, `og:title`, `title`.
    struct Claim: Sendable {
        let text: UTF8Text
        let rule: String
    }

    /// Titles of the story, the one to be trusted most first.
    private(set) var titles: [Claim] = []
    /// When it was published and changed, ISO 8601 or nearly so.
    private(set) var dates: [Claim] = []
    private(set) var authors: [UTF8Text] = []
    /// What the story is about, in a sentence or two: often its lead word by word.
    private(set) var descriptions: [Claim] = []
    /// The whole story or its beginning, in plain text or with tags.
    private(set) var articleBody: UTF8Text?
    /// The tag in `lang` of the page.
    private(set) var language: LanguageTag?

    init() {}

    init(article: JSONLDArticle?, head: HTMLHead) {
        if let article {
            titles += [article.headline, article.alternativeHeadline].compactMap { $0 }
                .map { Claim(text: $0.text, rule: "json-ld:headline") }
            if let date = article.datePublished { dates.append(Claim(text: date.text, rule: "json-ld:datePublished")) }
            if let date = article.dateModified { dates.append(Claim(text: date.text, rule: "json-ld:dateModified")) }
            authors = article.authors.map(\.text)
            articleBody = article.articleBody?.text
            if let text = article.description?.text {
                descriptions.append(Claim(text: text, rule: "json-ld:description"))
            }
        }
        titles += head.titles
        dates += head.dates
        descriptions += head.descriptions
        language = head.language
    }
}
