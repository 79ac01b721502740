import Testing
import UnicodeText

@testable import FuzzyMatching

/// Segments taken apart on several threads are an index as one by one.
@Suite struct BuilderPartsTests {
    private static func texts(_ count: Int) -> [UTF8Text] {
        var random = SystemRandomNumberGenerator()
        let words = [
            "The", "the", "four", "countries", "country", "will", "meet", "met", "2024", "é", "日本", "!", "…", "  ",
            "\t", "a@b.org",
        ]
        return (0..<count).map { number in
            switch number % 97 {
            case 0: return ""
            case 1: return "?!"
            case 2: return UTF8Text(String(repeating: "word ", count: 1_200))
            default:
                let chosen = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    words.randomElement(using: &random) ?? ""
                }
                return UTF8Text(chosen.joined(separator: " ") + (number % 3 == 0 ? " w\(number)" : ""))
            }
        }
    }

    @Test(arguments: [0, 1, 511, 512, 513, 8_191, 8_192, 8_193, 30_000]) func isTheSameAsOneByOne(count: Int) throws {
        let texts = Self.texts(count)
        var together = FuzzyIndexBuilder(language: "en")
        var alone = FuzzyIndexBuilder(language: "en")
        for (number, text) in texts.enumerated() {
            try together.add(Int64(number), text)
            try alone.add(Int64(number), text)
            try alone.takeWaiting()
        }
        try together.takeWaiting()
        try together.numberSymbols()
        try alone.numberSymbols()
        #expect(together.count == count && together.lengths == alone.lengths)
        #expect(together.pieces.bytes == alone.pieces.bytes && together.pieces.count == alone.pieces.count)
        #expect(together.symbolOfPiece == alone.symbolOfPiece && together.frequencies == alone.frequencies)
        #expect(together.table.keys.bytes == alone.table.keys.bytes && together.table.symbols == alone.table.symbols)
        #expect(together.table.areSigns == alone.table.areSigns)
        var (some, others): ([UInt16], [UInt16]) = ([], [])
        for length in together.lengths.indices {
            try together.records.read(0, of: length, into: &some)
            try alone.records.read(0, of: length, into: &others)
            #expect(some == others)
        }
    }
}
