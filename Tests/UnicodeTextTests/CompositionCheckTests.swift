import Testing

@testable import UnicodeText

@Suite struct CompositionCheckTests {
    /// Each character by itself, after a letter and after a mark: where the quick check is certain, composing changes
    /// nothing.
    @Test func isNeverWronglyCertain() throws {
        var wrong: [UInt32] = []
        for value in UInt32(0x80)..<0x3400 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var bytes: [UInt8] = []
            for each in ["a", scalar, "\u{651}", scalar] as [Unicode.Scalar] { bytes.append(each) }
            let text = UTF8Text(unchecked: bytes)
            guard bytes.withUnsafeBufferPointer({ CompositionCheck.isCertain($0) }) else { continue }
            if try NormalizationForm.nfc.apply(to: text) != text { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }

    @Test func marksOutOfOrderAreNotNFC() {
        #expect(!NormalizationForm.nfc.holds(for: "\u{64A}\u{651}\u{64B}"))
        #expect(NormalizationForm.nfc.holds(for: "\u{64A}\u{64B}\u{651}"))
        #expect(NormalizationForm.nfc.holds(for: "économie 中国 Москва"))
    }
}
