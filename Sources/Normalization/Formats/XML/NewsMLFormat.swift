internal import UnicodeText

/// NewsML-G2 (IPTC, namespace `http://iptc.org/std/nar/2006-10-01/`): one item, or the items of a `newsMessage`.
///
/// Rights, item data, content data and content are read; what describes subjects and people for machines is not copy.
struct NewsMLFormat: PressXMLFormat {
    private var blocks: [RawBlock] = []
    private var item = PressItem()
    private var isPicture = false
    private var creators: [SourcedText] = []
    private var titles: [SourcedText] = []

    mutating func open(_ element: XMLStart) -> XMLWish {
        switch element.name {
        case "newsMessage", "itemSet", "rightsInfo", "itemMeta", "contentMeta", "contentSet", "copyrightHolder",
            "located":
            return .children
        case "newsItem", "packageItem":
            finishItem()
            if let guid = element.attribute("guid") { item.addMark(guid, "guid", .identifier) }
            return .children
        case "itemClass":
            let code = element.word("qcode") + element.word("uri")
            isPicture = ["picture", "photo", "graphic", "video", "audio"].contains { code.hasSuffix($0) }
            return .nothing
        case "inlineXML": return .blocks
        case "inlineData": return .text
        case "creator": return element.parent == "contentMeta" ? .children : .nothing
        case "name":
            return ["copyrightHolder", "located", "creator"].contains(element.parent) ? .text : .nothing
        case "usageTerms", "copyrightNotice", "versionCreated", "firstCreated", "embargoed", "edNote", "title",
            "contentCreated", "headline", "by", "dateline", "slugline", "description", "keyword", "creditline":
            return .text
        default: return .nothing
        }
    }

    mutating func take(_ text: SourcedText, of element: XMLStart) {
        let name = element.name
        switch name {
        case "name" where element.parent == "located": item.addPlace(text)
        case "name" where element.parent == "creator": creators.append(text)
        case "name", "usageTerms", "copyrightNotice", "creditline": item.addMark(text, name, .legal)
        case "versionCreated": item.addDate(text, name, .version)
        case "contentCreated": item.addDate(text, name, .content)
        case "firstCreated": item.addDate(text, name, .first)
        case "title": titles.append(text)
        case "headline":
            let role = element.word("role")
            let isSubhead = role.contains("sub") || role.contains("deck")
            // Shorter ones, and those in other languages, say nothing new.
            if item.hasHeadline, !isSubhead {
                item.addMark(text, name, .duplicate)
            } else {
                item.addHeadline(text, name, asSubhead: isSubhead)
            }
        case "by": item.addByline(text, name)
        case "dateline": item.addDateline(text, name)
        case "description":
            if isPicture || element.word("role").contains("caption") {
                item.addCaption(text, name)
            } else {
                item.addLead(text, name)
            }
        case "inlineData": addData(text, type: element.word("contenttype"))
        default: item.addMark(text, name, .identifier)
        }
    }

    private mutating func addData(_ text: SourcedText, type: String) {
        let isMarkup = type.contains("html") || type.isEmpty && MarkupDetection.hasTags(text.text)
        item.addBody(text.bodyBlocks("inlineData", isMarkup: isMarkup))
    }

    mutating func take(_ blocks: [RawBlock], of element: XMLStart) { item.addBody(blocks) }

    mutating func close(_ name: String, path: [String]) {
        if name == "newsItem" || name == "packageItem" { finishItem() }
    }

    private mutating func finishItem() {
        for title in titles { item.addMark(title, "title", .identifier) }
        // The creator is often the agency: a byline only where no other is.
        for name in creators {
            if item.hasByline { item.addMark(name, "creator", .identifier) } else { item.addByline(name, "creator") }
        }
        blocks += item.blocks()
        item = PressItem()
        (creators, titles, isPicture) = ([], [], false)
    }

    var completed: [RawBlock] { blocks }

    mutating func finish() -> [RawBlock] {
        finishItem()
        return blocks
    }
}
