import TestSupport
import Testing
import UnicodeText

@testable import Normalization

@Suite struct ConventionsTests {
    private static let everything: [Conventions] = [
        Conventions(quotes: .language, spaces: .nnbsp, digits: .latin, apostrophes: .typographic, dashes: .language),
        Conventions(quotes: .language, spaces: .nbsp, digits: .native, apostrophes: .letter, width: .narrow),
        Conventions(quotes: .straight, apostrophes: .straight, tatweel: .remove, presentationForms: .fold),
        Conventions(quotes: .straight, apostrophes: .typographic, ethiopic: .modern),
        Conventions(quotes: .language, apostrophes: .straight, tatweel: .remove, ethiopic: .modern),
    ]

    @Test(arguments: ConventionsGolden.all)
    func golden(_ row: ConventionsGolden) {
        let text = UTF8Text(row.before)
        let steps = row.conventions.steps(for: row.language)
        let (result, edits) = steps.apply(to: text)
        #expect(result == UTF8Text(row.after))
        #expect(edits.verifies(source: text, target: result))
        let again = steps.apply(to: result).text
        #expect(again == result, "twice is not once")
        let kept = Conventions().steps(for: row.language).apply(to: text).text
        #expect(kept == text, "the default changes something")
    }

    @Test func everyLanguageOfTheIssueHasAGoldenFile() {
        let languages = Set(ConventionsGolden.all.map(\.language.language))
        #expect(
            languages.isSuperset(of: "en fr ar am ha sw zh ru es pt hi yo zu".split(separator: " ").map(String.init)))
    }

    /// Any text of marks, blanks and letters: edits lead back, and twice is once.
    @Test(arguments: ["en", "fr", "fr-CA", "ar", "am", "ha", "sw", "zh", "zh-Hant", "ru", "es", "pt", "hi", "de", "sv"])
    func anyTextIsSetOnceAndForAll(_ tag: String) throws {
        let language = try #require(LanguageTag(tag))
        var random = SplitMix(seed: 7)
        let pieces = [
            "\"", "'", "“", "”", "‘", "’", "„", "«", "»", "‹", "›", "「", "」", " ", " ", "\u{A0}", "\u{202F}", "\n",
            "\n\n",
            "a", "dogs", "ʼ", "´", "5", "٣", "٫", "!", "?", ":", ";", "::", "፡", "፡፡", "ሰላም", "ـ", "كتاب", "ﻻ", "ﹷ",
            "中",
            "，", "Ａ", "９", "- ", " - ", "ng'", "'yan", ".", ",", "(", ")", "—", "http://a/b", "ﬁ",
        ]
        for conventions in Self.everything {
            let steps = conventions.steps(for: language)
            for _ in 0..<300 {
                let text = UTF8Text(
                    (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined())
                let (result, edits) = steps.apply(to: text)
                #expect(edits.verifies(source: text, target: result), "\(text)")
                #expect(edits.edits.allSatisfy { !$0.rules.isEmpty })
                let again = steps.apply(to: result).text
                #expect(again == result, "\(tag) \(conventions): \(text) → \(result) → \(again)")
            }
        }
    }

    @Test func rulesAreNamed() {
        let steps = Conventions(quotes: .language, spaces: .nbsp).steps(for: "fr")
        let edits = steps.apply(to: UTF8Text("Il dit \"oui\"!")).edits
        #expect(edits.edits.flatMap(\.rules) == ["quotes:fr", "quotes:fr", "space:fr"])
    }

    @Test func pipelineSetsThemInBlocksAndKeepsTheWayBack() throws {
        var pipeline = Pipeline(profile: .text, language: "fr")
        let source = SourceText(UTF8Text("Il a dit \"oui\" &amp; \"non\"."))
        #expect(pipeline.article(from: source).blocks[0].text == "Il a dit \"oui\" & \"non\".")
        pipeline.conventions.quotes = .language
        let block = pipeline.article(from: source).blocks[0]
        #expect(block.text == "Il a dit «\u{A0}oui\u{A0}» & «\u{A0}non\u{A0}».")
        #expect(block.edits.verifies(source: source.text, target: block.text))
    }

    @Test func manyMarksCostLinearTime() {
        let hostile = UTF8Text(
            String(repeating: "\"a '", count: 4_000) + String(repeating: "'b\" ", count: 4_000)
                + String(repeating: "a", count: 20_000) + String(repeating: "'", count: 5_000))
        let steps = Conventions(quotes: .language, apostrophes: .typographic).steps(for: "en")
        let time = cpuTime { _ = steps.apply(to: hostile) }
        #expect(time < .seconds(30))
    }
}
