public import Terminology
internal import UnicodeText

/// Candidates as a glossary whose terms are all `proposed`.
public enum ProposedGlossary {
    /// A concept for each candidate, with an example of use and the counts in a note.
    public static func glossary(_ proposals: [TermProposals], name: String) -> Glossary {
        var ids: Set<String> = []
        var glossary = Glossary(name: name, description: "Proposed by dragoman terms --extract")
        for each in proposals {
            for candidate in each.candidates {
                let base = id(candidate.text)
                var id = base
                var number = 2
                while !ids.insert(id).inserted {
                    id = "\(base)-\(number)"
                    number += 1
                }
                glossary.concepts.append(Concept(id: id, sections: sections(candidate, each.extraction)))
            }
        }
        return glossary
    }

    private static func sections(_ candidate: TermCandidate, _ extraction: TermExtraction) -> [Concept.Section] {
        var term = Term(
            candidate.text, status: .proposed, type: candidate.kind == .acronym ? .acronym : .full,
            partOfSpeech: candidate.kind == .term ? "noun" : "properNoun")
        term.note = "\(candidate.count) times in \(candidate.segments) segments"
        term.context = candidate.examples.first.map { extraction.places[$0.segment].text.description }
        var terms = [term]
        if let acronym = candidate.acronym { terms.append(Term(acronym, status: .proposed, type: .acronym)) }
        let targets = candidate.proposals.sorted { $0.key < $1.key }.map { language, proposal in
            var term = Term(proposal.text, status: .proposed)
            term.note = "in \(proposal.bothUnits) of \(proposal.sourceUnits) units of the memory with the source term"
            return Concept.Section(language: language, terms: [term])
        }
        return [Concept.Section(language: extraction.language, terms: terms)] + targets
    }

    /// Letters, digits and marks of the text, hyphens between.
    private static func id(_ text: UTF8Text) -> String {
        var id = ""
        for placed in ((try? CaseMapping.fold(text)) ?? text).placedScalars {
            switch placed.scalar.kind {
            case .upper, .lower, .otherLetter, .mark, .digit: id.unicodeScalars.append(placed.scalar)
            default: if !id.utf8.isEmpty, id.utf8.last != UInt8(ascii: "-") { id += "-" }
            }
        }
        return id.utf8.last == UInt8(ascii: "-") ? String(id.dropLast()) : id
    }
}
