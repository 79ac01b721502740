import FuzzyMatching
import TestSupport
import Testing
import UnicodeText

@Suite struct FoldedTextTests {
    @Test func keys() {
        #expect(FoldedKey.key(of: "Straße") == "strasse")
        #expect(FoldedKey.key(of: "E\u{301}COLE").bytes == UTF8Text("\u{E9}cole").bytes)
        #expect(FoldedKey.key(of: "İ") == FoldedKey.key(of: "i\u{307}"))
        #expect(FoldedKey.key(of: "中文 ABC") == "中文 abc")
    }

    @Test func keyOfBothWaysIsTheSameAndRangesPointWhereTheySay() {
        var random = SplitMix(seed: 5)
        let scalars: [String] = ["a", "B", "ß", "é", "e\u{301}", "É", "İ", "ﬁ", "中", "\u{1F600}", "\u{301}", "K", "ΐ"]
        for _ in 0..<2000 {
            let text = UTF8Text(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in scalars.randomElement(using: &random) ?? "" }
                    .joined())
            let folded = FoldedText(text)
            #expect(folded.key.bytes == FoldedKey.key(of: text).bytes)
            #expect(FoldedKey.key(of: folded.key).bytes == folded.key.bytes)
            #expect(folded.source(ofKey: folded.key.all) == text.all)
            for placed in folded.key.placedScalars {
                guard let range = folded.source(ofKey: placed.range) else { continue }
                #expect(range.upperBound <= text.count && text[range].scalarCount > 0)
                #expect(UTF8Text(validating: Array(text.bytes[range])) != nil)
            }
        }
    }
}
