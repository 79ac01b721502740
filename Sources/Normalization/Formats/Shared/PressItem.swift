internal import UnicodeText

/// One story of a file on its way to blocks, in the order a reader wants them whatever order the file had.
struct PressItem {
    /// Dates by how well they date the copy.
    enum DateRank: Int, Comparable {
        case version, content, first, issue

        static func < (left: DateRank, right: DateRank) -> Bool { left.rawValue < right.rawValue }
    }

    private var headlines: [RawBlock] = []
    private var bylines: [RawBlock] = []
    private var datelines: [RawBlock] = []
    private var dates: [(rank: DateRank, block: RawBlock)] = []
    private var places: [SourcedText] = []
    private var leads: [RawBlock] = []
    private var body: [RawBlock] = []
    private var captions: [RawBlock] = []
    private var marks: [RawBlock] = []
    private var saidHeadlines: Set<[UInt8]> = []
    private var saidNames: Set<[UInt8]> = []
    private var saidCaptions: Set<[UInt8]> = []
    private(set) var hasHeadline = false

    var hasByline: Bool { !bylines.isEmpty }
    var hasBody: Bool { !body.isEmpty }

    /// A headline; one more is a subhead, or nothing new when it says the same.
    mutating func addHeadline(_ text: SourcedText, _ field: String, asSubhead: Bool = false) {
        let text = text.trimmed
        guard !text.text.isEmpty else { return }
        if !saidHeadlines.insert(Self.key(text.text.bytes)).inserted {
            marks.append(text.block(.boilerplate, field, reason: .duplicate))
        } else if asSubhead || hasHeadline {
            headlines.append(text.block(.subhead, field))
        } else {
            // The main headline may stand after its subheads.
            headlines.insert(text.block(.headline, field), at: 0)
            hasHeadline = true
        }
    }

    mutating func addByline(_ text: SourcedText, _ field: String) {
        let text = text.trimmed
        guard !text.text.isEmpty else { return }
        if !saidNames.insert(Self.key(text.text.bytes)).inserted {
            marks.append(text.block(.boilerplate, field, reason: .duplicate))
        } else {
            bylines.append(text.block(.byline, field))
        }
    }

    /// A line such as "NAIROBI, Oct. 20", with its date where the format gives one.
    mutating func addDateline(_ text: SourcedText, _ field: String, date: String? = nil) {
        let text = text.trimmed
        guard !text.text.isEmpty else { return }
        datelines.append(text.block(.dateline, field, date: date))
    }

    /// Where the copy was filed: its dateline, if it has no other.
    mutating func addPlace(_ text: SourcedText) {
        let text = text.trimmed
        if !text.text.isEmpty { places.append(text) }
    }

    /// A date in a field of its own; the best of them dates the copy, and the others say when something else was.
    mutating func addDate(_ text: SourcedText, _ field: String, _ rank: DateRank) {
        let text = text.trimmed
        guard !text.text.isEmpty else { return }
        dates.append((rank, text.block(.dateline, field, date: MachineDate.iso8601(text.text))))
    }

    mutating func addLead(_ text: SourcedText, _ field: String) {
        for block in text.trimmed.bodyBlocks(field) {
            var block = block
            if block.place.declaredKind == .body { block.place.declaredKind = .lead }
            leads.append(block)
        }
    }

    mutating func addBody(_ blocks: [RawBlock]) {
        for block in blocks { add(block) }
    }

    mutating func addCaption(_ text: SourcedText, _ field: String) {
        let text = text.trimmed.titleText.trimmed
        guard !text.text.isEmpty, saidCaptions.insert(Self.key(text.text.bytes)).inserted else { return }
        captions.append(text.block(.caption, field))
    }

    mutating func addMark(_ text: SourcedText, _ field: String, _ reason: BoilerplateReason) {
        let text = text.trimmed
        guard !text.text.isEmpty else { return }
        marks.append(text.block(.boilerplate, field, reason: reason))
    }

    /// The field of subheads that stand with the headline, not in the text.
    static let subheadField = "hedline/hl2"

    /// A block of the body, which may bring headline, byline and dateline of its own.
    private mutating func add(_ block: RawBlock) {
        let text = SourcedText(text: block.text, extent: block.extent, edits: block.edits)
        switch block.place.declaredKind {
        case .headline: addHeadline(text, block.place.element)
        case .byline where !hasBody: addByline(text, block.place.element)
        case .dateline where !hasBody: addDateline(text, block.place.element, date: block.place.dateTime)
        case .subhead where !hasBody && block.place.element == Self.subheadField:
            addHeadline(text, Self.subheadField, asSubhead: true)
        // Bodies often begin with the headline once more.
        case .subhead where !hasBody && saidHeadlines.contains(Self.key(text.text.bytes)):
            marks.append(text.block(.boilerplate, block.place.element, reason: .duplicate))
        case .lead where !hasBody: leads.append(block)
        case .boilerplate where !hasBody: marks.append(block)
        default: body.append(block)
        }
    }

    /// The blocks: headline, subheads, byline, dateline, lead, body, captions, and last what is not copy.
    func blocks() -> [RawBlock] {
        var tail = marks
        var lines = datelines
        for place in places {
            if datelines.isEmpty {
                lines.append(place.block(.dateline, "located"))
            } else {
                tail.append(place.block(.boilerplate, "located", reason: .identifier))
            }
        }
        let ordered = dates.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        let best = ordered.first { $0.element.block.place.dateTime != nil } ?? ordered.first
        for (index, date) in dates.enumerated() {
            guard index == best?.offset, datelines.first?.place.dateTime == nil else {
                var block = date.block
                block.place.declaredKind = .boilerplate
                block.place.reasons = [.identifier]
                tail.append(block)
                continue
            }
            lines.append(date.block)
        }
        return headlines + bylines + lines + newLeads(&tail) + body + captions + tail
    }

    /// Leads that the body does not begin with.
    private func newLeads(_ tail: inout [RawBlock]) -> [RawBlock] {
        let opening = Self.key(body.prefix(12).flatMap { $0.text.bytes.prefix(4_000) + [0x20] })
        return leads.filter { lead in
            var key = Self.key(lead.text.bytes)
            // Summaries cut short end in "…", "..." or "[…]".
            while let last = key.last,
                last == UInt8(ascii: ".") || last == UInt8(ascii: "]") || last == UInt8(ascii: "[")
            {
                key.removeLast()
            }
            if key.suffix(3) == [0xE2, 0x80, 0xA6] { key.removeLast(3) }
            while key.last == UInt8(ascii: "[") { key.removeLast() }
            guard !key.isEmpty, opening.starts(with: key) else { return true }
            var block = lead
            block.place.declaredKind = .boilerplate
            block.place.reasons = [.duplicate]
            tail.append(block)
            return false
        }
    }

    /// The text without its blanks, to tell what says the same.
    private static func key(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }
}
