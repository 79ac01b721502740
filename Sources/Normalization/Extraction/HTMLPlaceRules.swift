/// What the name and the labels (class, id, role, property) of an element say of the text in it.
///
/// The words are those that the markup of news pages uses whatever the language of the copy.
enum HTMLPlaceRules {
    struct Place: Sendable {
        var reason: BoilerplateReason?
        /// Whether it is readers' talk: not copy however much of the page it makes.
        var isComments = false
        var isArticle = false
        var isByline = false
        /// A picture's words or credit, a gallery.
        var isCaption = false
        /// Whether the page says in schema.org's terms that this is the story's text.
        var isDeclaredBody = false
        /// Labels of the lines between a headline and its story that sum the story up.
        var isLead = false
        /// Labels that bodies of stories have.
        var isBodyLike = false
    }

    static func place(element: String, labels: [String]) -> Place {
        var place = Place()
        switch element {
        case "nav", "menu": place.reason = .navigation
        case "footer": place.reason = .legal
        case "aside": place.reason = .related
        case "form", "dialog": place.reason = .navigation
        case "article", "main": place.isArticle = true
        case "figcaption", "caption": place.isCaption = true
        default: break
        }
        let isPage = element == "body" || element == "html"
        for word in labels.flatMap(words) {
            if word == "articlebody" || word == "article" || word == "main" && !isPage { place.isArticle = true }
            if bylines.contains(word) { place.isByline = true }
            if captions.contains(word) { place.isCaption = true }
            if leads.contains(word) { place.isLead = true }
            if bodies.contains(word) { place.isBodyLike = true }
            // The page as a whole is no part of it, whatever its classes promise.
            if isPage || element == "article" || element == "main" { continue }
            if let reason = reasons[word] {
                place.reason = reason
                if reason == .comments { place.isComments = true }
            }
        }
        return place
    }

    /// Whether an `itemprop` or `property` names schema.org's `articleBody`.
    static func declaresBody(_ properties: [String]) -> Bool {
        properties.contains { property in
            property.split(separator: " ").contains { name in
                (name.split { $0 == ":" || $0 == "/" }.last ?? "").utf8.elementsEqual("articleBody".utf8)
            }
        }
    }

    /// `site-footer__links` and `siteFooterLinks` are `site`, `footer`, `links`.
    private static func words(_ label: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for unit in label.unicodeScalars {
            let isUpper = unit.value >= 0x41 && unit.value <= 0x5A
            let isLower = unit.value >= 0x61 && unit.value <= 0x7A
            if !isUpper && !isLower || isUpper && wasLower {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isUpper || isLower { word.unicodeScalars.append(Unicode.Scalar(unit.value | 0x20) ?? unit) }
            wasLower = isLower
        }
        if !word.isEmpty { words.append(word) }
        // Names written as one word or two.
        return words + zip(words, words.dropFirst()).map { $0 + $1 }
    }

    private static let bylines: Set<String> = ["byline", "author", "authors", "writer"]
    private static let captions: Set<String> = [
        "caption", "captions", "credit", "credits", "gallery", "inlinegallery", "slideshow", "photo", "photocredit",
    ]
    private static let leads: Set<String> = [
        "standfirst", "dek", "lede", "subtitle", "subheadline", "chapeau", "entradilla", "vorspann", "sommario",
    ]
    private static let bodies: Set<String> = [
        "article", "body", "content", "entry", "hentry", "main", "page", "post", "text", "blog", "story", "articlebody",
        "storybody",
    ]

    private static let reasons: [String: BoilerplateReason] = [
        "nav": .navigation, "navbar": .navigation, "navigation": .navigation, "menu": .navigation,
        "breadcrumb": .navigation, "breadcrumbs": .navigation, "pagination": .navigation, "pager": .navigation,
        "toolbar": .navigation, "masthead": .navigation, "login": .navigation, "hidden": .navigation,
        "modal": .navigation, "taglist": .navigation, "skip": .navigation, "sidebar": .related, "related": .related,
        "recommended": .related, "recommend": .related, "recommendation": .related, "recommendations": .related,
        "trending": .related, "popular": .related, "teaser": .related, "teasers": .related, "readmore": .related,
        "widget": .related, "outbrain": .related, "taboola": .related, "zergnet": .related, "promo": .advertisement,
        "promoted": .advertisement, "advert": .advertisement, "adverts": .advertisement,
        "advertisement": .advertisement, "ads": .advertisement, "sponsor": .advertisement,
        "sponsored": .advertisement, "popup": .advertisement, "share": .sharing, "sharing": .sharing,
        "social": .sharing, "newsletter": .subscription, "subscribe": .subscription, "subscription": .subscription,
        "paywall": .subscription, "signup": .subscription, "footer": .legal, "copyright": .legal,
        "disclaimer": .legal, "cookie": .legal, "cookies": .legal, "consent": .legal, "gdpr": .legal,
        "comments": .comments, "comment": .comments, "commentlist": .comments, "disqus": .comments,
        "respond": .comments, "replies": .comments,
    ]
}
