import TestSupport
import Testing

@testable import UnicodeText

@Suite struct ComposerTests {
    private static let letters = [
        "a", "e", "o", "\u{1ECD}", "É", "\u{1100}", "\u{AC00}", "क", "\u{958}", "\u{95B}", "ي", "中", "か", "😀",
        "\u{1D157}",
        "\u{212B}", "ሰ",
    ]
    private static let marks = [
        "\u{300}", "\u{301}", "\u{323}", "\u{344}", "\u{93C}", "\u{94D}", "\u{64B}", "\u{651}", "\u{654}", "\u{3099}",
        "\u{1161}", "\u{11A8}", "\u{1D165}", "\u{345}", "\u{200D}",
    ]

    /// Words that begin with a letter, so that each has its own bytes in both forms.
    private static func word(_ random: inout SplitMix) -> String {
        var word = letters.randomElement(using: &random) ?? ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            word += (Bool.random(using: &random) ? letters : marks).randomElement(using: &random) ?? ""
        }
        return word
    }

    @Test func composesAsICU() throws {
        var random = SplitMix(seed: 3)
        let composer = Composer()
        var changed = 0
        for _ in 0..<600 {
            let words = (0..<Int.random(in: 1...8, using: &random)).map { _ in UTF8Text(Self.word(&random)) }
            let text = UTF8Text(unchecked: Array(words.map(\.bytes).joined(separator: [0x20])))
            let wanted = try NormalizationForm.nfc.apply(to: text)
            let isChanged = text.bytes.withUnsafeBufferPointer { composer.compose($0) }
            #expect(isChanged == (wanted != text), "\(text.bytes)")
            guard isChanged else { continue }
            changed += 1
            #expect(composer.composed.elementsEqual(wanted.bytes), "\(text.bytes)")
            var (source, target) = (0, 0)
            for word in words {
                let count = try NormalizationForm.nfc.apply(to: word).count
                #expect(composer.source(of: target..<target + count) == source..<source + word.count, "\(text.bytes)")
                source += word.count + 1
                target += count + 1
            }
        }
        #expect(changed > 300)
    }

    /// What begins with a mark, is cut off, or is longer than anything that is kept.
    @Test func composesAnyText() throws {
        let composer = Composer()
        for text in [
            "", "\u{301}", "\u{344}a", "e\u{301}", "a \u{95B}",
            "x\u{315}\u{323}\u{315}\u{323}\u{315}\u{323}\u{315}\u{323}\u{315}",
        ] {
            let text = UTF8Text(text)
            let wanted = try NormalizationForm.nfc.apply(to: text)
            let isChanged = text.bytes.withUnsafeBufferPointer { composer.compose($0) }
            #expect(isChanged == (wanted != text))
            if isChanged { #expect(composer.composed.elementsEqual(wanted.bytes)) }
        }
        // Not UTF-8: whatever comes of it, nothing is read beyond the end.
        for bytes in [[0xE1], [0x61, 0xCC], [0xF0, 0x9F], [0xE0, 0xA4, 0x61]] as [[UInt8]] {
            _ = bytes.withUnsafeBufferPointer { composer.compose($0) }
        }
    }

    /// Of a blank before a letter that is composed nothing belongs to the letter.
    @Test func leavesOutWhatStandsBefore() {
        let composer = Composer()
        let text: UTF8Text = "क \u{95B}"
        #expect(text.bytes.withUnsafeBufferPointer { composer.compose($0) })
        #expect(composer.source(of: 4..<composer.composed.count) == 4..<7)
    }
}
