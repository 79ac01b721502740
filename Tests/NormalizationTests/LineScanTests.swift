import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// What one look at a line tells, against asking each thing by itself.
@Suite struct LineScanTests {
    private static func line(_ random: inout SplitMix) -> UTF8Text {
        let signs = Array("  aZtKMiqß-'.,;|/>&()[]:\u{7F}\t09éÉſ’“中文пП©¡".unicodeScalars)
        let isASCII = Bool.random(using: &random)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...200, using: &random) {
            let scalar = signs.randomElement(using: &random) ?? " "
            if !isASCII || scalar.isASCII { bytes.append(scalar) }
        }
        return UTF8Text(unchecked: bytes)
    }

    /// Where words of ASCII begin, and all other characters that are no blanks and no controls below them.
    private static func starts(_ folded: UTF8Text) -> [Int] {
        folded.placedScalars.compactMap { placed in
            let value = placed.scalar.value
            guard value > 0x20 else { return nil }
            let start = placed.range.lowerBound
            let isInside =
                value < 0x80 && ASCIIWord.contains(UInt8(value))
                && start > 0 && ASCIIWord.contains(folded.bytes[start - 1])
            return isInside ? nil : start
        }
    }

    @Test func sameAsOneByOne() throws {
        var random = SplitMix(seed: 41)
        var scan = LineScan()
        for _ in 0..<2_000 {
            let text = Self.line(&random)
            text.borrowed { scan.scan($0) }
            let folded = try CaseMapping.fold(text)
            #expect(scan.withFolded(\.copy) == folded, "\(text)")
            let hash = folded.bytes.withUnsafeBytes { KeyedHash.hash($0) }
            #expect(scan.hash == hash, "\(text)")
            let starts = scan.withWords { folded, bits in
                (0..<folded.count).filter { bits[$0 >> 6] >> UInt64($0 & 63) & 1 != 0 }
            }
            #expect(starts == Self.starts(folded), "\(text)")
            if scan.isSettled { #expect(text.borrowed { SettledLine.holds(for: $0) }, "\(text)") }
            let line = LabelledBlock(text)
            #expect(line.folded == folded)
            var memory = FoldedLine()
            #expect(line.withFolded(&memory, \.copy) == folded)
        }
    }

    /// A line with cases outside ASCII may fold to one without.
    @Test func linesThatFoldToTheSameSayTheSame() {
        #expect(LabelledBlock("\u{212A}elvin said").saysTheSame(as: LabelledBlock("kelvin SAID")))
        #expect(LabelledBlock("Straße").saysTheSame(as: LabelledBlock("STRASSE")))
        #expect(!LabelledBlock("kelvin said").saysTheSame(as: LabelledBlock("kelvin say")))
    }

    @Test func groupsAreThoseOfEveryPair() {
        var random = SplitMix(seed: 42)
        for _ in 0..<100 {
            let texts: [UTF8Text] = ["one", "One", "two", "TWO ", "été", "ÉTÉ", "", "three"]
            let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                LabelledBlock(texts.randomElement(using: &random) ?? "")
            }
            let groups = LineGroups(lines)
            for index in lines.indices {
                let same = lines.indices.filter { lines[$0].folded == lines[index].folded }
                #expect(groups.firsts[index] == same[0])
                #expect(groups.isRepeated[index] == (same.count > 1))
            }
        }
    }
}
