import TestSupport
import Testing
import UnicodeText

@Suite struct EditMapTests {
    /// Deletes, inserts and replaces at random places.
    private func edited(_ text: UTF8Text, rule: String, using random: inout SplitMix) -> (UTF8Text, EditMap) {
        var rewriter = TextRewriter(text)
        var position = 0
        while position < text.count {
            position += Int.random(in: 0...4, using: &random)
            guard position < text.count else { break }
            let end = min(text.count, position + Int.random(in: 0...3, using: &random))
            let letters = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                UInt8.random(in: 97...122, using: &random)
            }
            rewriter.replace(position..<end, with: letters, rule: rule)
            position = max(end, position + 1)
        }
        let result = rewriter.finish()
        return (result.text, result.edits)
    }

    @Test func composedMapMakesTheSameText() {
        var random = SplitMix(seed: 20)
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...30, using: &random)
            let source = UTF8Text(unchecked: (0..<count).map { _ in UInt8.random(in: 65...90, using: &random) })
            let (middle, first) = edited(source, rule: "a", using: &random)
            let (result, second) = edited(middle, rule: "b", using: &random)
            #expect(first.verifies(source: source, target: middle))
            #expect(second.verifies(source: middle, target: result))
            let whole = first.composed(with: second)
            #expect(whole.verifies(source: source, target: result))
            // Every byte of the result points into the source, in order.
            var last = 0
            for offset in 0..<result.count {
                let range = whole.source(of: offset..<offset + 1)
                #expect(range.lowerBound >= last && range.upperBound <= source.count)
                last = range.lowerBound
                if range.count == 1, !whole.edits.contains(where: { $0.target.contains(offset) }) {
                    #expect(source.bytes[range.lowerBound] == result.bytes[offset])
                }
            }
        }
    }

    @Test func mapsRangesTightly() {
        var rewriter = TextRewriter("  Hello   world ")
        rewriter.delete(0..<2, rule: "space")
        rewriter.replace(7..<10, with: [0x20], rule: "space")
        rewriter.delete(15..<16, rule: "space")
        let (text, map) = rewriter.finish()
        #expect(text.description == "Hello world")
        #expect(map.source(of: 0..<5) == 2..<7)
        #expect(map.source(of: 6..<11) == 10..<15)
        #expect(map.source(of: 0..<11) == 2..<15)
        #expect(map.target(of: 10..<15) == 6..<11)
    }

    @Test func normalizationReportsItsEdits() throws {
        let source: UTF8Text = "Cafe\u{301} crème"
        let (text, map) = try NormalizationForm.nfc.applyTracked(to: source)
        #expect(text == UTF8Text("Café crème"))
        #expect(map.edits == [Edit(source: 3..<6, target: 3..<5, rules: ["nfc"])])
        #expect(map.verifies(source: source, target: text))
    }
}
