internal import TranslationMemory
internal import UnicodeText

/// Reads entries of the glossary module (XLIFF 2.1, section 5.2).
struct XLIFFTermReader {
    let isOwn: (XLIFFElement) -> Bool

    func term(_ element: XLIFFElement) -> XLIFFTerm {
        var term = XLIFFTerm(UTF8Text(), translations: [])
        term.attributes = element.attributes
        var sawTerm = false
        for child in element.elements {
            let isGlossary = child.namespace == XLIFFModule.glossary
            switch child.name {
            case "term" where isGlossary && !sawTerm:
                sawTerm = true
                term.term = child.text
                term.attributes += child.attributes.map { Attribute("term/\($0.name)", $0.value) }
            case "translation" where isGlossary:
                term.translations.append(.init(child.text, attributes: child.attributes))
            case "definition" where isGlossary && term.definition == nil && child.attributes.isEmpty:
                term.definition = child.text
            default:
                if term.note == nil, let facts = XLIFFMetadata.facts(child), facts.count == 1,
                    facts[0].type == XLIFFMetadata.note
                {
                    term.note = UTF8Text(facts[0].value)
                } else {
                    term.other.append(child)
                }
            }
        }
        return term
    }

    /// Gives each term the place that its mark has in the source, and takes the mark out of the codes: where the mark is
    /// nothing but that, and no other code touches it.
    static func place(_ unit: inout XLIFFUnit) {
        var uses: [String: Int] = [:]
        for term in unit.terms { if let reference = term.attributes["ref"] { uses[reference, default: 0] += 1 } }
        guard !uses.isEmpty else { return }
        var places: [String: (segment: Int, range: ByteRange)] = [:]
        for segment in unit.segments.indices {
            for (id, range) in plainMarks(unit.segments[segment].source) where uses["#\(id)"] == 1 {
                places["#\(id)"] = (segment, range)
            }
        }
        for index in unit.terms.indices {
            guard let reference = unit.terms[index].attributes["ref"], let place = places[reference] else { continue }
            let id = String(reference.dropFirst())
            unit.terms[index].segment = place.segment
            unit.terms[index].range = place.range
            unit.terms[index].attributes["ref"] = nil
            if id != "t\(index + 1)" { unit.terms[index].attributes.append(Attribute("mrk/id", id)) }
            unit.segments[place.segment].source.codes.removeAll { $0.element == "mrk" && $0.attributes["id"] == id }
        }
    }

    /// Marks of terms with nothing else to them, by their ids. O(codes).
    private static func plainMarks(_ text: InlineText) -> [(id: String, range: ByteRange)] {
        let codes = text.codes
        var result: [(String, ByteRange)] = []
        for index in codes.indices.dropLast() {
            let (start, end) = (codes[index], codes[index + 1])
            guard start.kind == .highlightStart, end.kind == .highlightEnd, start.element == "mrk",
                let id = start.attributes["id"], end.attributes["id"] == id,
                start.attributes == [Attribute("element", "mrk"), Attribute("id", id), Attribute("type", "term")],
                start.position < end.position, index == 0 || codes[index - 1].position < start.position,
                index + 2 == codes.count || codes[index + 2].position > end.position
            else { continue }
            result.append((id, start.position..<end.position))
        }
        return result
    }
}
