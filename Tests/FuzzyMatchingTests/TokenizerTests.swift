import TestSupport
import Testing
import UnicodeText

@testable import FuzzyMatching

@Suite struct TokenizerTests {
    private func tokens(_ text: UTF8Text) -> [String] {
        Tokenizer().tokens(of: text).map { token in
            let mark =
                switch token.kind {
                case .word: ""
                case .number: "#"
                case .address: "@"
                case .sign: "!"
                }
            return mark + text[token.range].description
        }
    }

    @Test func wordsNumbersAndSigns() {
        #expect(tokens("Don’t pay $1,234.56, ok?") == ["Don’t", "pay", "$", "#1,234.56", "!,", "ok", "!?"])
        #expect(tokens("l'économie n° 3rd 4G") == ["l'économie", "n", "°", "3rd", "4G"])
        #expect(tokens("« Oui », dit-il…") == ["!«", "Oui", "!»", "!,", "dit", "!-", "il", "!…"])
        #expect(tokens("Oui\u{202F}! 1\u{202F}234") == ["Oui", "!!", "#1", "#234"])
        #expect(tokens(" \u{200B}\t\u{FEFF}\u{7F} ") == [])
    }

    @Test func addresses() {
        #expect(
            tokens("See https://a.b/c?d=e, (www.x.org) or press@un.org.")
                == ["See", "@https://a.b/c?d=e", "!,", "!(", "@www.x.org", "!)", "or", "@press@un.org", "!."])
        #expect(tokens("见https://x.cn/。") == ["见", "@https://x.cn/", "!。"])
        #expect(tokens("a @ b :// www.") == ["a", "!@", "b", "!:", "!/", "!/", "www", "!."])
    }

    /// Wherever in a text they begin, and whatever is near.
    @Test func addressesAtEveryPlace() {
        for count in 0..<40 {
            let words = String(repeating: "w ", count: count)
            for address in ["www.x.org", "Www.a", "ab@c.de", "http://x.y/z"] {
                for end in ["", " w", "  and so on: one or two words more, w and ww"] {
                    let found = AddressScanner.ranges(in: Array((words + address + end).utf8))
                    #expect(found == [words.utf8.count..<words.utf8.count + address.utf8.count])
                }
            }
            #expect(AddressScanner.ranges(in: Array((words + "ww.a w. : @ ").utf8)).isEmpty)
        }
    }

    @Test func scriptsWithoutSpacesAreTakenByCharacter() {
        #expect(tokens("数字经济 2023年") == ["数", "字", "经", "济", "#2023", "年"])
        #expect(tokens("กำลัง") == ["ก", "ำ", "ลั", "ง"])
        #expect(tokens("カタカナ").count == 4)
    }

    @Test func otherScriptsAreICUWords() {
        #expect(tokens("الاقتصاد الرقمي، ٢٠٢٣") == ["الاقتصاد", "الرقمي", "!،", "#٢٠٢٣"])
        #expect(tokens("ዲጂታል ኢኮኖሚ።") == ["ዲጂታል", "ኢኮኖሚ", "!።"])
    }

    /// The scanner's own rules give ICU's pieces for every text it takes on.
    @Test func scannerAgreesWithICU() throws {
        var random = SplitMix(seed: 9)
        let boundaries = try Boundaries(.words)
        let pools: [[UInt32]] = [
            Array(0x20...0x7E), Array("aB3_'.:,;- ’·".unicodeScalars.map(\.value)),
            Array("aé1\u{301}'.:, ’_".unicodeScalars.map(\.value)),
            Array(0xA0...0x36F) + Array(0x370...0x52F) + Array(0x1E00...0x1EFF) + Array(0x2000...0x20BF)
                + Array(0x3000...0x301F) + Array(0xFF01...0xFF1F) + Array(0x20...0x7E),
        ]
        var taken = 0
        for round in 0..<12_000 {
            let pool = pools[round % pools.count]
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                if let scalar = pool.randomElement(using: &random).flatMap(Unicode.Scalar.init) { bytes.append(scalar) }
            }
            let text = UTF8Text(unchecked: bytes)
            var own: [ByteRange] = []
            guard WordScanner.scan(bytes, in: text.all, { own.append($0) }) else { continue }
            taken += 1
            var theirs: [ByteRange] = []
            boundaries.forEach(in: text) { piece, _ in
                if !text[piece].trimmed.isEmpty { theirs.append(piece) }
            }
            #expect(own == theirs, "\(text) \(bytes)")
        }
        #expect(taken > 6000)
    }

    /// Each single character of the table, in every kind of neighbourhood.
    @Test func tableAgreesWithICU() throws {
        let boundaries = try Boundaries(.words)
        for value in UInt32(0x20)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), WordBreakClass(scalar) != .unknown else { continue }
            for (before, after) in [("a", "b"), ("1", "2"), ("a", " "), (" ", "1"), ("a", "1"), ("1", "a")] {
                let text = UTF8Text(before + String(Character(scalar)) + after)
                var own: [ByteRange] = []
                guard WordScanner.scan(text.bytes, in: text.all, { own.append($0) }) else { continue }
                var theirs: [ByteRange] = []
                boundaries.forEach(in: text) { piece, _ in
                    if !text[piece].trimmed.isEmpty { theirs.append(piece) }
                }
                if own != theirs { Issue.record("U+\(String(value, radix: 16)) \(text): \(own) \(theirs)") }
            }
        }
    }

    @Test func tokensCoverTheTextInOrder() {
        var random = SplitMix(seed: 2)
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let value = UInt32.random(in: 1...0x1FFFF, using: &random)
                if let scalar = Unicode.Scalar(Bool.random(using: &random) ? value : value % 0x600 + 1) {
                    bytes.append(scalar)
                }
            }
            let text = UTF8Text(unchecked: bytes)
            var end = 0
            for token in Tokenizer().tokens(of: text) {
                #expect(token.range.lowerBound >= end && token.range.upperBound <= text.count && !token.range.isEmpty)
                #expect(UTF8Text(validating: Array(bytes[token.range])) != nil)
                end = token.range.upperBound
            }
        }
    }
}
