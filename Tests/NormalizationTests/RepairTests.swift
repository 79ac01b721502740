import Normalization
import TestSupport
import Testing
import UnicodeText

@Suite struct RepairTests {
    private func repaired(_ text: String) -> String { "\(Pipeline(profile: .text).repaired(UTF8Text(text)).text)" }

    @Test(arguments: [
        ("Itâ€™s", "It’s"), ("cafÃ© crÃ¨me", "café crème"), ("â€œQuoteâ€\u{9d}", "“Quote”"), ("10 â‚¬", "10 €"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("RenÃ© said “yes” and itâ€™s fine", "René said “yes” and it’s fine"),
        ("ÃƒÂ©", "é"), ("‚Äôs", "’s"), ("&amp; &nbsp;&#8217;&#x2019;", "& \u{A0}’’"), ("It\u{92}s", "It’s"),
        ("soft\u{AD}hyphen", "softhyphen"), ("a\u{FEFF}b\u{0}c", "abc"), ("e\u{301}", "é"),
        ("Â«Â bonjourÂ Â»", "«\u{A0}bonjour\u{A0}»"), ("РџСЂРёРІРµС‚", "Привет"),
    ])
    func repairsWhatIsCertain(_ damaged: String, _ good: String) {
        #expect(Array(repaired(damaged).utf8) == Array(good.utf8))
    }

    @Test(arguments: [
        "CAFÉ™ NESTLÉ® et « CAFÉ »", "“ALEMÔ foi AMANHÃ… e IRMû", "l’été à Évry", "naïve façade – São Tomé",
        "АБВГ «Привет» ёлка", "中国将加强数字合作。", "የአፍሪካ ኅብረት፡፡", "R&D, AT&T; Q&A", "x < y & z > w", "5' 6\"",
        "Ọ̀rọ̀ Yorùbá", "ƙasa ’yan ɗa", "नमस्ते दुनिया।", "مرحبا بالعالم،", "\u{200B}zero\u{200D}width", "¿Qué? ¡Sí!",
        "!YO SÉ¡", "(-1/2)! = √π",
    ])
    func leavesGoodTextAlone(_ text: String) throws {
        let composed = try NormalizationForm.nfc.apply(to: UTF8Text(text))
        #expect(Pipeline(profile: .text).repaired(composed).text == composed)
    }

    @Test func editsLeadBackAndTwiceIsOnce() {
        var random = SplitMix(seed: 3)
        let pieces = [
            "Itâ€™s ", "cafÃ©", " &amp; ", "e\u{301}", "\u{7}", "plain ", "中文", "\u{FEFF}", "Ã", "â€", "\n", "ÃƒÂ©",
            "  ",
        ]
        for _ in 0..<500 {
            let text = UTF8Text(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined())
            let (result, edits) = Pipeline(profile: .text).repaired(text)
            #expect(edits.verifies(source: text, target: result))
            let again = Pipeline(profile: .text).repaired(result)
            #expect(again.text == result, "\(text)")
        }
    }
}
