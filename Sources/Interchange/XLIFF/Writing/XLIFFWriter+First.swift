internal import TranslationMemory
internal import UnicodeText

/// Units in XLIFF 1.2.
extension XLIFFWriter {
    mutating func write1(_ unit: XLIFFUnit) throws {
        var own: [Attribute] = []
        if !unit.id.isEmpty || givesIDs { own.append(Attribute("id", unit.id.isEmpty ? nextID("") : unit.id)) }
        own += naming(unit.name, unit.type)
        if let value = unit.isTranslatable { own.append(Attribute("translate", value ? "yes" : "no")) }
        if let value = unit.isApproved { own.append(Attribute("approved", value ? "yes" : "no")) }
        try markup.open("trans-unit", own + fitting(unit.attributes, .unit))
        try markup.raw(">\n")
        let whole = unit.wholeTexts()
        let attributes = unit.segments.first?.attributes ?? []
        try text("source", side(attributes, "source/"), whole.source)
        if let segmented = whole.segmentedSource { try text("seg-source", side(attributes, "seg-source/"), segmented) }
        if let target = whole.target {
            try text("target", stating(unit.commonState, side(attributes, "target/")), target)
        }
        for match in unit.matches { try write(match) }
        for term in unit.terms { try write(note: term) }
        for note in unit.notes { try write(note) }
        for element in fitting(unit.other) { try line(element) }
        try markup.raw("</trans-unit>\n")
    }

    private mutating func text(_ name: String, _ attributes: [Attribute], _ text: InlineText) throws {
        var codes = XLIFFCodes1()
        try markup.open(name, attributes)
        try markup.raw(">")
        try markup.inline(codes.made(of: text), hasCharacterCodes: false)
        try markup.raw("</\(name)>\n")
    }

    private func stating(_ state: XLIFFState, _ attributes: [Attribute]) -> [Attribute] {
        let words = state.spelled(isFirst: true)
        var result: [Attribute] = []
        if let state = words.state { result.append(Attribute("state", state)) }
        if let qualifier = words.qualifier { result.append(Attribute("state-qualifier", qualifier)) }
        return result + attributes
    }

    private mutating func write(_ match: XLIFFMatch) throws {
        var own: [Attribute] = []
        if let quality = match.quality, match.attributes["match-quality"] == nil {
            own.append(Attribute("match-quality", "\(XLIFFPercent.text(quality))%"))
        }
        if let origin = match.origin { own.append(Attribute("origin", origin)) }
        if let tool = match.tool { own.append(Attribute("tool", tool)) }
        try markup.open("alt-trans", own + fitting(match.attributes.filter { !$0.name.contains("/") }, .match))
        try markup.raw(">\n")
        if let source = match.source { try text("source", side(match.attributes, "source/"), source) }
        let others = fitting(match.other)
        for element in others where element.name == "seg-source" { try line(element) }
        let qualifier: XLIFFState.Qualifier? =
            switch match.kind {
            case nil: nil
            case .exact: .exactMatch
            case .fuzzy: .fuzzyMatch
            case .context: .contextMatch
            case .machine: .machine
            }
        var attributes = side(match.attributes, "target/")
        if attributes["state-qualifier"] == nil {
            attributes = stating(XLIFFState(nil, qualifier), attributes)
        }
        try text("target", attributes, match.target)
        for penalty in match.penalties {
            try write(XLIFFNote(UTF8Text(penalty), category: XLIFFMetadata.penalty))
        }
        for element in others where element.name != "seg-source" { try line(element) }
        try markup.raw("</alt-trans>\n")
    }

    /// A term as a note that a person reads: `digital economy = économie numérique; …`.
    private mutating func write(note term: XLIFFTerm) throws {
        var text = term.term.bytes
        for (index, translation) in term.translations.enumerated() {
            text += (index == 0 ? " = " : "; ").utf8
            text += translation.text.bytes
        }
        if let note = term.note ?? term.definition { text += " (".utf8 + note.bytes + ")".utf8 }
        try write(XLIFFNote(UTF8Text(unchecked: text), category: "glossary", side: .source))
    }

    mutating func write(_ note: XLIFFNote) throws {
        var own: [Attribute] = []
        if let category = note.category { own.append(Attribute(isFirst ? "from" : "category", category)) }
        if let side = note.side { own.append(Attribute(isFirst ? "annotates" : "appliesTo", side.rawValue)) }
        // Only XLIFF 2 gives notes ids.
        let others = note.attributes.filter { !isFirst || $0.name != "id" }
        try markup.leaf("note", own + fitting(others, .note), note.text)
        try markup.raw("\n")
    }

    /// The attributes of one side.
    func side(_ attributes: [Attribute], _ prefix: String) -> [Attribute] {
        attributes.compactMap { attribute in
            guard attribute.name.utf8.starts(with: prefix.utf8) else { return nil }
            return Attribute(String(attribute.name.dropFirst(prefix.count)), attribute.value)
        }
    }
}
