import TestSupport
import Testing

@testable import UnicodeText

@Suite struct NormalizationStreamTests {
    private func run(_ form: NormalizationForm, _ pieces: [[UInt8]]) throws -> (bytes: [UInt8], NormalizationStream) {
        var stream = NormalizationStream(form)
        var output: [UInt8] = []
        for piece in pieces { try stream.add(piece) { output += $0 } }
        try stream.finish { output += $0 }
        return (output, stream)
    }

    @Test(arguments: [
        ("e\u{301}", "é", "e\u{301}", "é", "e\u{301}"),
        ("\u{1E0A}\u{323}", "\u{1E0C}\u{307}", "D\u{323}\u{307}", "\u{1E0C}\u{307}", "D\u{323}\u{307}"),
        ("ﬁ①", "ﬁ①", "ﬁ①", "fi1", "fi1"), ("한", "한", "\u{1112}\u{1161}\u{11AB}", "한", "\u{1112}\u{1161}\u{11AB}"),
        ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
        (
            "\r\n\t\u{0}\u{7F}\u{FEFF} “ ”", "\r\n\t\u{0}\u{7F}\u{FEFF} “ ”", "\r\n\t\u{0}\u{7F}\u{FEFF} “ ”",
            "\r\n\t\u{0}\u{7F}\u{FEFF} “ ”", "\r\n\t\u{0}\u{7F}\u{FEFF} “ ”"
        ),
    ])
    func forms(_ text: String, _ nfc: String, _ nfd: String, _ nfkc: String, _ nfkd: String) throws {
        for (form, wanted) in zip(NormalizationForm.allCases, [nfc, nfd, nfkc, nfkd]) {
            #expect(try run(form, [Array(text.utf8)]).bytes == Array(wanted.utf8), "\(form)")
        }
    }

    @Test func cutsDoNotMatter() throws {
        var random = SplitMix(seed: 11)
        let parts = [
            "a", "e\u{301}", "\u{323}\u{307}", "\u{1112}", "\u{1161}", "\u{11AB}", "ﬁ", "中", "\u{958}", "😀", "\n",
        ]
        for _ in 0..<300 {
            let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            var pieces: [[UInt8]] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 1...5, using: &random))
                pieces.append(Array(bytes[start..<end]))
                start = end
            }
            for form in NormalizationForm.allCases {
                let whole = try form.apply(to: UTF8Text(text)).bytes
                let result = try run(form, pieces)
                #expect(result.bytes == whole, "\(form) \(text)")
                #expect(result.1.errorCount == 0)
            }
        }
    }

    @Test func illFormedBytesPassAndAreCounted() throws {
        let bytes: [UInt8] = [0x65, 0xCC, 0x81, 0xFF, 0x65, 0xCC, 0x81, 0xE2, 0x82, 0x41, 0xF0, 0x9F]
        for pieces in [[bytes], bytes.map { [$0] }] {
            let result = try run(.nfc, pieces)
            #expect(result.bytes == [0xC3, 0xA9, 0xFF, 0xC3, 0xA9, 0xE2, 0x82, 0x41, 0xF0, 0x9F])
            #expect(result.1.errorCount == 3)
            #expect(result.1.firstError == 3)
        }
    }

    /// Marks on one letter in the order that makes insertion slowest; the forms are those of the same marks sorted.
    @Test(.timeLimit(.minutes(5)), arguments: NormalizationForm.allCases)
    func aLetterWithManyMarksTakesLinearTime(_ form: NormalizationForm) throws {
        let count = 100_000
        let above = String(repeating: "\u{301}", count: count)
        let below = String(repeating: "\u{323}", count: count)
        // U+0F73 has class 0 itself and decomposes to marks of two classes.
        let tibetan = String(repeating: "\u{F73}", count: 300)
        let ordered = String(repeating: "\u{F71}", count: 300) + String(repeating: "\u{F72}", count: 300)
        let result = try run(form, [Array(("x" + above + tibetan + below).utf8)]).bytes
        let wanted = Array(("x" + ordered + below + above).utf8)
        // No form has a composite of x with any of them.
        #expect(result == wanted)
    }
}
