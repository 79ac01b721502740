import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// A look at the bytes of a line, against its tokens.
@Suite struct MonthOpeningsTests {
    @Test(arguments: ["en", "fr", "sw", "ha", "pt"] as [LanguageTag])
    func noDateIsPassedOver(_ language: LanguageTag) {
        let pieces = [
            "20", "2023", "10", "5", "20231020", "/", "-", ".", ",", " ", " ", "October", "Oct", "MAY", "may'", "'May",
            "oktoba", "octobre", "d'octobre", "de", "mwezi", "wa", "th", "the", "minister", "said", "'", "23",
            "T134405",
            ":", "(", ")",
        ]
        let lexicon = DateLexicon.lexicon(for: language)
        var random = SplitMix(seed: 61)
        var told = 0
        for _ in 0..<3_000 {
            let text = UTF8Text(
                (0..<Int.random(in: 1...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined())
            let tokens = lexicon.tokens(of: text, in: text.all)
            let grammar = DateGrammar(tokens: tokens, figureOrder: lexicon.figureOrder)
            if tokens.indices.contains(where: { grammar.dayOfYear(at: $0) != nil }) {
                #expect(grammar.mayHoldDate, "\(text)")
            }
            if !text.borrowed({ lexicon.openings.mayHoldDate($0) }) {
                told += 1
                #expect(!grammar.mayHoldDate, "\(text)")
            }
        }
        #expect(told > 100)
    }

    @Test func mostLinesAreToldAtALook() {
        let openings = DateLexicon.lexicon(for: "en").openings
        for text: UTF8Text in [
            "The bank lost 20 per cent of its 1,200 staff.", "It was 5 to 3 in the 90th minute", "",
        ] {
            #expect(!text.borrowed { openings.mayHoldDate($0) }, "\(text)")
        }
        for text: UTF8Text in ["20.10.2023", "in October", "2023-10-20", "20231020T134405", "20 octobre – 2023"] {
            #expect(text.borrowed { openings.mayHoldDate($0) }, "\(text)")
        }
    }
}
