import Interchange
import Terminology
import TestSupport
import Testing
import UnicodeText

@Suite struct TBXTests {
    private func read(_ text: String) throws -> (glossary: Glossary, problems: [String]) {
        var problems: [String] = []
        let glossary = try TBXReader.read(Array(text.utf8), name: "g", file: "g.tbx") {
            problems.append("\($0.line ?? 0) \($0.code)")
        }
        return (glossary, problems)
    }

    private func written(_ glossary: Glossary) throws -> String {
        var bytes: [UInt8] = []
        try TBXWriter.write(glossary) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The lines of a text, blanks at their beginnings taken off.
    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }
    }

    @Test func versionTwoComesBackAsVersionThree() throws {
        let (glossary, problems) = try read(
            """
            <?xml version="1.0"?>
            <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>A book</p><p>of 1985</p></sourceDesc>
            </fileDesc></martifHeader><text><body>
            <termEntry id="a"><descripGrp><descrip type="definition">A <hi>level</hi> of
              rock.</descrip><admin type="source">Book</admin></descripGrp>
            <transacGrp><transac type="terminologyManagementTransactions">origination</transac>
            <transacNote type="responsibility" target="p1">Jo</transacNote><date>2008-01-02</date></transacGrp>
            <langSet xml:lang="en"><ntig id="t1"><termGrp><term>layer</term>
            <termNote type="grammaticalGender">other</termNote>
            <termNote type="administrativeStatus">standardizedTerm-admn-sts</termNote></termGrp>
            <descrip type="context">A layer of ice.</descrip></ntig></langSet>
            </termEntry></body>
            <back><refObjectList type="respPerson"><refObject id="p1"><item type="fn">Jo Doe</item>
            <itemSet><itemGrp><item type="role">editor</item></itemGrp></itemSet></refObject></refObjectList></back>
            </text></martif>
            """)
        #expect(problems == [])
        #expect(glossary.title == nil && glossary.description == "A book\nof 1985")
        let term = try #require(glossary.concepts.first?.terms(in: "en").first)
        #expect(term.status == .preferred && term.context == "A layer of ice.")
        let text = try written(glossary)
        #expect(
            lines(text).drop { !$0.hasPrefix("<conceptEntry") }.dropLast(2).map(String.init)
                == """
                <conceptEntry id="a">
                <descripGrp>
                <descrip type="definition">A level of rock.</descrip>
                <admin type="source">Book</admin>
                </descripGrp>
                <transacGrp>
                <transac type="terminologyManagementTransactions">origination</transac>
                <transacNote type="responsibility" target="p1">Jo</transacNote>
                <date>2008-01-02</date>
                </transacGrp>
                <langSec xml:lang="en">
                <termSec id="t1">
                <term>layer</term>
                <termNote type="grammaticalGender">other</termNote>
                <termNote type="administrativeStatus">standardizedTerm-admn-sts</termNote>
                <descrip type="context">A layer of ice.</descrip>
                </termSec>
                </langSec>
                </conceptEntry>
                </body>
                <back>
                <refObjectSec type="respPerson">
                <refObject id="p1">
                <item type="fn">Jo Doe</item>
                <itemSet>
                <itemGrp>
                <item type="role">editor</item>
                </itemGrp>
                </itemSet>
                </refObject>
                </refObjectSec>
                </back>
                """.split(separator: "\n").map(String.init))
        let (second, again) = try read(text)
        #expect(second == glossary && again == [])
    }

    @Test func elementsAsCategoriesComeBackByTheirElement() throws {
        let (glossary, problems) = try read(
            """
            <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
              xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
            <conceptEntry id="a"><min:subjectField>ice</min:subjectField>
            <langSec xml:lang="en"><termSec><term>layer</term><min:partOfSpeech>noun</min:partOfSpeech>
            <basic:grammaticalGender>neuter</basic:grammaticalGender>
            <basic:customerSubset>Acme</basic:customerSubset></termSec></langSec></conceptEntry></body></text></tbx>
            """)
        #expect(problems == [])
        let text = try written(glossary)
        for line in [
            "<descrip type=\"subjectField\">ice</descrip>", "<termNote type=\"partOfSpeech\">noun</termNote>",
            "<termNote type=\"grammaticalGender\">neuter</termNote>",
            "<admin type=\"customerSubset\">Acme</admin>",
        ] {
            #expect(text.contains(line))
        }
    }

    /// What stands outside of an entry is told with its place, not passed over in silence.
    @Test func whatStandsOutsideOfEntriesIsTold() throws {
        let (glossary, problems) = try read(
            """
            <tbx><text><body><descrip type="subjectField">x</descrip>
            <langSec xml:lang="en"><termSec><term>lost</term></termSec></langSec>
            <conceptEntry id="a"><langSec xml:lang="en"><termSec><term>kept</term></termSec></langSec>
            <termSec><term>lost</term></termSec></conceptEntry>
            <note>x</note></body></text></tbx>
            """)
        #expect(glossary.concepts.map(\.id) == ["a"])
        #expect(problems == ["1", "2", "4", "5"].map { "\($0) tbx.misplaced" })
    }

    @Test func flagsComeBack() throws {
        var glossary = Glossary(name: "g")
        let all: [TermFlags] = (0..<8).map { TermFlags(rawValue: $0) }
        for (index, flags) in all.enumerated() {
            glossary.concepts.append(
                Concept(
                    id: "c\(index)", isTranslatable: index % 2 == 0,
                    sections: [
                        .init(
                            language: "en",
                            terms: [Term("WHO", reliability: index, note: "said of it", flags: flags)])
                    ]))
        }
        glossary.concepts[0].sections[0].terms[0].reliability = nil
        let text = try written(glossary)
        #expect(text.contains("<note>flags::exact case prefix</note>"))
        #expect(text.contains("<descrip type=\"Translation needed\">No</descrip>"))
        #expect(try read(text).glossary == glossary)
        #expect(Array(text.utf8).withUnsafeBufferPointer { TBXLineReader.read($0, name: "g") } == glossary)
    }

    /// A note's attributes stay with it where notes of ours stand beside it, and a note that only looks like ours stays.
    @Test func notesKeepWhatTheyHave() throws {
        let (glossary, _) = try read(
            """
            <tbx><text><body><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>x</term>
            <note>flags::case exact</note><note from="translator">said</note>
            </termSec><termSec><term>y</term><note>flags::loud</note></termSec>
            <termSec><term>z</term><note>flags::</note></termSec></langSec></conceptEntry></body></text></tbx>
            """)
        let terms = try #require(glossary.concepts.first).terms(in: "en")
        #expect(terms.map(\.flags) == [[.exact, .caseSensitive], [], []])
        #expect(terms.map(\.note) == ["said", "flags::loud", "flags::"])
        let text = try written(glossary)
        #expect(text.contains("<note>flags::exact case</note>"))
        #expect(text.contains("<note from=\"translator\">said</note>"))
        #expect(try read(text).glossary == glossary)
    }

    @Test(arguments: [
        ("<tbx><text><body><conceptEntry id=\"a\"></body></text></tbx>", 1, 41, "xml.syntax"),
        ("<tbx><text>\n<body>", 2, 7, "xml.truncated"), ("<html/>", 1, 1, "tbx.root"),
        ("<tbx>\n<text>&nbsp;</text></tbx>", 2, 7, "xml.entity"),
    ])
    func brokenFilesHaveAPlace(_ text: String, _ line: Int, _ column: Int, _ code: String) {
        #expect {
            try TBXReader.read(Array(text.utf8), name: "g", file: "g.tbx")
        } throws: { error in
            guard let error = error as? Diagnostic else { return false }
            return error.file == "g.tbx" && error.line == line && error.column == column && error.code == code
        }
    }

    /// Changed bytes give an error or a glossary that is written and read without a change.
    @Test func brokenBytesNeverBreakTheReader() throws {
        let (glossary, _) = try read(
            """
            <tbx><text><body><conceptEntry id="a"><descrip type="subjectField">s</descrip><note>n</note>
            <transacGrp><transac type="t">m</transac><date>2020</date></transacGrp>
            <langSec xml:lang="en"><termSec id="q"><term>x</term><note>flags::case exact</note>
            <note>reliabilityCode::9</note></termSec></langSec></conceptEntry></body>
            <back><refObjectSec type="p"><refObject id="r"><item type="fn">J</item></refObject></refObjectSec></back>
            </text></tbx>
            """)
        let seed = Array(try written(glossary).utf8)
        var random = SplitMix(seed: 7)
        var readable = 0
        for _ in 0..<2000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 300..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                }
            }
            guard let once = try? TBXReader.read(bytes, name: "g", file: nil) else { continue }
            readable += 1
            let text = try written(once)
            #expect(try written(try read(text).glossary) == text)
        }
        #expect(readable > 100)
    }
}
