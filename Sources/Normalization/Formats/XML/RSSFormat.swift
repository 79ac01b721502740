internal import UnicodeText

/// RSS 2.0 (RSS Advisory Board) and RSS 1.0, with the modules content, Dublin Core and Media RSS.
struct RSSFormat: PressXMLFormat {
    private var channel = PressItem()
    private var current: FeedItem?
    private var stories: [RawBlock] = []

    private static let media = "http://search.yahoo.com/mrss/"

    mutating func open(_ element: XMLStart) -> XMLWish {
        switch element.name {
        case "rss", "RDF", "channel": return .children
        case "item":
            current = FeedItem()
            return .children
        case "group", "content":
            if element.namespace.utf8.elementsEqual(Self.media.utf8) { return .children }
            return .nothing
        case "title", "description", "credit", "copyright":
            // Those of a picture say another thing than those of the story.
            if element.namespace.utf8.elementsEqual(Self.media.utf8) {
                return element.name == "title" ? .nothing : .text
            }
            return .text
        case "encoded", "pubDate", "date", "creator", "author", "category", "guid", "link", "rights",
            "managingEditor", "lastBuildDate":
            return .text
        default: return .nothing
        }
    }

    mutating func take(_ text: SourcedText, of element: XMLStart) {
        let isMedia = element.namespace.utf8.elementsEqual(Self.media.utf8)
        guard var story = current else { return takeChannel(text, element.name) }
        // One owner, lest the item be copied with every field.
        current = nil
        defer { current = story }
        switch element.name {
        case "description" where isMedia: story.item.addCaption(text, "media:description")
        case "credit", "copyright", "rights": story.item.addMark(text, element.name, .legal)
        case "title": story.item.addHeadline(text.titleText, "title")
        case "encoded": story.addBody(text, "content:encoded", isMarkup: nil)
        case "description": story.addSummary(text, "description")
        case "pubDate": story.item.addDate(text, "pubDate", .version)
        case "date": story.item.addDate(text, "dc:date", .content)
        case "creator", "author": story.item.addByline(text, element.name)
        default: story.item.addMark(text, element.name, .identifier)
        }
    }

    /// The feed's own data: what it is called is no headline of any story.
    private mutating func takeChannel(_ text: SourcedText, _ name: String) {
        switch name {
        case "copyright", "rights": channel.addMark(text, name, .legal)
        case "title", "description": channel.addMark(text.titleText, "channel", .navigation)
        default: channel.addMark(text, name, .identifier)
        }
    }

    mutating func take(_ blocks: [RawBlock], of element: XMLStart) {}

    mutating func close(_ name: String, path: [String]) {
        guard name == "item", var story = current else { return }
        current = nil
        stories += story.blocks()
    }

    var completed: [RawBlock] { stories }

    mutating func finish() -> [RawBlock] { channel.blocks() + stories }
}
