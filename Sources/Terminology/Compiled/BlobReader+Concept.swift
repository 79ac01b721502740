internal import UnicodeText

extension BlobReader {
    mutating func concept(_ languages: [LanguageTag]) throws(Damage) -> Concept {
        var concept = Concept(id: try string())
        concept.subjectField = try optional()
        concept.definition = try optional()
        concept.note = try optional()
        concept.isTranslatable = try number() != 0
        concept.sections = try list { reader throws(Damage) in
            let language = try reader.number()
            guard languages.indices.contains(language) else { throw Damage() }
            return Concept.Section(
                language: languages[language],
                terms: try reader.list { reader throws(Damage) in try reader.term() }, other: try reader.categories())
        }
        concept.other = try categories()
        return concept
    }

    private mutating func term() throws(Damage) -> Term {
        var term = Term(try text())
        term.status = try one(of: TermStatus.allCases)
        term.type = try one(of: TermType.allCases)
        term.flags = TermFlags(rawValue: UInt8(truncatingIfNeeded: try number()))
        term.partOfSpeech = try optional()
        if try number() != 0 { term.reliability = try number() }
        term.source = try optional()
        term.note = try optional()
        term.context = try optional()
        term.other = try categories()
        return term
    }

    private mutating func one<Case>(of cases: [Case]) throws(Damage) -> Case {
        let index = try number()
        guard cases.indices.contains(index) else { throw Damage() }
        return cases[index]
    }

    mutating func categories() throws(Damage) -> [DataCategory] {
        try list { reader throws(Damage) in
            DataCategory(
                element: try reader.string(), type: try reader.string(), value: try reader.string(),
                attributes: try reader.list { reader throws(Damage) in try reader.strings() })
        }
    }

    private mutating func strings() throws(Damage) -> [String] {
        try list { reader throws(Damage) in try reader.string() }
    }
}
