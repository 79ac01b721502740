internal import ByteJSON
internal import UnicodeText

/// The article a page describes for machines: schema.org's Article, NewsArticle and their kinds in JSON-LD.
struct JSONLDArticle {
    /// A string of the description, with the way back to the page.
    typealias Text = SourcedText

    /// Such as `NewsArticle`.
    let type: String
    let headline: Text?
    let alternativeHeadline: Text?
    let datePublished: Text?
    let dateModified: Text?
    /// Names of the authors, persons or organizations.
    let authors: [Text]
    let description: Text?
    /// The whole story, in plain text.
    let articleBody: Text?

    /// The first article with a body among all blocks of JSON-LD in a page; else the first with a headline. O(n).
    ///
    /// A block that is no JSON is passed over, as search engines do.
    static func find(in page: UTF8Text) -> JSONLDArticle? {
        var best: JSONLDArticle?
        for range in JSONLDScript.ranges(in: page) {
            guard let document = try? JSONDocument(page, in: range) else { continue }
            for article in JSONLDReader(document: document).articles() {
                if article.articleBody != nil { return article }
                if best == nil, article.headline != nil { best = article }
            }
        }
        return best
    }
}
