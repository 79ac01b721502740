import Interchange
import Terminology
import TestSupport
import Testing
import UnicodeText

/// Files that are changed in their place.
@Suite struct GlossaryDocumentTests {
    private let concept = Concept(
        id: "new", subjectField: "trade", isTranslatable: false,
        sections: [
            .init(language: "en", terms: [Term("tariff & duty", flags: [.exact])]),
            .init(language: "fr", terms: [Term("tarif")]),
        ])

    private func tbx(_ text: String) throws -> TBXDocument {
        try TBXDocument(Array(text.utf8), name: "g", file: "g.tbx")
    }

    private func table(_ text: String) throws -> GlossaryTableDocument {
        try GlossaryTableDocument(Array(text.utf8), name: "g", file: "g.csv")
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private let versionTwo = """
        <?xml version="1.0"?>\r
        <!DOCTYPE martif SYSTEM "x.dtd">\r
        <martif type="TBX" xml:lang="en"><text><body><!-- é -->\r
        \t<termEntry id="a"><langSet xml:lang="en"><tig><term>x</term></tig></langSet></termEntry>\r
        \t<termEntry id="b">\r
        \t\t<langSet xml:lang="en"><tig><term>y</term></tig></langSet>\r
        \t</termEntry>\r
        </body></text></martif>\r

        """

    @Test func aTermBaseOfVersionTwoStaysOne() throws {
        let document = try tbx(versionTwo)
        let entry = """
            \t<termEntry id="new">
            \t\t<descrip type="subjectField">trade</descrip>
            \t\t<descrip type="Translation needed">No</descrip>
            \t\t<langSet xml:lang="en">
            \t\t\t<tig>
            \t\t\t\t<term>tariff &amp; duty</term>
            \t\t\t\t<note>flags::exact</note>
            \t\t\t</tig>
            \t\t</langSet>
            \t\t<langSet xml:lang="fr">
            \t\t\t<tig>
            \t\t\t\t<term>tarif</term>
            \t\t\t</tig>
            \t\t</langSet>
            \t</termEntry>

            """.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        let parts = versionTwo.components(around: "</body>")
        #expect(text(try document.adding(concept)) == parts.0 + entry + "</body>" + parts.1)
        let removed = text(try document.removing(1))
        #expect(removed == versionTwo.components(around: "\t<termEntry id=\"b\"").0 + "</body>" + parts.1)
        var changed = document.glossary.concepts[0]
        changed.sections[0].terms[0].text = "z"
        #expect(
            text(try document.replacing(0, with: changed))
                == versionTwo.replacing(
                    "<tig><term>x</term></tig>", with: "<tig>\r\n  <term>z</term>\r\n</tig>"))
    }

    /// Of an entry only what changes is written anew.
    @Test func partsOfAnEntryKeepTheirBytes() throws {
        let file = """
            <tbx><text><body>
              <conceptEntry id='a'>  <!-- ours -->
                <langSec xml:lang="en"> <!-- e -->
                  <termSec><term>x</term> <note>1</note></termSec>
                  <termSec><term>y</term></termSec> <!-- y -->
                </langSec>
                <langSec xml:lang="fr">
                  <termSec>
                    <term>z</term>
                  </termSec>
                </langSec>
              </conceptEntry>
            </body></text></tbx>
            """
        let document = try tbx(file)
        func changed(_ change: (inout Concept) -> Void) throws -> String {
            var concept = document.glossary.concepts[0]
            change(&concept)
            let new = try document.replacing(0, with: concept)
            #expect(try TBXReader.read(new, name: "g", file: nil).concepts == [concept])
            return text(new)
        }
        #expect(
            try changed { $0.sections[0].terms[1].status = .forbidden }
                == file.replacing(
                    "<termSec><term>y</term></termSec>",
                    with: """
                        <termSec>
                                <term>y</term>
                                <termNote type="administrativeStatus">forbidden</termNote>
                              </termSec>
                        """))
        #expect(
            try changed { $0.sections[0].terms.remove(at: 0) }
                == file.replacing("      <termSec><term>x</term> <note>1</note></termSec>\n", with: ""))
        #expect(
            try changed { $0.sections.remove(at: 1) } == file.components(around: "    <langSec xml:lang=\"fr\">").0
                + "  </conceptEntry>\n</body></text></tbx>")
        let added = """
                <langSec xml:lang="sw">
                  <termSec>
                    <term>w</term>
                  </termSec>
                </langSec>

            """
        #expect(
            try changed { $0.sections.append(.init(language: "sw", terms: [Term("w")])) }
                == file.replacing("  </conceptEntry>", with: added + "  </conceptEntry>"))
        #expect(
            try changed {
                $0.sections[0].terms.insert(Term("w"), at: 1)
                $0.sections[0].terms[2].flags = .exact
                $0.note = "n"
            }
                == file.replacing("id='a'>  <!-- ours -->\n", with: "id='a'>\n    <note>n</note>\n").replacing(
                    "      <termSec><term>y</term></termSec>",
                    with: """
                              <termSec>
                                <term>w</term>
                              </termSec>
                              <termSec>
                                <term>y</term>
                                <note>flags::exact</note>
                              </termSec>
                        """))
        // All terms of a language are others, and one of two sections of one language.
        _ = try changed { $0.sections[0].terms = [Term("p"), Term("q"), Term("r")] }
        let twice = try tbx(file.replacing("\"fr\"", with: "\"en\""))
        var concept = twice.glossary.concepts[0]
        concept.sections[0].terms[2].text = "other"
        #expect(try TBXReader.read(twice.replacing(0, with: concept), name: "g", file: nil).concepts == [concept])
    }

    @Test(arguments: [
        "<tbx><text><body/></text></tbx>", "<tbx><text><body></body></text></tbx>",
        "\u{FEFF}<tbx>\n<text>\n  <body>\n  </body>\n</text></tbx>\n",
    ])
    func anEmptyFileTakesAConcept(_ file: String) throws {
        let new = try tbx(file).adding(concept)
        #expect(try TBXReader.read(new, name: "g", file: nil).concepts == [concept])
        let document = try TBXDocument(new, name: "g", file: nil)
        #expect(try TBXReader.read(document.removing(0), name: "g", file: nil).concepts == [])
    }

    @Test(arguments: [
        ("<tbx style=\"dct\"><text><body></body></text></tbx>", "style DCT"),
        ("<tbx><text></text></tbx>", "no <body>"),
        ("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><tbx><text><body></body></text></tbx>", "not in UTF-8"),
        ("<t:tbx xmlns:t=\"u\"><t:text><t:body></t:body></t:text></t:tbx>", "prefixes"),
    ])
    func otherFilesAreRefused(_ file: String, _ reason: String) {
        #expect {
            try tbx(file).adding(concept)
        } throws: { error in
            (error as? Diagnostic).map { $0.message.contains(reason) && $0.hint != nil } ?? false
        }
    }

    /// Of a shipped glossary, after any change, every other entry has its bytes and the changed one says what it should.
    @Test func changesTouchNothingElse() throws {
        let name = try #require(LanguageData.names.first { $0.hasSuffix("/trade.tbx") })
        let shipped = text(Array(try #require(LanguageData.file(name))))
        // Its first entries: the whole takes its time.
        let entries = shipped.components(around: "      <conceptEntry id=\"")
        let first = entries.1.split(separator: "      <conceptEntry ").prefix(20).joined(
            separator: "      <conceptEntry ")
        let whole = Array(
            (entries.0 + "      <conceptEntry id=\"" + first + "    </body>\n  </text>\n</tbx>\n").utf8)
        var random = SplitMix(seed: 3)
        let document = try TBXDocument(whole, name: "g", file: nil)
        for _ in 0..<20 {
            let index = Int.random(in: document.glossary.concepts.indices, using: &random)
            var expected = document.glossary
            var changed = expected.concepts[index]
            let section = Int.random(in: changed.sections.indices, using: &random)
            changed.note = "a note"
            changed.sections[section].terms.append(Term("<added>", status: .forbidden, flags: .prefix))
            expected.concepts[index] = changed
            let new = try document.replacing(index, with: changed)
            #expect(try TBXReader.read(new, name: "g", file: nil) == expected)
            // Lines were added and none was changed.
            var old = whole.split(separator: 0x0A)[...]
            var added = 0
            for line in new.split(separator: 0x0A) {
                if line == old.first { old.removeFirst() } else { added += 1 }
            }
            #expect(old.isEmpty && added == 6)
            expected.concepts.remove(at: index)
            #expect(try TBXReader.read(document.removing(index), name: "g", file: nil) == expected)
        }
        let added = try document.adding(concept)
        let back = try TBXDocument(added, name: "g", file: nil)
        #expect(try back.removing(back.glossary.concepts.count - 1) == whole)
    }

    @Test func cellsThatAreNotChangedKeepTheirBytes() throws {
        let file = """
            \u{FEFF}id;en;fr;status;owner;note\r
            "1";bank;banque;;"A";  money \r
            2;WHO;;Preferred;B\r
            1;bank;"établissement";admitted;C;
            """
        let document = try GlossaryTableDocument(Array(file.utf8), name: "g", file: nil)
        var bank = document.glossary.concepts[0]
        bank.sections[1].terms[0].text = "la; banque"
        #expect(
            text(try document.replacing(0, with: bank))
                == file.replacing(";banque;", with: ";\"la; banque\";"))
        bank = document.glossary.concepts[0]
        bank.sections[1].terms.append(Term("caisse", status: .admitted))
        #expect(
            text(try document.replacing(0, with: bank)) == file + "\r\n1;;caisse;admitted;;\r\n")
        bank.sections[1].terms.removeSubrange(1...)
        #expect(
            text(try document.replacing(0, with: bank))
                == file.components(around: "1;bank;\"é").0)
        var who = document.glossary.concepts[1]
        who.note = "a name"
        #expect(text(try document.replacing(1, with: who)) == file.replacing(";B\r\n", with: ";B;a name\r\n"))
        #expect(text(try document.removing(1)) == file.replacing("2;WHO;;Preferred;B\r\n", with: ""))
        #expect(
            text(try document.adding(Concept(id: "3", sections: [.init(language: "fr", terms: [Term("x")])])))
                == file + "\r\n3;;x;preferred;;\r\n")
    }

    @Test func lineBreaksInCellsStay() throws {
        let file = "id,en,fr\r\n1,\"a\nb\",c\r\n"
        let new = Concept(id: "2", sections: [.init(language: "en", terms: [Term("d\ne")])])
        #expect(text(try table(file).adding(new)) == file + "2,\"d\ne\",\r\n")
    }

    @Test func aTableSaysWhatItHasNoPlaceFor() throws {
        let document = try table("en,fr\nx,y\n")
        func message(_ change: (inout Concept) -> Void) -> String {
            var concept = document.glossary.concepts[0]
            change(&concept)
            do {
                _ = try document.replacing(0, with: concept)
                return ""
            } catch { return error.message }
        }
        #expect(message { $0.note = "n" } == "the table has no column \"note\"")
        #expect(message { $0.isTranslatable = false } == "the table has no column \"flags\"")
        #expect(message { $0.sections[0].terms[0].status = .forbidden } == "the table has no column \"status\"")
        #expect(message { $0.sections[0].language = "sw" } == "the table has no column \"sw\"")
        #expect(
            message { $0.sections[0].terms.append(Term("z")) }
                == "the concept would need 2 rows, which only a column \"id\" holds together")
        #expect(message { $0.sections[0].terms[0].text = "z" } == "")
        #expect(!document.hasIDs)
        let western = Array("en,fr\nx,".utf8) + [0xE9, 0x74, 0xE9, 0x0A]
        #expect {
            try GlossaryTableDocument(western, name: "g", file: nil)
        } throws: { ($0 as? Diagnostic)?.code == "table.edit" }
    }

    /// Random tables and random changes: what is read afterwards is what was meant, and other rows keep their bytes.
    @Test func randomChangesOfTables() throws {
        var random = SplitMix(seed: 11)
        let words: [UTF8Text] = ["a", "b, c", "\"d\"", "é;", " e", "f"]
        for _ in 0..<300 {
            var lines = ["id,en,fr,status,flags,subject,note,pos,source,type,reliability,definition,x"]
            for row in 0..<Int.random(in: 1...6, using: &random) {
                let cells = [
                    "\(row % 3)", "t\(row)", Bool.random(using: &random) ? "\"u\(row)\"" : "",
                    ["", "admitted", "forbidden"].randomElement(using: &random) ?? "",
                    ["", "exact", "case,prefix"].randomElement(using: &random).map { "\"\($0)\"" } ?? "", "s",
                ]
                lines.append(cells.joined(separator: ","))
            }
            let file = lines.joined(separator: "\n")
            let document = try table(file)
            let index = Int.random(in: document.glossary.concepts.indices, using: &random)
            var expected = document.glossary.concepts
            let language: LanguageTag = Bool.random(using: &random) ? "en" : "fr"
            var change = ConceptChange()
            change.terms = [.init(language, words.randomElement(using: &random)?.trimmed ?? "a")]
            if Bool.random(using: &random) { change.status = .deprecated }
            if Bool.random(using: &random) { change.flags = [.exact, .prefix] }
            if Bool.random(using: &random) { change.note = "n" }
            if Bool.random(using: &random) { change.subjectField = "" }
            if Bool.random(using: &random) { change.isTranslatable = false }
            try change.apply(to: &expected[index])
            let new = try document.replacing(index, with: expected[index])
            let read = try GlossaryTable.read(new, name: "g", file: nil)
            #expect(read.concepts.map(Self.sorted) == expected.map(Self.sorted), "\(file)\n\(text(new))")
            for (number, line) in lines.enumerated().dropFirst() where (number - 1) % 3 != index {
                #expect(text(new).split(separator: "\n").contains(Substring(line)))
            }
        }
    }

    /// In tables the order of terms of different status is not kept.
    private static func sorted(_ concept: Concept) -> Concept {
        var concept = concept
        for index in concept.sections.indices { concept.sections[index].terms.sort { $0.text < $1.text } }
        concept.sections.sort { $0.language < $1.language }
        return concept
    }
}

extension String {
    /// What stands before and behind a text.
    fileprivate func components(around part: String) -> (String, String) {
        guard let range = self.ranges(of: part).first else { return (self, "") }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
