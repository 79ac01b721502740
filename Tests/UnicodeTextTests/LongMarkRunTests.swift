import Testing

@testable import UnicodeText

@Suite struct LongMarkRunTests {
    /// ICU orders marks by insertion: a hundred thousand of them took half a minute.
    @Test func longRunsOfMarksAreSorted() throws {
        let count = 40_000
        let above = Array("\u{315}".utf8)
        let below = Array("\u{323}".utf8)
        func text(_ first: [UInt8], _ second: [UInt8]) -> UTF8Text {
            var bytes = Array("x".utf8)
            for _ in 0..<count { bytes += first }
            for _ in 0..<count { bytes += second }
            return UTF8Text(unchecked: bytes + Array("é.".utf8))
        }
        let source = text(above, below)
        let result = try NormalizationForm.nfc.applyTracked(to: source)
        #expect(result.edits.verifies(source: source, target: result.text))
        #expect(NormalizationForm.nfc.holds(for: result.text))
        #expect(!NormalizationForm.nfc.holds(for: source))
        #expect(result.text.count < source.count + 4)
    }
}
