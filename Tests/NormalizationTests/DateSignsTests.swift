import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// What figures tell, against reading the text character by character.
@Suite struct DateSignsTests {
    private struct Slow {
        var hasDay = false
        var hasYear = false
        var endsInFigures = false

        init(_ text: String) {
            guard let last = text.lastIndex(where: { $0.isNumber }) else { return }
            var before: Character = " "
            for run in text.split(omittingEmptySubsequences: false, whereSeparator: { !$0.isNumber }) {
                if run.startIndex > text.startIndex { before = text[text.index(before: run.startIndex)] }
                guard !run.isEmpty else { continue }
                let isBehindSign = run.startIndex > text.startIndex && "-/.'’‘–".contains(before)
                if run.count <= 2 || run.count == 8 { hasDay = true }
                if run.count == 4 || run.count == 8 || run.count == 2 && isBehindSign { hasYear = true }
            }
            // The word of the last figure itself is cut off.
            let words = text[last...].split(separator: " ", omittingEmptySubsequences: false).dropFirst()
            endsInFigures = words.count { $0.first?.isLetter == true } <= 1
        }
    }

    @Test func sameAsOneByOne() {
        var random = SplitMix(seed: 7)
        let signs = Array("0123456789 0123456789    abcXYZ-/.'’–,(é")
        for _ in 0..<4_000 {
            let isASCII = Bool.random(using: &random)
            let drawn = (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
                signs.randomElement(using: &random)
            }
            let string = String(drawn.filter { !isASCII || $0.isASCII })
            let text = UTF8Text(string)
            let features = LineFeatures(text)
            guard features.digits > 0, features.words <= DatelineRule.longest else { continue }
            let signs = text.borrowed { DateSigns(features, $0) }
            let slow = Slow(string)
            #expect(signs.hasDay == slow.hasDay, "\(string)")
            #expect(signs.hasYear == slow.hasYear, "\(string)")
            #expect(signs.endsInFigures == slow.endsInFigures, "\(string)")
        }
    }
}
