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

    private func matcher(_ terms: [Term], language: LanguageTag) -> TermMatcher {
        let concepts = terms.enumerated().map {
            Concept(id: "c\($0.offset)", sections: [.init(language: language, terms: [$0.element])])
        }
        return TermMatcher(glossaries: [Glossary(name: "t", concepts: concepts)], language: language)
    }

    private func found(_ text: String, _ terms: [Term], _ language: LanguageTag = "en") -> [String] {
        matcher(terms, language: language).occurrences(in: UTF8Text(text)).map(\.found.description)
    }

    @Test func honoursTheFlagsOfTerms() {
        func term(_ text: UTF8Text, _ flags: TermFlags) -> Term { Term(text, flags: flags) }
        #expect(found("policy and policies, Policy", [term("policy", .exact)]) == ["policy", "Policy"])
        #expect(found("Apple, apple, Apples, APPLE", [term("Apple", .caseSensitive)]) == ["Apple", "Apples"])
        #expect(found("Apple, apple, Apples", [term("Apple", [.caseSensitive, .exact])]) == ["Apple"])
        #expect(
            found("cyber, cyberspace, Cybercrime, Macyber, cy", [term("cyber", .prefix)])
                == ["cyber", "cyberspace", "Cybercrime"])
        #expect(found("cybersecurity", [Term("cyber")]).isEmpty)
        #expect(found("the big databases", [term("big data", .prefix)], "en") == ["big databases"])
    }

    @Test(arguments: [
        ("ar", "كتاب", "وللكتاب", "للكتاب", "inflected", ["prefix و", "article لل-"]),
        ("ar", "كتاب", "وكتابه", "كتابه", "inflected", ["prefix و", "suffix -ه"]),
        ("ar", "فرنسا", "وفرنسا", "فرنسا", "exact", ["prefix و"]),
        ("ar", "أسلحة", "اسلحة", "اسلحة", "folded", []),
        ("sw", "shule", "shuleni", "shuleni", "inflected", ["locative -ni"]),
        ("yo", "àìsàn", "aisan", "aisan", "toneless", ["tone marks left out"]),
        ("en", "policies", "policy", "policy", "inflected", ["plural -y"]),
        ("en", "child", "children", "children", "inflected", ["irregular form"]),
        ("de", "Verordnung", "Verordnungen", "Verordnungen", "inflected", ["Snowball"]),
        ("en", "data base", "DATA-BASE", "DATA-BASE", "folded", []),
        ("zh", "ＡＢＣ法", "ABC法", "ABC法", "folded", []),
        ("ja", "ガス", "ｶﾞｽ", "ｶﾞｽ", "folded", []),
        ("ha", "ƙasa", "kasar", "kasar", "inflected", ["linker -ar"]),
        ("am", "ሀገር", "የሐገሮች", "ሐገሮች", "inflected", ["prefix የ", "plural -ኦች"]),
    ])
    func tellsTheFormAndWhatLedThere(
        _ language: String, _ term: String, _ text: String, _ found: String, _ form: String, _ rules: [String]
    ) throws {
        let matcher = matcher([Term(UTF8Text(term))], language: try #require(LanguageTag(language)))
        let occurrence = try #require(matcher.occurrences(in: UTF8Text(text)).first)
        #expect(occurrence.found == UTF8Text(found))
        #expect(occurrence.form.rawValue == form)
        #expect(occurrence.rules == rules)
    }

    @Test func givesAllTermsThatOverlapOnRequest() {
        let matcher = matcher(
            ["digital economy", "digital", "economy", "economy forum"].map { Term($0) }, language: "en")
        let text: UTF8Text = "the digital economy forum"
        #expect(matcher.occurrences(in: text).map(\.found) == ["digital economy"])
        let all = matcher.scanner().occurrences(in: text, overlapping: true)
        #expect(all.map(\.found) == ["digital", "digital economy", "economy", "economy forum"])
    }

    /// Text that a converter has made for, and codes by their places.
    @Test func readsOverCodes() {
        #expect(found("digital\u{FFFC} economy, digi\u{AD}tal economy", [Term("digital economy")]).count == 2)
        let text: UTF8Text = "the <b>digital</b> econ<i/>omy"
        let scanner = matcher([Term("digital economy")], language: "en").scanner()
        let occurrences = scanner.occurrences(in: text, codes: [4..<7, 14..<18, 23..<27])
        #expect(occurrences.map(\.found) == ["digital</b> econ<i/>omy"])
        #expect(scanner.occurrences(in: text, codes: [0..<99]).isEmpty)
    }

    /// Ranges are of the text as it was given.
    @Test func findsInTextsThatAreNotComposed() {
        let occurrences = matcher([Term("Évry")], language: "fr").occurrences(in: "à E\u{301}vry, cafe\u{301} Évry")
        #expect(occurrences.map(\.range) == [3..<9, 18..<23])
        #expect(occurrences.map(\.form) == [.folded, .exact])
    }

    /// A term may hold as many words as it likes; a text of nothing but its first ones costs no more than their product.
    @Test func longTermsAndLongWords() {
        let long = Array(repeating: "word", count: 3_000).joined(separator: " ")
        #expect(found("a \(long) b", [Term(UTF8Text(long))]) == [long])
        let wide = String(repeating: "x", count: 5_000)
        #expect(found("\(wide) term", [Term(UTF8Text(wide)), Term("term")]) == ["term"])
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
