internal import TranslationMemory
internal import UnicodeText

/// Units of XLIFF 1.2 (section 2.4).
extension XLIFFUnitReader {
    func unit1(_ element: XLIFFElement) -> XLIFFUnit? {
        var unit = head(element)
        var whole: XLIFFUnit.Whole?
        var attributes: [Attribute] = []
        var state = XLIFFState.unsaid
        for child in element.elements {
            switch child.name {
            case "source" where isOwn(child) && whole == nil:
                whole = XLIFFUnit.Whole(source: inline(child))
                attributes += prefixed(child.attributes, "source")
            case "seg-source" where isOwn(child) && whole != nil && whole?.segmentedSource == nil:
                whole?.segmentedSource = inline(child)
                attributes += prefixed(child.attributes, "seg-source")
            case "target" where isOwn(child) && whole != nil && whole?.target == nil:
                whole?.target = inline(child)
                let (found, others) = stated(child.attributes)
                state = found
                attributes += prefixed(others, "target")
            case "alt-trans" where isOwn(child):
                if let match = match(child) { unit.matches.append(match) } else { unit.other.append(child) }
            case "note" where isOwn(child) && child.elements.isEmpty:
                unit.notes.append(note(child))
            default:
                unit.other.append(child)
            }
        }
        guard let whole else { return nil }
        unit.segments = XLIFFSegmentCutter.segments(of: whole, like: [])
        for index in unit.segments.indices where !unit.segments[index].isIgnorable {
            unit.segments[index].state = state
        }
        unit.segments[0].attributes = attributes
        if whole.segmentedSource != nil { unit.whole = whole }
        return unit
    }

    /// The state among a target's attributes, and the others.
    private func stated(_ attributes: [Attribute]) -> (XLIFFState, [Attribute]) {
        var others = attributes
        let spelling = XLIFFState.Spelling(
            isFirst: true, state: others.take("state"), qualifier: others.take("state-qualifier"))
        return (XLIFFState(spelling), others)
    }

    /// `nil` for one without a target.
    private func match(_ element: XLIFFElement) -> XLIFFMatch? {
        guard let target = element.elements.first(where: { $0.name == "target" && isOwn($0) }) else { return nil }
        let source = element.elements.first { $0.name == "source" && isOwn($0) }
        var attributes = element.attributes
        var match = XLIFFMatch(source: source.map(inline), target: inline(target), quality: nil)
        if let written = attributes["match-quality"] {
            match.quality = XLIFFPercent.value(written)
            if let quality = match.quality, "\(XLIFFPercent.text(quality))%" == written {
                _ = attributes.take("match-quality")
            }
        }
        match.origin = attributes.take("origin")
        match.tool = attributes.take("tool")
        var side = target.attributes
        let kinds: [String: XLIFFMatch.Kind] = [
            "exact-match": .exact, "fuzzy-match": .fuzzy, "x-context-match": .context, "mt-suggestion": .machine,
        ]
        if side["state"] == nil, let kind = side["state-qualifier"].flatMap({ kinds[$0] }) {
            match.kind = kind
            side["state-qualifier"] = nil
        }
        match.attributes = attributes + prefixed(source?.attributes ?? [], "source") + prefixed(side, "target")
        var sawSource = false
        var sawTarget = false
        for child in element.elements {
            switch child.name {
            case "source" where isOwn(child) && !sawSource: sawSource = true
            case "target" where isOwn(child) && !sawTarget: sawTarget = true
            case "note" where isOwn(child) && child.attributes == [Attribute("from", XLIFFMetadata.penalty)]:
                match.penalties.append(child.text.description)
            default: match.other.append(child)
            }
        }
        return match
    }
}
