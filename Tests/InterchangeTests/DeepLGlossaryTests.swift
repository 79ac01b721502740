import Interchange
import Terminology
import Testing
import UnicodeText

@Suite struct DeepLGlossaryTests {
    private func concept(_ id: String, _ source: UTF8Text, _ target: UTF8Text) -> Concept {
        Concept(
            id: id,
            sections: [
                .init(language: "en", terms: [Term(source)]), .init(language: "fr", terms: [Term(target)]),
            ])
    }

    private func written(
        _ concepts: [Concept], _ separator: TableSeparator = .tab
    ) throws -> (text: String, problems: [String]) {
        var bytes: [UInt8] = []
        var problems: [String] = []
        let count = try DeepLGlossary.write(
            Glossary(name: "g", concepts: concepts), separator: separator, from: "en", to: "fr",
            report: { problems.append("\($0.code) \($0.message)") }
        ) { bytes += $0 }
        #expect(count == bytes.filter { $0 == 0x0A }.count)
        return (String(decoding: bytes, as: UTF8.self), problems)
    }

    @Test func whatDeepLDoesNotTakeIsLeftOutAndNamed() throws {
        let long = UTF8Text(unchecked: [UInt8](repeating: 0x61, count: 1025))
        let (text, problems) = try written([
            concept("1", " bank ", "banque\u{A0}"), concept("2", "bank", "rive"), concept("3", "bank", "banque"),
            concept("4", "a\nb", "c"), concept("5", "a", "b\u{86}"), concept("6", "x", "y\u{2028}z"),
            concept("7", long, "x"), concept("8", "\"quoted\"", "l’\"été\""), concept("9", "tab\there", "x"),
            concept("10", UTF8Text(unchecked: long.bytes.dropLast()), "fits"), concept("11", "  ", "x"),
        ])
        #expect(
            text == "bank\tbanque\n\"quoted\"\tl’\"été\"\n" + String(repeating: "a", count: 1024) + "\tfits\n")
        #expect(
            problems.map { $0.prefix { $0 != ":" } } == [
                "deepl.duplicate \"bank\" (concept 2) was left out", "deepl.control \"a\nb\" (concept 4) was left out",
                "deepl.control \"a\" (concept 5) was left out", "deepl.control \"x\" (concept 6) was left out",
                "deepl.length \"\(long)\" (concept 7) was left out",
                "deepl.control \"tab\there\" (concept 9) was left out",
            ])
        #expect(problems.first?.hasSuffix("it is \"banque\" already, not \"rive\"") == true)
    }

    @Test func everySourceHasOneTarget() throws {
        let both = Concept(
            id: "1",
            sections: [
                .init(
                    language: "en",
                    terms: [Term("old", status: .deprecated), Term("car"), Term("automobile", status: .admitted)]),
                .init(language: "fr", terms: [Term("auto", status: .admitted), Term("voiture")]),
            ])
        #expect(try written([both]).text == "car\tvoiture\nautomobile\tvoiture\n")
        #expect(try written([both]).problems == [])
    }

    @Test func bothFormsAreRead() throws {
        let concepts = [concept("1", "a, \"b\"", "c"), concept("2", "d", "e\"")]
        for separator in [TableSeparator.tab, .comma] {
            let text = try written(concepts, separator).text
            let read = try DeepLGlossary.read(Array(text.utf8), name: "g", file: nil, from: "en", to: "fr")
            #expect(read.concepts == concepts)
        }
        var problems: [Int] = []
        let four = try DeepLGlossary.read(
            Array("hallo,hello,de,en\nwelt,,de,en\n\nx,y\n".utf8), name: "g", file: nil, from: "en", to: "fr"
        ) { problems.append($0.line ?? 0) }
        #expect(four.concepts.map(\.languages) == [["de", "en"], ["en", "fr"]])
        #expect(problems == [2])
    }
}
