import Terminology
import Testing
import UnicodeText

@Suite struct TermMatcherTests {
    private func glossary(_ terms: [(String, String, TermType)], language: LanguageTag = "en") -> Glossary {
        Glossary(
            name: "t",
            concepts: terms.enumerated().map { index, term in
                Concept(
                    id: "c\(index)",
                    sections: [
                        .init(
                            language: language,
                            terms: [Term(UTF8Text(term.0), type: term.2, partOfSpeech: term.1)])
                    ])
            })
    }

    /// The forms found, in brackets in the text.
    private func marked(_ text: String, _ terms: [(String, String, TermType)], language: LanguageTag = "en") -> String {
        let source = UTF8Text(text)
        let matcher = TermMatcher(glossaries: [glossary(terms, language: language)], language: language)
        var result = ""
        var position = 0
        for occurrence in matcher.occurrences(in: source) {
            #expect(source[occurrence.range] == occurrence.found)
            result += "\(source[position..<occurrence.range.lowerBound])[\(occurrence.found)]"
            position = occurrence.range.upperBound
        }
        return result + "\(source[position..<source.count])"
    }

    /// A term base may hold its terms decomposed; texts are composed.
    @Test func findsTermsThatAreNotComposed() {
        #expect(marked("L’ÉCU et l’écu", [("E\u{301}CU", "noun", .acronym)], language: "fr") == "L’[ÉCU] et l’écu")
        #expect(marked("Évry", [("E\u{301}vry", "properNoun", .full)], language: "fr") == "[Évry]")
    }

    @Test func findsInflectedTermsWithExactOffsets() {
        let terms: [(String, String, TermType)] = [
            ("memorandum of understanding", "noun", .full), ("developing country", "noun", .full),
            ("e-commerce", "noun", .full), ("cloud service", "noun", .full), ("policy", "noun", .full),
        ]
        #expect(
            marked("China signed memorandums of understanding with developing countries.", terms)
                == "China signed [memorandums of understanding] with [developing countries].")
        #expect(
            marked("E-Commerce payments and e‑commerce, cloud\u{A0}services", terms)
                == "[E-Commerce] payments and [e‑commerce], [cloud\u{A0}services]")
        #expect(
            marked("the policy's aim, its policies; the police", terms)
                == "the [policy]'s aim, its [policies]; the police")
    }

    @Test func takesTheLongestOfThoseThatBeginAtAWord() {
        let terms: [(String, String, TermType)] = [
            ("digital economy", "noun", .full), ("digital", "adjective", .full), ("economy", "noun", .full),
            ("digital economy partnership agreement", "noun", .full),
        ]
        #expect(marked("the digital economy partnership grows", terms) == "the [digital economy] partnership grows")
        #expect(
            marked("a digital economy partnership agreement", terms) == "a [digital economy partnership agreement]")
        #expect(marked("digital, economy", terms) == "[digital], [economy]")
    }

    @Test func keepsTheCaseOfNamesAndAcronyms() {
        let terms: [(String, String, TermType)] = [
            ("WHO", "properNoun", .acronym), ("AI", "noun", .acronym), ("Turkey", "properNoun", .full),
            ("African Union", "properNoun", .full),
        ]
        #expect(
            marked("Who said AI? The WHO, who ate turkey in Turkey. AFRICAN UNION, african union", terms)
                == "Who said [AI]? The [WHO], who ate turkey in [Turkey]. [AFRICAN UNION], african union")
    }

    @Test func findsNothingInsideWords() {
        #expect(
            marked("a portable part of the apartment", [("part", "noun", .full)])
                == "a portable [part] of the apartment")
        #expect(marked("दिनांक और दिन", [("दिन", "noun", .full)], language: "hi") == "दिनांक और [दिन]")
        #expect(marked("ọbà àti ọba", [("ọba", "noun", .full)], language: "yo") == "ọbà àti [ọba]")
        #expect(marked("ng'ombe na ombe", [("ombe", "noun", .full)], language: "sw") == "ng'ombe na [ombe]")
    }

    @Test func findsTermsInScriptsWithoutSpaces() {
        #expect(
            marked("中国人民的数字经济发展", [("数字经济", "noun", .full), ("中国", "properNoun", .full)], language: "zh")
                == "[中国]人民的[数字经济]发展")
    }

    @Test func knowsElisionAndFrenchPlurals() {
        #expect(
            marked(
                "l’économie numérique et les protocoles d’accord",
                [
                    ("économie numérique", "noun", .full), ("protocole d’accord", "noun", .full),
                ], language: "fr") == "l’[économie numérique] et les [protocoles d’accord]")
    }

    @Test func builtInNamesOfCLDR() {
        let cldr = CLDRGlossary.glossary(kinds: [.region, .currency], languages: ["en", "fr", "sw", "am"])
        let matcher = TermMatcher(glossaries: [cldr], language: "en")
        let text: UTF8Text =
            "Africa, Bosnia and Herzegovina, the UK, Côte d'Ivoire and chad paid US dollars; Niger, not Nigerians"
        let found = matcher.occurrences(in: text)
        #expect(
            found.map(\.found.description) == [
                "Africa", "Bosnia and Herzegovina", "UK", "Côte d'Ivoire", "US dollars", "Niger",
            ])
        let ivory = matcher.concept(of: found[3])
        #expect(ivory.id == "region-CI")
        #expect(ivory.preferredTerm(in: "am")?.text == UTF8Text("ኮት ዲቯር"))
    }
}
