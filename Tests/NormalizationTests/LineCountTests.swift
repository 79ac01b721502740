import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// The quick ways of the press profile against the plain ones.
@Suite struct LineCountTests {
    /// Printable ASCII with many blanks, hyphens and signs, of any length around steps of eight bytes.
    private static func line(_ random: inout SplitMix, most: Int) -> UTF8Text {
        let signs = Array(" aZ9-'.,;|/>é&  bc\tQ0".unicodeScalars)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...most, using: &random) {
            let scalar = signs.randomElement(using: &random) ?? " "
            bytes.append(scalar.value == 0xE9 && Int.random(in: 0..<8, using: &random) > 0 ? "e" : scalar)
        }
        return UTF8Text(unchecked: bytes)
    }

    /// As `LineFeatures` says it: a word begins at a letter or digit that no word's sign stands before.
    private static func counts(_ text: UTF8Text) -> [Int] {
        var counts = [0, 0, 0, 0, 0]
        var isInWord = false
        for (scalar, _) in text.placedScalars.map({ ($0.scalar, $0.range) }) {
            let isUpper = scalar.kind == .upper
            let isLetter = scalar.isLetter || scalar.kind == .digit
            if isLetter {
                counts[0] += 1
                if scalar.kind == .digit { counts[1] += 1 }
                if !isInWord { counts[2] += 1 }
                if !isInWord, isUpper { counts[3] += 1 }
            }
            if "|/>".unicodeScalars.contains(scalar) { counts[4] += 1 }
            isInWord = isLetter || scalar == "'" || scalar == "-"
        }
        return counts
    }

    private static func isSettled(_ text: UTF8Text) -> Bool {
        text.borrowed { text in
            var scan = LineScan()
            let isSettled = SettledLine.holds(for: text)
            #expect(scan.scanSettled(text) == isSettled)
            return isSettled
        }
    }

    @Test func countsEightBytesAStepAsOneByOne() {
        var random = SplitMix(seed: 11)
        for round in 0..<2_000 {
            let text = Self.line(&random, most: round < 1_990 ? 60 : 6_000)
            let features = LineFeatures(text)
            #expect(
                [
                    features.letters, features.digits, features.words, features.capitalizedWords, features.separators,
                ] == Self.counts(text), "\(text)")
        }
    }

    @Test func aSettledLineIsOneThatNoStepChanges() {
        var random = SplitMix(seed: 12)
        var settled = 0
        for _ in 0..<4_000 {
            let text = Self.line(&random, most: 20)
            guard Self.isSettled(text) else { continue }
            settled += 1
            #expect(Pipeline.steps.apply(to: text).edits.isIdentity, "\(text)")
            #expect(!text.isEmpty)
        }
        #expect(settled > 100)
        // Signs and letters that stand between ASCII, and those that might be half of a misreading.
        let others = Array(
            "aB 1.’“”–—…•«»éàÜñÂÃ£©¿ß€ẹ\u{301}\u{A0}Р中文。、「がア\u{3099}，（ሰላ።፧\u{135F}بكأ٣،؟\u{64B}\u{654}\u{61C}\u{3000}ی۔"
                .unicodeScalars)
        var mixed = 0
        for _ in 0..<60_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...14, using: &random) {
                bytes.append(others[Int.random(in: 0..<others.count, using: &random)])
                if Int.random(in: 0..<3, using: &random) > 0 { bytes.append(UInt8(ascii: "x")) }
            }
            let text = UTF8Text(unchecked: bytes)
            guard Self.isSettled(text) else { continue }
            if !bytes.allSatisfy({ $0 < 0x80 }) { mixed += 1 }
            #expect(Pipeline.steps.apply(to: text).edits.isIdentity, "\(text)")
        }
        #expect(mixed > 1_000)
        #expect(Self.isSettled("The quick brown fox jumps over 13 lazy dogs."))
        #expect(!Self.isSettled("“He said – déjà – that it’s done…”"))
        #expect(Self.isSettled("He said – déjà – that “it” it’s done… yes"))
        for text: UTF8Text in ["", " a", "a ", "a  b", "1234567  9", "a\tb", "Q&amp;A", "éé", "Â", "a\u{7F}"] {
            #expect(!Self.isSettled(text), "\(text)")
        }
    }
}
