/// What the name and the labels (class, id, role, property) of an element say of the text in it.
enum HTMLPlaceRules {
    struct Place {
        var reason: BoilerplateReason?
        var isArticle = false
        var isByline = false
    }

    static func place(element: String, labels: [String]) -> Place {
        var place = Place()
        switch element {
        case "nav", "menu": place.reason = .navigation
        case "footer": place.reason = .legal
        case "aside": place.reason = .related
        case "form", "dialog": place.reason = .navigation
        case "article", "main": place.isArticle = true
        default: break
        }
        for word in labels.flatMap(words) {
            if word == "articlebody" || word == "article" || word == "main" && element != "body" {
                place.isArticle = true
            }
            if bylines.contains(word) { place.isByline = true }
            // The page as a whole is no part of it, whatever its classes promise.
            if element == "body" || element == "html" || element == "article" || element == "main" { continue }
            if let reason = reasons[word] { place.reason = reason }
        }
        return place
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

    private static let bylines: Set<String> = ["byline", "author", "authors", "writer", "credit"]

    private static let reasons: [String: BoilerplateReason] = [
        "nav": .navigation, "navbar": .navigation, "navigation": .navigation, "menu": .navigation,
        "breadcrumb": .navigation, "breadcrumbs": .navigation, "pagination": .navigation, "pager": .navigation,
        "toolbar": .navigation, "sidebar": .related, "related": .related, "recommended": .related,
        "recommendations": .related, "trending": .related, "popular": .related, "teaser": .related, "teasers": .related,
        "readmore": .related, "promo": .advertisement, "advert": .advertisement, "advertisement": .advertisement,
        "ads": .advertisement, "sponsor": .advertisement, "sponsored": .advertisement, "banner": .advertisement,
        "share": .sharing, "sharing": .sharing, "social": .sharing, "newsletter": .subscription,
        "subscribe": .subscription, "subscription": .subscription, "paywall": .subscription, "signup": .subscription,
        "footer": .legal, "copyright": .legal, "legal": .legal, "disclaimer": .legal, "cookie": .legal,
        "cookies": .legal, "consent": .legal, "gdpr": .legal, "comments": .related, "comment": .related,
        "tags": .navigation, "taglist": .navigation, "keywords": .navigation, "skip": .navigation,
        "contentinfo": .legal, "complementary": .related, "search": .navigation,
    ]
}
