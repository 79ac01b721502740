import ByteJSON
import Testing
import UnicodeText

@Suite struct JSONDocumentTests {
    @Test func stringsLeadBackToTheirBytes() throws {
        let source = UTF8Text(#"x {"a\u0062":["é\n\ud83d\ude00z",1,true],"ab":"last"} y"#)
        let document = try JSONDocument(source, in: 2..<source.count - 2)
        let members = document.root.members
        #expect(members.map { document.text(of: $0.name) } == ["ab", "ab"])
        #expect(document.member("ab", of: document.root)?.string.map { document.text(of: $0) } == "last")
        let values = try #require(members[0].value.array)
        let string = try #require(values[0].string)
        #expect(source[string.range] == #"é\n\ud83d\ude00z"#)
        let placed = document.placedText(of: string)
        #expect(placed.text == "é\n😀z")
        #expect(placed.edits.verifies(source: source[string.range], target: placed.text))
        #expect(
            placed.edits.edits == [
                Edit(source: 2..<4, target: 2..<3, rules: ["json-escape"]),
                Edit(source: 4..<16, target: 3..<7, rules: ["json-escape"]),
            ])
    }

    @Test func errorsAreThoseOfTheReader() {
        for text in ["", "{", "[1,", "\"a", "\"\\x\"", "\"\\u12\"", "[1]2", "{\"a\" 1}", "nul", "01"] {
            #expect(throws: JSONError.self, "\(text)") { try JSONDocument(UTF8Text(text)) }
            #expect(throws: JSONError.self, "\(text)") { try JSONReader.parse(Array(text.utf8)) }
        }
    }
}
