import ByteXML
import Interchange
import Testing
import TranslationMemory
import UnicodeText

@Suite struct XLIFFReaderTests {
    @Test(arguments: [1, 7, 100_000])
    func readsAllOfAUnit(_ pieces: Int) throws {
        let unit = try #require(try XLIFF.units(Array(XLIFF.first.utf8), pieces: pieces).first)
        #expect(unit.id == "1" && unit.name == "open" && unit.isApproved == true && unit.isTranslatable == true)
        #expect(unit.attributes == [Attribute("size-unit", "char"), Attribute("maxwidth", "20")])
        let source = unit.segments[0].source
        #expect(source.text == UTF8Text("Click here & go"))
        #expect(
            source.codes.map(\.kind) == [
                .beginPaired, .placeholder, .endPaired, .beginPaired, .endPaired, .isolated, .placeholder, .unknown,
            ])
        #expect(source.codes.map(\.position) == [6, 8, 10, 13, 15, 15, 15, 15])
        #expect(source.codes[3].content == [.text("<i>")])
        #expect(source.codes[6].content == [.text("img "), .sub([Attribute("ctype", "x-alt")], "a title")])
        #expect(
            source.codes[7].attributes == [
                Attribute("element", "odd"), Attribute("xmlns", "urn:vendor"), Attribute("k", "1"),
            ])
        #expect(unit.segments[0].target?.text == UTF8Text("Cliquez <ici> & là"))
        #expect(unit.segments[0].state == XLIFFState(.final, .exactMatch))
        #expect(
            unit.notes == [
                XLIFFNote("Short", category: "ann", side: .target, attributes: [Attribute("priority", "2")]),
                XLIFFNote("Plain"),
            ])
        #expect(unit.matches[0].quality == 80 && unit.matches[0].origin == "old" && unit.matches[0].tool == "T")
        #expect(unit.matches[0].target.text == UTF8Text("Clic"))
        #expect(unit.other.map(\.name) == ["extra"])
    }

    @Test func cutsSegments() throws {
        let unit = try XLIFF.units(XLIFF.first)[1]
        #expect(unit.segments.map(\.id) == ["1", nil, "2"])
        #expect(unit.segments.map(\.isIgnorable) == [false, true, false])
        #expect(unit.segments.map(\.source.text) == ["One.", " ", "Two words."])
        #expect(unit.segments.map { $0.target?.text } == ["Un.", " ", "Deux mots."])
        #expect(unit.segments[2].source.codes.map(\.position) == [4, 9])
    }

    @Test func followsTheOrderOfTheFile() throws {
        let kinds = try XLIFF.events(Array(XLIFF.first.utf8)).map { event in
            switch event {
            case .document(let document): "document \(document.version)"
            case .file(let file): "file \(file.original ?? "") \(file.other.map(\.name))"
            case .group(let group): "group \(group.name ?? "") \(group.type ?? "") \(group.other.map(\.name))"
            case .fileEnd: "file end"
            case .groupEnd: "end"
            case .unit(let unit, let place): "unit \(unit.id) \(place.line)"
            case .other(let element): element.name
            case .comment(let text): text
            }
        }
        #expect(
            kinds == [
                "document 1.2", "file page.html [\"header\"]", " between units ",
                "group menu x-list [\"context-group\"]", "unit 1 10", "bin-unit", "end", "unit 2 18", "file end",
                "file two []", "file end",
            ])
    }

    @Test func readsTheSecondKind() throws {
        let unit = try #require(try XLIFF.units(XLIFF.second).first)
        #expect(unit.type == "headline" && unit.name == "open")
        #expect(unit.segments.map(\.id) == ["s1", nil, "s2"])
        let source = unit.segments[0].source
        #expect(source.text == UTF8Text("The digital economy \u{1}grows"))
        #expect(
            source.codes.map(\.kind) == [
                .beginPaired, .highlightStart, .highlightEnd, .endPaired, .placeholder, .beginPaired,
            ])
        #expect(source.codes[0].content == [.text("<b>")] && source.codes[3].content == [.text("</b>")])
        #expect(source.codes[4].content == [.text("bell\u{7}")])
        #expect(unit.segments[0].state.progress == .reviewed)
        #expect(unit.segments[2].state == .unsaid)
        #expect(unit.segments[2].source.codes.map(\.kind) == [.endPaired, .highlightStart, .highlightEnd, .isolated])
        #expect(unit.matches.map(\.quality) == [90, nil] && unit.matches[0].segment == 0)
        #expect(unit.terms[0].term == UTF8Text("digital economy"))
        #expect(unit.terms[0].translations.map(\.text) == ["économie numérique"])
    }

    /// Every accepted segment is a unit; for every other one there is a reason.
    @Test func takesWhatIsAccepted() throws {
        func file(_ units: String) -> String {
            """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="o" source-language="en"
            target-language="fr" datatype="x"><body>\(units)</body></file></xliff>
            """
        }
        func taken(_ unit: String, _ target: String) throws -> LeftOut? {
            let found = try XLIFF.taken(file("<trans-unit id=\"1\"\(unit)><source>A b</source>\(target)</trans-unit>"))
            #expect(found.units.count + found.leftOut.count == 1)
            return found.leftOut.first
        }
        #expect(try taken("", "<target state=\"translated\">C</target>") == nil)
        #expect(try taken("", "<target state=\"signed-off\">C</target>") == nil)
        #expect(try taken("", "<target>C</target>") == nil)
        #expect(try taken(" approved=\"yes\"", "<target state=\"needs-translation\">C</target>") == nil)
        #expect(try taken("", "<target state=\"final\" state-qualifier=\"fuzzy-match\">C</target>") == nil)
        #expect(try taken("", "<target state=\"translated\">A b</target>") == nil)
        #expect(try taken("", "") == .untranslated)
        #expect(try taken("", "<target> </target>") == .untranslated)
        #expect(try taken("", "<target>A b</target>") == .copy)
        #expect(try taken("", "<target state=\"needs-review-translation\">C</target>") == .unreviewed)
        #expect(try taken("", "<target state=\"new\">C</target>") == .unreviewed)
        #expect(
            try taken("", "<target state=\"translated\" state-qualifier=\"mt-suggestion\">C</target>") == .unreviewed)
        #expect(try taken("", "<target state-qualifier=\"rejected-grammar\">C</target>") == .unreviewed)
        #expect(try taken(" approved=\"no\"", "<target>C</target>") == .unreviewed)
        #expect(try taken(" translate=\"no\"", "<target>C</target>") == .notTranslatable)

        let first = try XLIFF.taken(XLIFF.first)
        #expect(first.units.map(\.context.id) == ["open", "2/1", "2/2"])
        #expect(first.units.map(\.context.previous) == [nil, "Click here & go", "One."])
        #expect(first.units.map(\.context.next) == ["One.", "Two words.", nil])
        #expect(first.units.map { $0.variants.map(\.language) } == Array(repeating: ["en-US", "fr"], count: 3))
        #expect(first.units[0].annotations.map(\.text) == ["Short", "Plain"])
        #expect(first.units.map(\.origin) == Array(repeating: Origin(.import, name: "t.xlf"), count: 3))
        // The mark of a term is no code of the sentence; pairs have the numbers TMX wants.
        #expect(first.units[2].variants[0].segment.codes.isEmpty)
        let codes = first.units[0].variants[0].segment.codes
        #expect(codes.map { $0.attributes["i"] } == ["1", nil, "1", "2", "2", nil, nil, nil])
        #expect(codes.map { $0.attributes["x"] } == ["1", "2", nil, "3", nil, "5", "6", nil])
        #expect(codes[5].attributes["pos"] == "begin")

        let second = try XLIFF.taken(XLIFF.second)
        #expect(second.units.map(\.context.id) == ["open/s1"] && second.leftOut == [.untranslated])
    }

    /// Trados Studio and memoQ have words of their own for what is done.
    @Test func knowsTheWordsOfTwoPrograms() throws {
        let text = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff" version="1.2">
            <file original="o" source-language="en" target-language="fr" datatype="x"><body>
            <trans-unit id="1"><source>One. Two. Three.</source>
            <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk> <mrk mtype="seg" mid="3">Three.</mrk></seg-source>
            <target><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2">Deux.</mrk> <mrk mtype="seg" mid="3">Trois.</mrk></target>
            <sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Draft"/><sdl:seg id="3"/></sdl:seg-defs></trans-unit>
            <trans-unit id="4" mq:status="ManuallyConfirmed"><source>Four.</source><target>Quatre.</target></trans-unit>
            <trans-unit id="5" mq:status="PartiallyEdited"><source>Five.</source><target>Cinq.</target></trans-unit>
            </body></file></xliff>
            """
        let (units, leftOut) = try XLIFF.taken(text)
        #expect(units.compactMap { $0.variants.last?.segment.text } == ["Un.", "Quatre."])
        #expect(leftOut == [.unreviewed, .unreviewed, .unreviewed])
    }

    @Test func wantsALanguage() throws {
        let text = """
            <xliff version="1.2"><file source-language="en" original="o" datatype="x"><body>
            <trans-unit id="1"><source>A</source><target>B</target></trans-unit></body></file></xliff>
            """
        let error = try #require(throws: Diagnostic.self) { _ = try XLIFF.taken(text) }
        #expect(error.code == "xliff.no-language" && error.line == 2 && error.hint?.contains("--to") == true)
        var units: [TranslationUnit] = []
        var translations = XLIFFTranslations(file: nil, target: "sw")
        for event in try XLIFF.events(Array(text.utf8)) {
            try translations.take(event, leftOut: { _ in }, unit: { units.append($0) })
        }
        #expect(units.map { $0.variants.map(\.language) } == [["en", "sw"]])
    }

    @Test func reportsAUnitWithoutASource() throws {
        var problems: [Diagnostic] = []
        let text =
            "<xliff version=\"1.2\"><file><body>\n <trans-unit id=\"7\"><target>x</target></trans-unit></body></file></xliff>"
        let events = try XLIFF.events(Array(text.utf8)) { problems.append($0) }
        #expect(
            problems.map(\.description)
                == ["t.xlf:2:2: warning: <trans-unit> without <source> (7); it was left out (byte 35)"])
        // Written again it is still there.
        #expect(try XLIFF.again(events).text.contains("<trans-unit id=\"7\"><target>x</target></trans-unit>"))
    }
}
