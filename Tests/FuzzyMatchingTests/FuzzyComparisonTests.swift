import TestSupport
import Testing
import UnicodeText

@testable import FuzzyMatching

@Suite struct FuzzyComparisonTests {
    private func explain(_ query: UTF8Text, _ match: UTF8Text, _ language: LanguageTag? = nil) -> String {
        let result = FuzzyComparison(query: query, match: match, language: language)
        let penalties = result.penalties.map { " \($0.kind.rawValue)-\($0.points)" }.joined()
        let differences = result.differences.map { " \($0.kind.rawValue)[\(query[$0.query])|\(match[$0.match])]" }
        return "\(result.score)\(penalties)\(differences.joined())"
    }

    /// The worked examples of docs/memory.md.
    @Test func workedExamples() {
        #expect(explain("Digital economy", "Digital economy") == "100")
        #expect(explain("Digital Economy", "Digital economy") == "99 case-1 case[Economy|economy]")
        #expect(explain("Page 3 of 10", "Page 4 of 10") == "99 number-1 number[3|4]")
        #expect(explain("Thank you.", "Thank you!") == "98 punctuation-2 punctuation[.|!]")
        #expect(explain("Thank  you", "Thank you") == "99 spacing-1")
        #expect(
            explain("Page 3 of 10.", "page 4 of 10")
                == "96 case-1 number-1 punctuation-2 case[Page|page] number[3|4] punctuation[.|]")
        #expect(explain("No window borders", "No side window borders") == "75 added[|side]")
        #expect(
            explain("clear earlier tempos", "Clear All Earlier Tempos")
                == "74 case-1 case[clear|Clear] added[|All] case[earlier|Earlier] case[tempos|Tempos]")
        #expect(explain("The new text here", "The old text") == "50 replaced[new|old] missing[here|]")
        #expect(explain("发展数字经济", "发展绿色经济") == "66 replaced[数字|绿色]")
        #expect(explain("café", "cafe\u{301}") == "99 case-1 case[café|cafe\u{301}]")
        #expect(explain("...", "..?") == "66 replaced[.|?]")
        #expect(explain("https://a.b/1", "https://a.b/2") == "99 address-1 address[https://a.b/1|https://a.b/2]")
        #expect(explain("", "x") == "0 added[|x]")
        #expect(explain(" ", "") == "0")
    }

    @Test func formsOfOneWord() {
        #expect(explain("He meets them", "He met them", "en") == "66 replaced[meets|met]")
        #expect(
            explain("The minister travels", "The ministers travelled", "en")
                == "83 inflection-17 inflection[minister|ministers] inflection[travels|travelled]")
        #expect(
            explain("The minister travels", "The ministers travelled")
                == "33 replaced[minister travels|ministers travelled]")
        let long = "one two three four five six seven eight nine ten minister"
        #expect(explain(UTF8Text(long), UTF8Text(long + "s"), "en") == "97 inflection-3 inflection[minister|ministers]")
        #expect(
            explain("les présidents", "Le président", "fr")
                == "75 inflection-25 inflection[les|Le] inflection[présidents|président]")
        // No stemmer for the language: words are words.
        #expect(explain("mawaziri", "waziri", "sw") == "0 replaced[mawaziri|waziri]")
    }

    @Test func onlyIdenticalBytesScoreAHundred() {
        var random = SplitMix(seed: 8)
        let pieces = ["a", "A", "b", " ", "  ", ".", ",", "1", "2", "é", "e\u{301}", "\u{200B}", "中"]
        for _ in 0..<5000 {
            func text() -> UTF8Text {
                UTF8Text(
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined())
            }
            let (query, match) = (text(), text())
            let result = FuzzyComparison(query: query, match: match)
            #expect((result.score == 100) == (query.bytes == match.bytes))
            #expect(result.score == FuzzyComparison(query: match, match: query).score)
            #expect((0...100).contains(result.score))
            for difference in result.differences {
                #expect(difference.query.upperBound <= query.count && difference.match.upperBound <= match.count)
            }
        }
    }
}
