internal import UnicodeText

/// News Industry Text Format (IPTC, DTD and schema 3.x): `head` with the story's data, `body` with the story.
struct NITFFormat: PressXMLFormat {
    private var item = PressItem()
    private var titles: [SourcedText] = []

    mutating func open(_ element: XMLStart) -> XMLWish {
        switch element.name {
        case "nitf", "head": return .children
        case "body": return .blocks
        case "title": return .text
        case "docdata":
            return .children
        case "date.issue": add(element, "norm") { $0.addDate($1, $2, .issue) }
        case "date.release", "date.expire": add(element, "norm") { $0.addMark($1, $2, .identifier) }
        case "doc-id": add(element, "id-string") { $0.addMark($1, $2, .identifier) }
        case "du-key": add(element, "key") { $0.addMark($1, $2, .identifier) }
        case "key-list": return .children
        case "keyword": add(element, "key") { $0.addMark($1, $2, .identifier) }
        case "ed-msg": add(element, "info") { $0.addMark($1, $2, .identifier) }
        case "doc.copyright": add(element, "holder") { $0.addMark($1, $2, .legal) }
        case "doc.rights": add(element, "owner") { $0.addMark($1, $2, .legal) }
        default: break
        }
        return .nothing
    }

    private mutating func add(
        _ element: XMLStart, _ attribute: StaticString, _ add: (inout PressItem, SourcedText, String) -> Void
    ) {
        if let value = element.attribute(attribute) { add(&item, value, element.name) }
    }

    mutating func take(_ text: SourcedText, of element: XMLStart) { titles.append(text) }
    mutating func take(_ blocks: [RawBlock], of element: XMLStart) { item.addBody(blocks) }
    mutating func close(_ name: String, path: [String]) {}

    var completed: [RawBlock] { [] }

    mutating func finish() -> [RawBlock] {
        // The document's title repeats the headline, or stands for one.
        for title in titles {
            if item.hasHeadline { item.addMark(title, "title", .duplicate) } else { item.addHeadline(title, "title") }
        }
        return item.blocks()
    }
}
