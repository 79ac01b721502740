import Testing
import UnicodeText

/// Case folding without ICU gives what ICU gives.
@Suite struct CaseFoldingTests {
    /// Characters without cases are folded by ASCII's rule alone; the "É" sends the other text to ICU.
    @Test func charactersWithoutCases() throws {
        let ranges: [ClosedRange<UInt32>] = [0x5C0...0xFFF, 0x1200...0x137F, 0x2000...0x207F, 0x3000...0x9FFF]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "A\(scalar)Z"
            #expect(try CaseMapping.fold(UTF8Text(text)) == UTF8Text("a\(scalar)z"))
            #expect(try CaseMapping.fold(UTF8Text(text + "É")) == UTF8Text("a\(scalar)zé"))
        }
    }

    @Test(
        arguments: [
            ("STRASSE straße", "strasse strasse"), ("“QUOTED” – OK", "“quoted” – ok"), ("ÉCOLE", "école"), ("ԱԲ", "աբ"),
            ("Ω K", "ω k"), ("Ⴀ", "ⴀ"), ("ꙀA", "ꙁa"), ("", ""), ("é", "é"),
        ] as [(UTF8Text, UTF8Text)])
    func folds(_ text: UTF8Text, _ folded: UTF8Text) throws {
        #expect(try CaseMapping.fold(text) == folded)
    }
}
