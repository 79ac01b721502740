import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct XLIFFWriterTests {
    private var units: [XLIFFUnit] {
        let bold: [InlineCode] = [
            InlineCode(
                kind: .beginPaired, position: 5,
                attributes: [Attribute("i", "1"), Attribute("x", "1"), Attribute("type", "bold")],
                content: [.text("<b>")]),
            InlineCode(kind: .endPaired, position: 9, attributes: [Attribute("i", "1")], content: [.text("</b>")]),
        ]
        return [
            XLIFFUnit(
                id: "1", source: "The digital economy grew.", target: "L’économie numérique a crû.", state: .fuzzyMatch,
                notes: [XLIFFNote("Says the minister", category: "press")],
                matches: [
                    XLIFFMatch(
                        source: "The digital economy grows.", target: "L’économie numérique croît.", quality: 87.5,
                        kind: .fuzzy, origin: "memory.db", tool: "dragoman", penalties: ["inflection: grew, grows"])
                ],
                terms: [
                    XLIFFTerm(
                        "digital economy", translations: ["économie numérique"], note: "preferred", range: 4..<19)
                ], type: "headline"),
            XLIFFUnit(id: "a b", source: InlineText("Read more\u{1}.", codes: bold)),
        ]
    }

    @Test func writesTheFirstKind() throws {
        #expect(
            try XLIFF.written(.v1_2, units) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
                <file original="copy.txt" source-language="en" target-language="fr" xml:space="preserve" datatype="plaintext" tool-id="dragoman" date="2024-03-01T12:00:00Z">
                <header><tool tool-id="dragoman" tool-name="dragoman" tool-version="1"/></header>
                <body>
                <trans-unit id="1" restype="x-headline">
                <source>The <mrk mtype="term" mid="t1">digital economy</mrk> grew.</source>
                <target state="needs-review-translation" state-qualifier="fuzzy-match">L’économie numérique a crû.</target>
                <alt-trans match-quality="87.5%" origin="memory.db" tool="dragoman">
                <source>The digital economy grows.</source>
                <target state-qualifier="fuzzy-match">L’économie numérique croît.</target>
                <note from="penalty">inflection: grew, grows</note>
                </alt-trans>
                <note from="glossary" annotates="source">digital economy = économie numérique (preferred)</note>
                <note from="press">Says the minister</note>
                </trans-unit>
                <trans-unit id="a b">
                <source>Read <bpt id="1" rid="1" ctype="bold">&lt;b&gt;</bpt>more<ept id="1" rid="1">&lt;/b&gt;</ept>.</source>
                </trans-unit>
                </body>
                </file>
                </xliff>

                """)
    }

    @Test func writesTheSecondKind() throws {
        #expect(
            try XLIFF.written(.v2_1, units) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="en" trgLang="fr">
                <file id="f1" original="copy.txt" xml:space="preserve">
                <mda:metadata><mda:metaGroup category="tool"><mda:meta type="name">dragoman</mda:meta><mda:meta type="version">1</mda:meta><mda:meta type="date">2024-03-01T12:00:00Z</mda:meta></mda:metaGroup></mda:metadata>
                <unit id="1" type="dragoman:headline">
                <mtc:matches>
                <mtc:match ref="#s1" similarity="87.5" origin="memory.db">
                <mda:metadata><mda:metaGroup category="dragoman"><mda:meta type="penalty">inflection: grew, grows</mda:meta><mda:meta type="tool">dragoman</mda:meta></mda:metaGroup></mda:metadata>
                <source>The digital economy grows.</source>
                <target>L’économie numérique croît.</target>
                </mtc:match>
                </mtc:matches>
                <gls:glossary>
                <gls:glossEntry ref="#t1">
                <gls:term>digital economy</gls:term><gls:translation>économie numérique</gls:translation>
                <mda:metadata><mda:metaGroup category="dragoman"><mda:meta type="note">preferred</mda:meta></mda:metaGroup></mda:metadata>
                </gls:glossEntry>
                </gls:glossary>
                <notes>
                <note category="press">Says the minister</note>
                </notes>
                <segment id="s1" state="initial" subState="dragoman:needs-review-fuzzy-match">
                <source>The <mrk id="t1" type="term">digital economy</mrk> grew.</source>
                <target>L’économie numérique a crû.</target>
                </segment>
                </unit>
                <unit id="a_20b">
                <originalData>
                <data id="d1">&lt;b&gt;</data>
                <data id="d2">&lt;/b&gt;</data>
                </originalData>
                <segment>
                <source>Read <sc id="s1" type="fmt" subType="xlf:b" dataRef="d1"/>more<ec startRef="s1" dataRef="d2"/><cp hex="0001"/>.</source>
                </segment>
                </unit>
                </file>
                </xliff>

                """)
    }

    /// What the second kind says comes back whole; the first has no place for terms but marks and notes.
    @Test func comesBack() throws {
        var expected = units[0]
        expected.segments[0].id = "s1"
        #expect(try XLIFF.units(try XLIFF.written(.v2_0, [units[0]])) == [expected])

        let first = try #require(try XLIFF.units(try XLIFF.written(.v1_2, [units[0]])).first)
        #expect(first.matches == units[0].matches && first.segments[0].state == .fuzzyMatch)
        #expect(first.segments[0].target == units[0].segments[0].target && first.type == "headline")
        #expect(first.notes.map(\.category) == ["glossary", "press"])
    }

    @Test func statesComeBack() throws {
        let qualifiers: [XLIFFState.Qualifier?] = XLIFFState.Qualifier.allCases + [nil]
        for progress in XLIFFState.Progress.allCases {
            for qualifier in qualifiers {
                let unit = XLIFFUnit(id: "1", source: "A", target: "B", state: XLIFFState(progress, qualifier))
                for version in XLIFFVersion.allCases {
                    #expect(try XLIFF.units(try XLIFF.written(version, [unit])) == [unit])
                }
            }
        }
    }

    /// Terms over one another are marks that do not nest, and codes within codes stay in order.
    @Test func marksThatCrossEachOther() throws {
        let terms = [
            XLIFFTerm("b c", translations: ["x"], range: 2..<5), XLIFFTerm("c d", translations: ["y"], range: 4..<7),
        ]
        let text = try XLIFF.written(.v2_1, [XLIFFUnit(id: "1", source: "a b c d e", terms: terms)])
        #expect(
            text.contains(
                "a <sm id=\"t1\" type=\"term\"/>b <mrk id=\"t2\" type=\"term\">c<em startRef=\"t1\"/> d</mrk> e")
                || text.contains(
                    "a <mrk id=\"t1\" type=\"term\">b <sm id=\"t2\" type=\"term\"/>c</mrk> d<em startRef=\"t2\"/> e")
        )
        let first = try XLIFF.written(.v1_2, [XLIFFUnit(id: "1", source: "a b c d e", terms: terms)])
        #expect(try XLIFF.units(first).first?.segments[0].source.text == UTF8Text("a b c d e"))
    }

    /// One kind written as the other is still well-formed, and keeps words, translations, states and notes.
    @Test func convertsBetweenKinds() throws {
        for (sample, version) in [(XLIFF.first, XLIFFVersion.v2_1), (XLIFF.second, .v1_2)] {
            let units = try XLIFF.units(sample)
            let again = try XLIFF.units(try XLIFF.written(version, units))
            #expect(again.count == units.count)
            for (before, after) in zip(units, again) {
                func words(_ unit: XLIFFUnit) -> [UTF8Text] {
                    unit.segments.filter { !$0.isIgnorable }.flatMap { [$0.source.text, $0.target?.text ?? ""] }
                }
                let kept =
                    version == .v1_2
                    ? words(before).map { UTF8Text(unchecked: $0.bytes.filter { $0 != 1 }) } : words(before)
                #expect(words(after) == kept)
                #expect(Array(after.notes.map(\.text).suffix(before.notes.count)) == before.notes.map(\.text))
                #expect(after.matches.map(\.target.text) == before.matches.map(\.target.text))
            }
        }
    }
}
