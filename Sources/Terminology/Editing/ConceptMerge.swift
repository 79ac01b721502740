internal import UnicodeText

/// Puts what one concept says into another.
struct ConceptMerge {
    let mode: GlossaryMerge.Mode
    private(set) var concept: Concept
    /// Whether terms were passed over because there are others.
    private(set) var leftOut = false

    init(mode: GlossaryMerge.Mode, concept: Concept) {
        self.mode = mode
        self.concept = concept
    }

    mutating func take(_ other: Concept) {
        take(&concept.subjectField, other.subjectField)
        take(&concept.definition, other.definition)
        take(&concept.note, other.note)
        if mode == .replace { concept.isTranslatable = other.isTranslatable }
        add(other.other, to: &concept.other)
        for section in other.sections { take(section) }
    }

    private mutating func take(_ section: Concept.Section) {
        guard let place = concept.sections.firstIndex(where: { $0.language == section.language }) else {
            concept.sections.append(section)
            return
        }
        add(section.other, to: &concept.sections[place].other)
        let known = concept.sections[place].terms
        let places = Dictionary(known.indices.map { (known[$0].text, $0) }, uniquingKeysWith: { first, _ in first })
        var terms = mode == .replace ? [] : known
        for term in section.terms {
            guard let index = places[term.text] else {
                if mode == .keep { leftOut = true } else { terms.append(term) }
                continue
            }
            let both = merged(known[index], term)
            if mode == .replace { terms.append(both) } else { terms[index] = both }
        }
        if !terms.isEmpty { concept.sections[place].terms = terms }
    }

    private func merged(_ known: Term, _ term: Term) -> Term {
        var both = known
        take(&both.partOfSpeech, term.partOfSpeech)
        take(&both.reliability, term.reliability)
        take(&both.source, term.source)
        take(&both.note, term.note)
        take(&both.context, term.context)
        add(term.other, to: &both.other)
        if mode == .replace {
            both.status = term.status
            both.type = term.type
            both.flags = term.flags
        }
        return both
    }

    private func take<Value>(_ field: inout Value?, _ value: Value?) {
        guard let value, field == nil || mode == .replace else { return }
        field = value
    }

    /// Entries in groups belong together and are taken only where there are none.
    private func add(_ entries: [DataCategory], to known: inout [DataCategory]) {
        if known.isEmpty {
            known = entries
        } else if !entries.contains(where: { $0.element.utf8.contains(UInt8(ascii: "/")) }) {
            let there = Set(known)
            known += entries.filter { !there.contains($0) && !($0.value.isEmpty) }
        }
    }
}
