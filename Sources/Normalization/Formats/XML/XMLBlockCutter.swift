internal import UnicodeText

/// Cuts the text of an element into blocks by the block-level elements of NITF and XHTML in it.
struct XMLBlockCutter {
    private let source: UTF8Text
    private var open: [Level] = []
    private var builder = XMLTextBuilder()
    private var blocks: [RawBlock] = []
    private var hidden = 0
    private var date: String?

    private struct Level {
        var name: String
        var isBlock: Bool
        var isHidden: Bool
        /// What text here is, by this element and those around it.
        var role: XMLVocabulary.Role
        /// The name that gave the role.
        var field: String
    }

    init(_ source: UTF8Text) { self.source = source }

    /// Starts with the element whose text is wanted.
    mutating func begin(_ element: XMLStart) {
        open = [Level(name: element.name, isBlock: true, isHidden: false, role: .body, field: element.name)]
    }

    mutating func open(_ element: XMLStart) {
        let around = open.last
        var level = Level(
            name: element.name, isBlock: false, isHidden: false, role: around?.role ?? .body,
            field: around?.field ?? element.name)
        // The date of a dateline stands in an attribute.
        if element.name == "story.date", let norm = element.attribute("norm") {
            date = MachineDate.iso8601(norm.text)
        }
        if let role = XMLVocabulary.role(of: element.name) {
            // A dateline's and a byline's parts are one line, whatever they are elsewhere.
            level.isBlock = !isOneLine(around?.role)
            if case .hidden = role { level.isHidden = true }
            if level.isBlock { inherit(role, &level, around) }
            if element.name == "hl2", element.parent == "hedline" { level.field = PressItem.subheadField }
        }
        if level.isBlock { flush() } else if XMLVocabulary.breaks(element.name) { builder.separate() }
        if level.isHidden { hidden += 1 }
        open.append(level)
    }

    private func isOneLine(_ role: XMLVocabulary.Role?) -> Bool {
        switch role {
        case .byline, .dateline, .headline: true
        default: false
        }
    }

    /// A paragraph in a caption is a caption, an item's paragraph an item; a subhead stays one in a quote.
    private func inherit(_ role: XMLVocabulary.Role, _ level: inout Level, _ around: Level?) {
        switch (role, around?.role) {
        case (.group, _), (.hidden, _): return
        case (.body, .caption), (.body, .list), (.body, .quote), (.body, .lead), (.body, .mark): return
        case (.list, .mark), (.quote, .mark), (.subhead, .mark): return
        default:
            level.role = role
            level.field = level.name
        }
    }

    mutating func close() {
        guard let level = open.popLast() else { return }
        if level.isBlock {
            flush(level)
        } else if XMLVocabulary.breaks(level.name) {
            builder.separate()
        }
        if level.isHidden { hidden -= 1 }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from range: ByteRange) {
        if hidden == 0 { builder.append(bytes, from: range, of: source) }
    }

    mutating func appendEntity(_ range: ByteRange) {
        if hidden == 0 { builder.appendEntity(range, of: source) }
    }

    /// All blocks; the cutter is empty afterwards.
    mutating func finish() -> [RawBlock] {
        flush(open.last)
        defer { self = XMLBlockCutter(source) }
        return blocks
    }

    private mutating func flush() { flush(open.last) }

    private mutating func flush(_ level: Level?) {
        guard let text = builder.finish(), let level else { return }
        switch level.role {
        case .headline: blocks.append(text.block(.headline, level.field))
        case .subhead: blocks.append(text.block(.subhead, level.field))
        case .list: blocks.append(text.block(.list, level.field))
        case .quote: blocks.append(text.block(.quote, level.field))
        case .caption: blocks.append(text.block(.caption, level.field))
        case .byline: blocks.append(text.block(.byline, level.field))
        case .lead: blocks.append(text.block(.lead, level.field))
        case .dateline:
            blocks.append(text.block(.dateline, level.field, date: date))
            date = nil
        case .mark(let reason): blocks.append(text.block(.boilerplate, level.field, reason: reason))
        case .body, .group, .hidden: blocks.append(text.block(.body, level.field))
        }
    }
}
