internal import TranslationMemory
internal import UnicodeText

/// Units of XLIFF 2 (2.1, section 4.2.2).
extension XLIFFUnitReader {
    func unit2(_ element: XLIFFElement) -> XLIFFUnit? {
        var unit = head(element)
        unit.data = data(element)
        let data = Dictionary(unit.data.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        for child in element.elements where isOwn(child) && (child.name == "segment" || child.name == "ignorable") {
            guard let segment = segment(child, data) else { return nil }
            unit.segments.append(segment)
        }
        guard !unit.segments.isEmpty else { return nil }
        for child in element.elements {
            switch (child.namespace, child.name) {
            case (document.namespace, "notes"): unit.notes += notes(child)
            case (document.namespace, "originalData"), (document.namespace, "segment"),
                (document.namespace, "ignorable"):
                break
            case (XLIFFModule.matches, "matches"):
                for match in child.elements {
                    guard let match = self.match(match, unit.segments) else {
                        var rest = child
                        rest.content = [.element(match)]
                        unit.other.append(rest)
                        continue
                    }
                    unit.matches.append(match)
                }
            case (XLIFFModule.glossary, "glossary"):
                for entry in child.elements { unit.terms.append(XLIFFTermReader(isOwn: isOwn).term(entry)) }
            default: unit.other.append(child)
            }
        }
        XLIFFTermReader.place(&unit)
        return unit
    }

    /// The native codes of a unit or a match.
    private func data(_ element: XLIFFElement) -> [XLIFFUnit.NativeData] {
        element.elements.filter { $0.name == "originalData" && isOwn($0) }.flatMap(\.elements).compactMap { entry in
            guard entry.name == "data", let id = entry.attributes["id"] else { return nil }
            return XLIFFUnit.NativeData(id: id, text: XLIFFInlineReader.characters(entry))
        }
    }

    private func segment(_ element: XLIFFElement, _ data: [String: UTF8Text]) -> XLIFFSegment? {
        guard let source = element.elements.first(where: { $0.name == "source" && isOwn($0) }) else { return nil }
        let target = element.elements.first { $0.name == "target" && isOwn($0) }
        var attributes = element.attributes
        var segment = XLIFFSegment(
            id: attributes.take("id"), isIgnorable: element.name == "ignorable", source: inline(source, data),
            target: target.map { inline($0, data) })
        if !segment.isIgnorable {
            segment.state = XLIFFState(
                XLIFFState.Spelling(
                    isFirst: false, state: attributes.take("state"), qualifier: attributes.take("subState")))
        }
        segment.attributes =
            attributes + prefixed(source.attributes, "source") + prefixed(target?.attributes ?? [], "target")
        return segment
    }

    /// `nil` for what has no source and target.
    private func match(_ element: XLIFFElement, _ segments: [XLIFFSegment]) -> XLIFFMatch? {
        guard element.name == "match", element.namespace == XLIFFModule.matches,
            let source = element.elements.first(where: { $0.name == "source" && isOwn($0) }),
            let target = element.elements.first(where: { $0.name == "target" && isOwn($0) })
        else { return nil }
        let data = Dictionary(data(element).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        var attributes = element.attributes
        var match = XLIFFMatch(source: inline(source, data), target: inline(target, data), quality: nil)
        if let written = attributes["similarity"] {
            match.quality = XLIFFPercent.value(written)
            if let quality = match.quality, XLIFFPercent.text(quality) == written { attributes["similarity"] = nil }
        } else {
            match.quality = attributes["matchQuality"].flatMap(XLIFFPercent.value)
        }
        match.origin = attributes.take("origin")
        switch attributes["type"] {
        case "icm":
            match.kind = .context
            attributes["type"] = nil
        case "mt":
            match.kind = .machine
            attributes["type"] = nil
        case nil, "tm": match.kind = match.quality.map { $0 == 100 ? .exact : .fuzzy }
        default: break
        }
        if let reference = attributes["ref"], reference.hasPrefix("#"),
            let index = segments.firstIndex(where: { $0.id.map { "#\($0)" == reference } ?? false })
        {
            match.segment = index
            attributes["ref"] = nil
        }
        match.attributes = attributes + prefixed(source.attributes, "source") + prefixed(target.attributes, "target")
        for child in element.elements {
            if isOwn(child), ["source", "target", "originalData"].contains(child.name) { continue }
            if let facts = XLIFFMetadata.facts(child), match.tool == nil, match.penalties.isEmpty {
                match.penalties = facts.filter { $0.type == XLIFFMetadata.penalty }.map(\.value)
                match.tool = facts.first { $0.type == XLIFFMetadata.tool }?.value
            } else {
                match.other.append(child)
            }
        }
        return match
    }
}
