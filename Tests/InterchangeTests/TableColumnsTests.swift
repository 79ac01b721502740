import Interchange
import Terminology
import Testing
import TranslationMemory
import UnicodeText

@Suite struct TableColumnsTests {
    private func rows(
        _ bytes: [UInt8], _ columns: String? = nil, skips: Bool = false, separator: TableSeparator? = nil
    ) throws -> [[String]] {
        var rows: [[String]] = []
        let columns = try columns.map { try TableColumns($0, skipsFirstRow: skips) }
        try BilingualTable.read(bytes, file: "t.csv", separator: separator, columns: columns) { unit in
            rows.append(
                unit.variants.map { "\($0.language) \($0.segment.text)" } + unit.annotations.map(\.text))
        }
        return rows
    }

    @Test func byPositionEveryRowIsData() throws {
        let text = Array("house,maison,old,X\ncar,voiture,,Y\n".utf8)
        #expect(try rows(text, "en,fr,note,-") == [["en house", "fr maison", "old"], ["en car", "fr voiture"]])
        #expect(try rows(text, "fr,en,-,x-client", skips: true) == [["fr car", "en voiture", "Y"]])
    }

    @Test func byNameOtherColumnsAreWhatTheySay() throws {
        let text = Array("Client,English,Français,note\nX,house,maison,old\n".utf8)
        #expect(try rows(text, "English=en,Français=fr,Client=-") == [["en house", "fr maison", "old"]])
        #expect(try rows(text, "English = en, Français = fr") == [["en house", "fr maison", "X", "old"]])
        let odd = Array("\"Term, English\",a=b\nhouse,maison\n".utf8)
        #expect(try rows(odd, "\"Term, English=en\",a=b=fr") == [["en house", "fr maison"]])
    }

    @Test(arguments: [
        ("en,english", "entry 2, \"english\": \"english\" is neither a language nor a kind of column"),
        ("en,Français=fr", "columns are given by position and by name"), ("note,-", "no column is a language"),
        ("", "no column is a language"), ("x-", "entry 1, \"x-\": \"x-\" is neither a language nor a kind of column"),
    ])
    func wrongListsSayWhichEntry(_ list: String, _ message: String) {
        #expect {
            try TableColumns(list)
        } throws: { ($0 as? Diagnostic)?.message == message }
    }

    @Test func wrongTablesSayWhichColumn() {
        func message(_ text: String, _ columns: String? = nil) -> String? {
            do {
                _ = try GlossaryTable.read(
                    Array(text.utf8), name: "g", file: nil, columns: try columns.map { try TableColumns($0) })
                return nil
            } catch { return "\((error as? Diagnostic)?.line ?? 0) \((error as? Diagnostic)?.message ?? "")" }
        }
        #expect(message("a,b\n1,2\n", "Anglais=en") == "1 the first row has no column \"Anglais\"")
        #expect(message("en,status\nx,loud\n") == "2 column 2 (status): \"loud\" is no status")
        #expect(message("x,11\n", "en,reliability") == "1 column 2 (reliability): \"11\" is no reliability")
        #expect(message("en,flags\nx,exact loud\n") == "2 column 2 (flags): \"exact loud\" is no flag")
        #expect(message("en,fr\nx,\"y\"z\n") == "2 column 2: text after a closing quote")
        #expect(message("en,fr\nx,y,z\n") == "2 3 cells, but there are 2 columns")
        #expect(message("en,fr\nx,y,,\n") == nil)
    }

    @Test(arguments: [
        "en;fr\na, b;c\n", "sep=;\r\nen;fr\r\n\"a, b\";c\r\n", "sep=,\nen,fr\n\"a, b\",c\n", "\n\nen;fr\na, b;c\n",
    ])
    func separatorsAreFound(_ text: String) throws {
        #expect(try rows(Array(text.utf8)) == [["en a, b", "fr c"]])
    }

    /// As Excel saves "Unicode text", "CSV" in Western Europe, and "CSV UTF-8".
    @Test func encodingsAreFound() throws {
        let text = "English;Français\r\nthe summer;l’été\r\nan elephant;un éléphant très âgé\r\n"
        let expected = [["en the summer", "fr l’été"], ["en an elephant", "fr un éléphant très âgé"]]
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let western = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
        for bytes in [wide, western, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            #expect(try rows(bytes, "English=en,Français=fr") == expected)
        }
    }

    @Test func brokenBytesAreAnErrorWithTheirLine() {
        let text = Array("en,fr\nsummer,été été été\ntime,à çé été été été\nbad,".utf8) + [0xFF, 0x0A]
        #expect {
            try rows(text)
        } throws: { ($0 as? Diagnostic)?.line == 4 && ($0 as? Diagnostic)?.code == "encoding.invalid-bytes" }
    }

    @Test func aTableOfOneLanguageHasNoSeparator() throws {
        #expect(try rows(Array("en\na; b\n".utf8)) == [["en a; b"]])
    }
}
