/// What the elements of NITF and XHTML say of the text in them (NITF 3.6, element list; HTML).
enum XMLVocabulary {
    /// What a block-level element makes of its text; `nil` for elements within a line.
    enum Role {
        case body, headline, subhead, list, quote, caption, byline, dateline, lead
        case mark(BoilerplateReason)
        /// Block-level, its text is what the elements around it say.
        case group
        /// Never text of the story.
        case hidden
    }

    static func role(of name: String) -> Role? { roles[name] }

    /// Whether an element's text stands apart from what is beside it.
    static func breaks(_ name: String) -> Bool { name == "br" || apart.contains(name) || roles[name] != nil }

    /// Parts of bylines and datelines, which no blank may separate in the file.
    private static let apart: Set<String> = [
        "byttl", "location", "story.date", "city", "region", "country", "state", "sublocation",
    ]

    private static let roles: [String: Role] = [
        // NITF
        "hl1": .headline, "hl2": .subhead, "byline": .byline, "dateline": .dateline, "abstract": .lead,
        "distributor": .mark(.identifier), "rights": .mark(.legal), "note": .mark(.identifier),
        "media-caption": .caption, "media-producer": .caption, "media-metadata": .hidden,
        "media-reference": .hidden, "media-object": .hidden, "bq": .quote, "credit": .group, "tagline": .byline,
        "bibliography": .mark(.identifier), "custom-table": .hidden, "hedline": .group, "body.head": .group,
        "body.content": .group, "body.end": .group, "block": .group, "media": .group, "nitf": .group,
        "docdata": .hidden, "pubdata": .hidden, "revision-history": .hidden, "nitf-table": .group,
        "nitf-col": .hidden, "nitf-colgroup": .hidden,
        // XHTML
        "html": .group, "body": .group, "head": .hidden, "script": .hidden, "style": .hidden, "noscript": .hidden,
        "svg": .hidden, "math": .hidden, "object": .hidden, "iframe": .hidden, "template": .hidden,
        "p": .body, "div": .group, "section": .group, "article": .group, "main": .group, "header": .group,
        "figure": .group, "address": .group, "center": .group, "pre": .body, "hr": .group,
        "h1": .subhead, "h2": .subhead, "h3": .subhead, "h4": .subhead, "h5": .subhead, "h6": .subhead,
        "ul": .group, "ol": .group, "dl": .group, "li": .list, "dt": .list, "dd": .list, "blockquote": .quote,
        "figcaption": .caption, "caption": .caption, "table": .group, "thead": .group, "tbody": .group,
        "tfoot": .group, "tr": .group, "td": .body, "th": .body, "aside": .mark(.related),
        "nav": .mark(.navigation), "footer": .mark(.legal), "form": .hidden,
    ]
}
