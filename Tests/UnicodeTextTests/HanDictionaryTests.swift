import TestSupport
import Testing

@testable import UnicodeText

@Suite struct HanDictionaryTests {
    /// Characters and stretches of a text in Chinese, in any order, so that words meet words they never meet.
    private static func stretch(_ characters: [Character], _ random: inout SplitMix) -> String {
        var stretch = ""
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let start = characters.indices.randomElement(using: &random) ?? 0
            stretch += String(characters[start...].prefix(Int.random(in: 1...7, using: &random)))
        }
        return stretch
    }

    private static func han() throws -> [Character] {
        Array(try GoldenFolder.text(of: "zh", "terms.txt")).filter {
            $0.unicodeScalars.count == 1 && ("\u{4E00}"..."\u{9FFF}").contains($0.unicodeScalars.first ?? " ")
        }
    }

    @Test func dividesAsTheIteratorDoes() throws {
        var random = SplitMix(seed: 15)
        let characters = try Self.han()
        try #require(characters.count > 200)
        let (dictionary, iterator) = (try HanDictionary(), try Boundaries(.words))
        var crossed = 0
        for _ in 0..<3_000 {
            let text = UTF8Text(Self.stretch(characters, &random))
            var wanted: [Int] = []
            iterator.forEach(in: text) { piece, _ in wanted.append(piece.upperBound / 3) }
            let isRead = text.bytes.withUnsafeBytes { dictionary.read($0, 0..<text.count) }
            #expect(isRead)
            #expect(dictionary.boundaries() == wanted, "\(text)")
            let count = text.count / 3
            let first = Int.random(in: 0..<count, using: &random)
            let last = Int.random(in: first + 1...count, using: &random)
            if dictionary.isCrossed(first, last) {
                crossed += 1
            } else {
                let places = [0] + wanted
                #expect(places.contains(first) && places.contains(last), "\(text) \(first) \(last)")
            }
        }
        #expect(crossed > 500 && crossed < 2_900)
    }

    /// A part of a text stands alone, whatever is about it.
    @Test func readsPartsOfTexts() throws {
        let dictionary = try HanDictionary()
        let text: UTF8Text = "中国人民"
        let places = text.bytes.withUnsafeBytes { bytes in
            [0..<12, 0..<6, 3..<9, 6..<12].map { dictionary.read(bytes, $0) ? dictionary.boundaries() : [] }
        }
        #expect(places == [[2, 4], [2], [2], [2]])
        _ = text.bytes.withUnsafeBytes { dictionary.read($0, 0..<12) }
        #expect(dictionary.isCrossed(1, 3))
        #expect(!dictionary.isCrossed(0, 4))
    }

    @Test func leavesOtherTextsAlone() throws {
        let dictionary = try HanDictionary()
        let long = UTF8Text(String(repeating: "中", count: HanDictionary.limit + 1))
        for text in ["中か", "中a", "abc", "々人", "㐀人", "𠀀", "\u{F900}", "中\u{301}"].map({ UTF8Text($0) }) + [long] {
            #expect(!text.bytes.withUnsafeBytes { dictionary.read($0, 0..<text.count) }, "\(text)")
        }
        #expect(([0xE4, 0xB8, 0x41] as [UInt8]).withUnsafeBytes { !dictionary.read($0, 0..<3) })
        #expect(([0xE4, 0xB8, 0xAD] as [UInt8]).withUnsafeBytes { !dictionary.read($0, 0..<6) })
        let empty = [UInt8]().withUnsafeBytes { dictionary.read($0, 0..<0) }
        #expect(empty && dictionary.boundaries().isEmpty && !dictionary.isCrossed(0, 0))
    }
}
