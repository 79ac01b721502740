internal import UnicodeText

/// A story of a feed: its summary is the body where there is no other.
struct FeedItem {
    var item = PressItem()
    private var summaries: [(text: SourcedText, field: String)] = []
    private var bodies: [(text: SourcedText, field: String, isMarkup: Bool?)] = []
    private var hasBody = false

    mutating func addSummary(_ text: SourcedText, _ field: String) { summaries.append((text, field)) }

    mutating func addBody(_ text: SourcedText, _ field: String, isMarkup: Bool?) {
        hasBody = true
        item.addBody(Self.blocks(text, field, isMarkup))
    }

    mutating func addBody(_ blocks: [RawBlock]) {
        hasBody = hasBody || !blocks.isEmpty
        item.addBody(blocks)
    }

    mutating func blocks() -> [RawBlock] {
        for (text, field) in summaries {
            if hasBody { item.addLead(text, field) } else { item.addBody(Self.blocks(text, field, nil)) }
        }
        return item.blocks()
    }

    /// Text that is no HTML may still hold its references, for feeds are written by programs that escape twice.
    private static func blocks(_ text: SourcedText, _ field: String, _ isMarkup: Bool?) -> [RawBlock] {
        let isMarkup = isMarkup ?? MarkupDetection.hasTags(text.text)
        return (isMarkup ? text : text.resolvingReferences).bodyBlocks(field, isMarkup: isMarkup)
    }
}
