import Foundation
import Testing

/// `terms` through the real program.
@Suite struct TermsTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.write(
            "en\tsw\tar\ndisease\tugonjwa\tمرض\nrespiratory disease\tugonjwa wa kupumua\tمرض تنفسي\nschool\tshule\tمدرسة\n",
            to: "terms.tsv")
        return program
    }

    private static let options = ["--no-default-glossaries", "--glossary", "terms.tsv"]

    @Test func formsAreExplained() throws {
        let program = try program()
        defer { program.remove() }
        try program.write("Magonjwa ya kupumua\nna shuleni, makubwa.\n", to: "text.txt")
        let result = try program.run(["terms", "text.txt", "--lang", "sw", "--to", "en", "--explain"] + Self.options)
        #expect(result.status == 0, "\(result)")
        #expect(
            result.text == """
                text.txt:1:1\tMagonjwa ya kupumua\tugonjwa wa kupumua\tinflected\tterms/2\tclass ma-, irregular form\ten=respiratory disease
                text.txt:2:4\tshuleni\tshule\tinflected\tterms/3\tlocative -ni\ten=school

                """)
    }

    /// Columns count code points from the line's beginning, and a long line takes no more time than many short ones.
    @Test func placesInLongLines() throws {
        let program = try program()
        defer { program.remove() }
        let long = String(repeating: "é disease ", count: 200_000)
        try program.write("é école disease\r\n中国 disease é\n" + long, to: "text.txt")
        let start = ContinuousClock.now
        let result = try program.run(["terms", "text.txt", "--lang", "en"] + Self.options)
        #expect(ContinuousClock.now - start < .seconds(60))
        let places = result.lines.map { $0.prefix { $0 != "\t" } }
        #expect(places.count == 200_002)
        #expect(places.prefix(4) == ["text.txt:1:9", "text.txt:2:4", "text.txt:3:3", "text.txt:3:13"])
        #expect(places.last == "text.txt:3:1999993")
    }

    @Test func termsInsideOthersOnRequest() throws {
        let program = try program()
        defer { program.remove() }
        let arguments = ["terms", "-", "--lang", "en", "--json"] + Self.options
        let text = Data("Respiratory diseases.".utf8)
        #expect(try program.run(arguments, input: text).text.contains(#""term":"disease""#) == false)
        let all = try program.run(arguments + ["--overlapping"], input: text).text
        #expect(
            all.contains(
                #""term":"disease","found":"diseases","form":"inflected","rules":["plural -s"],"start":12,"end":20"#))
        #expect(all.contains(#""term":"respiratory disease","found":"Respiratory diseases""#))
    }

    @Test func partsOfCompoundsOnRequest() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("de\ten\nGesundheit\thealth\nMinister\tminister\n", to: "terms.tsv")
        let arguments = ["terms", "-", "--lang", "de", "--to", "en"] + Self.options
        let text = Data("Der Bundesminister in der Gesundheitsbehörde des Ministeriums\n".utf8)
        #expect(try program.run(arguments, input: text).status == 1)
        let found = try program.run(arguments + ["--compounds", "--explain"], input: text)
        #expect(
            found.text == """
                -:1:11\tminister\tMinister\tcompound\tterms/2\tpart of a compound\ten=minister
                -:1:27\tGesundheit\tGesundheit\tcompound\tterms/1\tpart of a compound\ten=health

                """, "\(found)")
    }

    @Test func recordsHaveRulesToo() throws {
        let program = try program()
        defer { program.remove() }
        let record = #"{"id":1,"lang":"ar","text":"والمرض في المدرسة"}"# + "\n"
        let result = try program.run(["terms", "--jsonl"] + Self.options, input: Data(record.utf8))
        #expect(
            result.text == """
                {"id":1,"terms":[{"term":"مرض","found":"المرض","form":"inflected","rules":["prefix و","article ال-"],"start":1,"end":6,"concept":"terms/1","targets":{}},{"term":"مدرسة","found":"المدرسة","form":"inflected","rules":["article ال-"],"start":10,"end":17,"concept":"terms/3","targets":{}}]}

                """, "\(result)")
    }
}
