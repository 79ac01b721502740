internal import TranslationMemory
internal import UnicodeText

/// Units in XLIFF 2.
extension XLIFFWriter {
    mutating func write2(_ unit: XLIFFUnit) throws {
        var own = [Attribute("id", unit.id.isEmpty ? nextID("u") : XLIFFCodes2.token(unit.id))]
        own += naming(unit.name, unit.type)
        if let value = unit.isTranslatable { own.append(Attribute("translate", value ? "yes" : "no")) }
        try markup.open("unit", own + fitting(unit.attributes, .unit))
        try markup.raw(">\n")
        let ids = segmentIDs(unit)
        let marked = unit.withMarkedTerms()
        var codes = XLIFFCodes2(reserved: ids.compactMap(\.self), known: unit.data)
        let texts = marked.unit.segments.map { segment in
            (codes.made(of: segment.source, isTarget: false), segment.target.map { codes.made(of: $0, isTarget: true) })
        }
        try write(matches: unit.matches, ids)
        try write(terms: zip(unit.terms, marked.ids).map { ($0, $1) })
        for element in fitting(unit.other) { try line(element) }
        try write(notes: unit.notes)
        try write(codes.data)
        for (index, segment) in unit.segments.enumerated() {
            try write(segment, id: ids[index], texts[index].0, texts[index].1)
        }
        try markup.raw("</unit>\n")
    }

    /// Ids of the segments: their own; made up for those that a match refers to.
    private func segmentIDs(_ unit: XLIFFUnit) -> [String?] {
        var used = Set(unit.segments.compactMap { $0.id.map(XLIFFCodes2.token) })
        let wanted = Set(unit.matches.filter { $0.attributes["ref"] == nil }.map(\.segment))
        var number = 0
        return unit.segments.indices.map { index in
            if let id = unit.segments[index].id { return XLIFFCodes2.token(id) }
            guard wanted.contains(index) else { return nil }
            var id = ""
            repeat {
                number += 1
                id = "s\(number)"
            } while !used.insert(id).inserted
            return id
        }
    }

    private mutating func write(
        _ segment: XLIFFSegment, id: String?, _ source: InlineText, _ target: InlineText?
    ) throws {
        let name = segment.isIgnorable ? "ignorable" : "segment"
        var own = id.map { [Attribute("id", $0)] } ?? []
        if !segment.isIgnorable {
            let words = segment.state.spelled(isFirst: false)
            if let state = words.state { own.append(Attribute("state", state)) }
            if let qualifier = words.qualifier { own.append(Attribute("subState", qualifier)) }
        }
        let others = fitting(segment.attributes, .segment)
        try markup.open(
            name, own + others.filter { !$0.name.utf8.contains(UInt8(ascii: "/")) || $0.name.hasPrefix("{") })
        try markup.raw(">\n")
        try text("source", side(others, "source/"), source)
        if let target { try text("target", side(others, "target/"), target) }
        try markup.raw("</\(name)>\n")
    }

    private mutating func text(_ name: String, _ attributes: [Attribute], _ text: InlineText) throws {
        try markup.open(name, attributes)
        try markup.raw(">")
        try markup.inline(text, hasCharacterCodes: true)
        try markup.raw("</\(name)>\n")
    }

    private mutating func write(_ data: [XLIFFUnit.NativeData]) throws {
        guard !data.isEmpty else { return }
        try markup.raw("<originalData>\n")
        for entry in data {
            try markup.open("data", [Attribute("id", entry.id)])
            try markup.raw(">")
            try markup.textWithCharacterCodes(entry.text)
            try markup.raw("</data>\n")
        }
        try markup.raw("</originalData>\n")
    }

    mutating func write(notes: [XLIFFNote]) throws {
        guard !notes.isEmpty else { return }
        try markup.raw("<notes>\n")
        for note in notes { try write(note) }
        try markup.raw("</notes>\n")
    }

    private mutating func write(matches: [XLIFFMatch], _ ids: [String?]) throws {
        guard !matches.isEmpty else { return }
        let prefix = markup.prefix(of: XLIFFModule.matches)
        try markup.open("\(prefix.name)matches", prefix.declaration)
        try markup.raw(">\n")
        for match in matches { try write(match, prefix.name, ids) }
        try markup.raw("</\(prefix.name)matches>\n")
    }

    private mutating func write(_ match: XLIFFMatch, _ prefix: String, _ ids: [String?]) throws {
        var own: [Attribute] = []
        if let id = match.attributes["id"] { own.append(Attribute("id", id)) }
        let reference = match.attributes["ref"] ?? ids.dropFirst(match.segment).first?.map { "#\($0)" }
        own.append(Attribute("ref", reference ?? "#s1"))
        if let quality = match.quality, match.attributes["similarity"] == nil,
            match.attributes["matchQuality"].flatMap(XLIFFPercent.value) != quality
        {
            own.append(Attribute("similarity", XLIFFPercent.text(quality)))
        }
        if match.attributes["type"] == nil, match.kind == .context || match.kind == .machine {
            own.append(Attribute("type", match.kind == .context ? "icm" : "mt"))
        }
        if let origin = match.origin { own.append(Attribute("origin", origin)) }
        let others = fitting(match.attributes, .match)
        try markup.open(
            "\(prefix)match",
            own
                + others.filter {
                    $0.name != "id" && $0.name != "ref" && !$0.name.hasPrefix("source/")
                        && !$0.name.hasPrefix("target/")
                })
        try markup.raw(">\n")
        var facts = match.penalties.map { (XLIFFMetadata.penalty, $0) }
        if let tool = match.tool { facts.append((XLIFFMetadata.tool, tool)) }
        // Metadata comes first.
        if !facts.isEmpty { try line(XLIFFMetadata.element(category: XLIFFMetadata.category, facts)) }
        var codes = XLIFFCodes2(reserved: [])
        let source = codes.made(of: match.source ?? InlineText(""), isTarget: false)
        let target = codes.made(of: match.target, isTarget: true)
        let metadata = match.other.filter { $0.namespace == XLIFFModule.metadata }
        for element in metadata { try line(element) }
        try write(codes.data)
        try text("source", side(others, "source/"), source)
        try text("target", side(others, "target/"), target)
        for element in fitting(match.other) where element.namespace != XLIFFModule.metadata { try line(element) }
        try markup.raw("</\(prefix)match>\n")
    }

    private mutating func write(terms: [(term: XLIFFTerm, id: String?)]) throws {
        // An entry needs a translation or a definition.
        let usable = terms.filter { !$0.term.translations.isEmpty || $0.term.definition != nil || $0.term.note != nil }
        guard !usable.isEmpty else { return }
        let prefix = markup.prefix(of: XLIFFModule.glossary)
        try markup.open("\(prefix.name)glossary", prefix.declaration)
        try markup.raw(">\n")
        for (term, id) in usable {
            var own = term.attributes.filter { !$0.name.hasPrefix("term/") && $0.name != "mrk/id" }
            if let id { own["ref"] = "#\(id)" }
            try markup.open("\(prefix.name)glossEntry", own)
            try markup.raw(">\n")
            try markup.leaf("\(prefix.name)term", side(term.attributes, "term/"), term.term)
            for translation in term.translations {
                try markup.leaf("\(prefix.name)translation", translation.attributes, translation.text)
            }
            let needsDefinition = term.translations.isEmpty && term.definition == nil
            if let definition = term.definition ?? (needsDefinition ? term.note : nil) {
                try markup.leaf("\(prefix.name)definition", [], definition)
            }
            try markup.raw("\n")
            if let note = term.note, !needsDefinition {
                try line(
                    XLIFFMetadata.element(category: XLIFFMetadata.category, [(XLIFFMetadata.note, note.description)]))
            }
            for element in fitting(term.other) { try line(element) }
            try markup.raw("</\(prefix.name)glossEntry>\n")
        }
        try markup.raw("</\(prefix.name)glossary>\n")
    }
}
