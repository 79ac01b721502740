internal import UnicodeText

/// Atom (RFC 4287): text constructs of type `text`, `html` and `xhtml`, and content of those types.
struct AtomFormat: PressXMLFormat {
    private var feed = PressItem()
    private var current: FeedItem?
    private var stories: [RawBlock] = []

    mutating func open(_ element: XMLStart) -> XMLWish {
        switch element.name {
        case "feed", "author": return .children
        case "entry":
            current = FeedItem()
            return .children
        case "content", "summary":
            // Content elsewhere, or of a type that is no text.
            if element.attribute("src") != nil { return .nothing }
            let type = element.word("type")
            if type == "xhtml" || type == "application/xhtml+xml" { return .blocks }
            return type.isEmpty || ["text", "html"].contains(type) || type.hasPrefix("text/") ? .text : .nothing
        case "name": return element.parent == "author" ? .text : .nothing
        case "title", "subtitle", "updated", "published", "id", "rights": return .text
        default: return .nothing
        }
    }

    mutating func take(_ text: SourcedText, of element: XMLStart) {
        let type = element.word("type")
        let isMarkup = type.contains("html")
        let title = isMarkup ? text.titleText : text
        guard var story = current else {
            switch element.name {
            case "title", "subtitle": feed.addMark(title, "feed", .navigation)
            case "rights": feed.addMark(title, "rights", .legal)
            default: feed.addMark(text, element.name, .identifier)
            }
            return
        }
        current = nil
        defer { current = story }
        switch element.name {
        case "title": story.item.addHeadline(title, "title")
        case "name": story.item.addByline(text, "author")
        case "published": story.item.addDate(text, "published", .version)
        case "updated": story.item.addDate(text, "updated", .content)
        case "rights": story.item.addMark(title, "rights", .legal)
        case "content": story.addBody(text, "content", isMarkup: isMarkup)
        case "summary": story.addSummary(text, "summary")
        default: story.item.addMark(text, element.name, .identifier)
        }
    }

    mutating func take(_ blocks: [RawBlock], of element: XMLStart) {
        guard var story = current else { return }
        current = nil
        story.addBody(blocks)
        current = story
    }

    mutating func close(_ name: String, path: [String]) {
        guard name == "entry", var story = current else { return }
        current = nil
        stories += story.blocks()
    }

    var completed: [RawBlock] { stories }

    mutating func finish() -> [RawBlock] { feed.blocks() + stories }
}
