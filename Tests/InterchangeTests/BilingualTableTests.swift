import Interchange
import Testing
import TranslationMemory
import UnicodeText

@Suite struct BilingualTableTests {
    private func written(_ texts: [[UTF8Text]], _ separator: TableSeparator) throws -> (bytes: [UInt8], dropped: Int) {
        let languages: [LanguageTag] = ["en", "fr"]
        var bytes: [UInt8] = []
        var writer = try BilingualTable.Writer(separator: separator, languages: languages) { bytes += $0 }
        for row in texts {
            try writer.write(
                TranslationUnit(
                    sourceLanguage: "en",
                    variants: zip(languages, row).map { Variant(language: $0, segment: InlineText($1)) }))
        }
        try writer.finish()
        return (bytes, writer.droppedCharacters)
    }

    private func read(_ bytes: [UInt8], _ separator: TableSeparator) throws -> [[UTF8Text]] {
        var rows: [[UTF8Text]] = []
        try BilingualTable.read(bytes, file: nil, separator: separator) { rows.append($0.variants.map(\.segment.text)) }
        return rows
    }

    /// Controls would have the table taken for binary data, escapes for ISO 2022.
    @Test(arguments: TableSeparator.allCases)
    func whatIsWrittenIsRead(_ separator: TableSeparator) throws {
        let (bytes, dropped) = try written(
            [["a\u{0}\u{1}\u{7}b", "\u{1B}$B\u{1B}(B"], ["\u{B}\u{C}\u{1F}", "é\u{7F}"], ["\u{8}", "\u{8}\u{8}"]],
            separator)
        #expect(try read(bytes, separator) == [["ab", "$B(B"], ["é\u{7F}"]])
        #expect(dropped == 11)
    }

    /// Of what has no text in any language there is no row.
    @Test func emptyRowsAreNotWritten() throws {
        let (bytes, _) = try written([["\u{13}", " "], ["", ""], ["a"], [], ["\u{13}\u{A0}", "b"]], .comma)
        #expect(bytes == Array("en,fr\na,\n,b\n".utf8))
    }

    @Test func linesAndQuotesComeBack() throws {
        let rows: [[UTF8Text]] = [["a \"quoted\", word", "two\nlines\r\nand\ttabs"], ["\"", ","]]
        let (bytes, dropped) = try written(rows, .comma)
        #expect(try read(bytes, .comma) == rows)
        #expect(dropped == 0)
    }
}
