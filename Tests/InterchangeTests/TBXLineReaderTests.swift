import Interchange
import Terminology
import Testing
import UnicodeText

/// The quick reader of the shipped glossaries says what the real one says.
@Suite struct TBXLineReaderTests {
    /// Without what only the real reader keeps.
    private func bare(_ glossary: Glossary) -> Glossary {
        var glossary = glossary
        for concept in glossary.concepts.indices {
            glossary.concepts[concept].other = []
            for section in glossary.concepts[concept].sections.indices {
                glossary.concepts[concept].sections[section].other = []
                for term in glossary.concepts[concept].sections[section].terms.indices {
                    glossary.concepts[concept].sections[section].terms[term].other = []
                }
            }
        }
        return glossary
    }

    @Test func agreesOnEveryShippedGlossary() throws {
        let names = LanguageData.names.filter { $0.hasPrefix("glossaries/") }
        #expect(names.count >= 5)
        for name in names {
            let bytes = try #require(LanguageData.file(name))
            let full = bare(try TBXReader.read(Array(bytes), name: "g", file: name))
            let quick = try #require(TBXLineReader.read(bytes, name: "g"), "\(name) is not as TBXWriter writes")
            #expect(quick == full)
            let some = try #require(TBXLineReader.read(bytes, name: "g", languages: ["en", "sw"]))
            #expect(some.languages == ["en", "sw"])
            #expect(some.concepts.map { $0.terms(in: "sw") } == full.concepts.map { $0.terms(in: "sw") })
        }
    }

    @Test func leavesOtherFormsAlone() {
        for text in ["", "x", "<?xml version=\"1.0\"?>\n<martif/>", "<?xml?>\n<tbx>\n<body>\n</body>"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { TBXLineReader.read($0, name: "g") } == nil)
        }
    }
}
