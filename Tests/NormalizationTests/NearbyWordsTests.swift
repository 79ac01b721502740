import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// Words shared with lines nearby, against looking at every pair of lines.
@Suite struct NearbyWordsTests {
    private static func lines(_ random: inout SplitMix) -> [LabelledBlock] {
        let words = [
            "ministry", "minister", "growth", "été", "école", "中国经济", "bank", "of", "the", "naïve", "reformed",
        ]
        return (0..<Int.random(in: 1...60, using: &random)).map { _ in
            let count = Bool.random(using: &random) ? Int.random(in: 1...4, using: &random) : 9
            let text = UTF8Text(
                (0..<count).map { _ in
                    words[Int.random(in: 0..<words.count, using: &random)]
                        + (Int.random(in: 0..<6, using: &random) == 0 ? "’s" : "")
                }.joined(separator: " "))
            return LabelledBlock(text)
        }
    }

    private static func share(_ index: Int, of lines: [LabelledBlock]) -> Double? {
        func words(_ index: Int) -> [UInt64] {
            lines[index].features.words >= 3 ? ContentWords.hashes(of: lines[index].folded) : []
        }
        let own = words(index)
        guard own.count >= 3 else { return nil }
        let others = lines.indices.filter {
            $0 != index && abs($0 - index) <= 12 && lines[$0].features.words >= 8
        }
        let near = Set(others.flatMap(words))
        return Double(own.count { near.contains($0) }) / Double(own.count)
    }

    @Test func sameAsEveryPair() {
        var random = SplitMix(seed: 21)
        for _ in 0..<200 {
            let lines = Self.lines(&random)
            let nearby = NearbyWords(of: lines)
            for index in lines.indices { #expect(nearby.share(of: index) == Self.share(index, of: lines)) }
        }
    }

    @Test func aWordIsTheSameWhateverStandsBehindIt() {
        let forms: [UTF8Text] = ["minister", "minister.", "minister’s", "ministers", "minister—", "minister é"]
        let hashes = Set(forms.map { ContentWords.hashes(of: $0).first })
        #expect(hashes.count == 1)
        #expect(ContentWords.hashes(of: "bank").first == ContentWords.hashes(of: "bank” said").first)
        #expect(ContentWords.hashes(of: "bank") != ContentWords.hashes(of: "banks"))
        #expect(ContentWords.hashes(of: "the of a") == [])
    }

    /// What the window has left behind makes room: many lines of new words stay cheap and right.
    @Test func forgetsWhatIsOutOfReach() {
        var window = WordWindow()
        for line in 0..<500 {
            for word in 0..<200 {
                #expect(window.take(UInt64(line * 200 + word), line: Int32(line), isLong: true)?.isNear == false)
            }
        }
        #expect(window.take(UInt64(499 * 200), line: 500, isLong: false)?.isNear == true)
        #expect(window.take(UInt64(488 * 200), line: 500, isLong: false)?.isNear == true)
        #expect(window.take(UInt64(487 * 200), line: 500, isLong: false)?.isNear == false)
        #expect(window.take(UInt64(499 * 200), line: 500, isLong: false) == nil)
    }
}
