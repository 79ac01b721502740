internal import ByteJSON
internal import UnicodeText

/// One ninjs object on its way to blocks.
struct NinjsStory {
    let reader: NinjsReader
    var item = PressItem()
    private var bodies: [Body] = []
    private var titles: [SourcedText] = []

    private struct Body {
        let field: String
        let type: String
        let text: SourcedText
        var isMarkup: Bool { type.contains("html") || type.isEmpty && MarkupDetection.hasTags(text.text) }
    }

    init(reader: NinjsReader) { self.reader = reader }

    mutating func read(_ node: JSONNode) {
        let type = reader.word(reader.member("type", of: node))
        let isPicture = ["picture", "photo", "graphic", "video", "audio", "image"].contains(type)
        for member in node.members { read(member, isPicture: isPicture) }
        // The name of the item is its headline only where there is no other.
        for title in titles {
            if item.hasHeadline { item.addMark(title, "title", .identifier) } else { item.addHeadline(title, "title") }
        }
        addBodies(isPicture: isPicture)
    }

    private mutating func read(_ member: JSONNode.Member, isPicture: Bool) {
        let name = reader.name(member)
        let value = member.value
        switch name {
        case "headline": with(value) { $0.addHeadline($1.titleText, name) }
        case "headlines": readHeadlines(value)
        case "title": titles += [reader.text(value)].compactMap { $0 }
        case "byline", "by": with(value) { $0.addByline($1, name) }
        case "versioncreated": with(value) { $0.addDate($1, name, .version) }
        case "contentcreated": with(value) { $0.addDate($1, name, .content) }
        case "firstcreated": with(value) { $0.addDate($1, name, .first) }
        case "located": with(value) { $0.addPlace($1) }
        case "bodies": readBodies(value)
        case "descriptions":
            for each in value.array ?? [value] { addDescription(reader.member("value", of: each), name, isPicture) }
        case "associations": readAssociations(value)
        case "renditions": readRenditions(value)
        case "copyrightholder", "copyrightnotice", "usageterms": with(value) { $0.addMark($1, name, .legal) }
        case "uri", "guid", "slugline", "ednote", "embargoed", "embargoedreason", "version":
            with(value) { $0.addMark($1, name, .identifier) }
        case "keywords", "altids": readList(value, name)
        default:
            if name.hasPrefix("body_"), let text = reader.text(value) {
                bodies.append(Body(field: name, type: String(name.dropFirst(5)), text: text))
            } else if name.hasPrefix("description_") {
                addDescription(value, name, isPicture)
            }
        }
    }

    private mutating func with(_ value: JSONNode?, _ body: (inout PressItem, SourcedText) -> Void) {
        if let text = reader.text(value) { body(&item, text) }
    }

    /// `headlines` of version 2: the main one first, whatever their order; one that only says it shorter is no subhead.
    private mutating func readHeadlines(_ value: JSONNode) {
        let all = (value.array ?? [value]).compactMap { each in
            reader.text(reader.member("value", of: each)).map { (reader.word(reader.member("role", of: each)), $0) }
        }
        let main = all.firstIndex { $0.0.contains("main") } ?? all.firstIndex { !$0.0.contains("sub") } ?? 0
        for (index, (role, text)) in all.enumerated() {
            let text = text.titleText
            if index == main {
                item.addHeadline(text, "headlines")
            } else if role.contains("sub") || role.contains("deck") {
                item.addHeadline(text, "headlines", asSubhead: true)
            } else {
                item.addMark(text, "headlines", .duplicate)
            }
        }
    }

    private mutating func readBodies(_ value: JSONNode) {
        // One body alone may stand without its array.
        for each in value.array ?? [value] {
            guard let text = reader.text(reader.member("value", of: each)) else { continue }
            bodies.append(
                Body(field: "bodies", type: reader.word(reader.member("contenttype", of: each)), text: text))
        }
    }

    private mutating func addDescription(_ value: JSONNode?, _ name: String, _ isPicture: Bool) {
        with(value) { isPicture ? $0.addCaption($1, name) : $0.addLead($1, name) }
    }

    private mutating func readList(_ value: JSONNode, _ name: String) {
        with(value) { $0.addMark($1, name, .identifier) }
        for each in value.array ?? [] {
            with(each) { $0.addMark($1, name, .identifier) }
            with(reader.member("value", of: each)) { $0.addMark($1, name, .identifier) }
        }
        for each in value.members { with(each.value) { $0.addMark($1, name, .identifier) } }
    }

    /// Pictures and other stories that go with this one: members of an object in version 1, an array from version 2 on.
    private mutating func readAssociations(_ value: JSONNode) {
        for each in value.array ?? value.members.map(\.value) {
            let isStory = reader.word(reader.member("type", of: each)) == "text"
            for member in each.members {
                let name = reader.name(member)
                switch name {
                case "headline", "body_text", "body_html", "body_xhtml", "description_text", "description_html":
                    addAssociated(member.value, name, isStory)
                case "headlines", "descriptions", "bodies":
                    for one in member.value.array ?? [] {
                        addAssociated(reader.member("value", of: one), name, isStory)
                    }
                case "byline", "by", "uri": with(member.value) { $0.addMark($1, name, .identifier) }
                case "copyrightholder", "copyrightnotice", "usageterms":
                    with(member.value) { $0.addMark($1, name, .legal) }
                case "renditions": readRenditions(member.value)
                default: break
                }
            }
        }
    }

    private mutating func addAssociated(_ value: JSONNode?, _ name: String, _ isStory: Bool) {
        with(value) { isStory ? $0.addMark($1.titleText, name, .related) : $0.addCaption($1, name) }
    }

    private mutating func readRenditions(_ value: JSONNode) {
        for each in value.array ?? value.members.map(\.value) {
            with(reader.member("title", of: each)) { $0.addCaption($1, "renditions") }
        }
    }

    /// A body in several types is one body: the richest is read, the others say the same.
    private mutating func addBodies(isPicture: Bool) {
        guard
            let best = bodies.first(where: \.isMarkup) ?? bodies.first(where: { $0.type.contains("text") })
                ?? bodies.first
        else { return }
        for body in bodies {
            guard body.type == best.type else {
                item.addMark(body.text, body.field, .duplicate)
                continue
            }
            if isPicture {
                item.addCaption(body.text, body.field)
            } else {
                item.addBody(body.text.bodyBlocks(body.field, isMarkup: body.isMarkup))
            }
        }
    }
}
