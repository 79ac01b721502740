import Testing
import UnicodeText

@testable import Normalization

/// The marked dates of every language.
@Suite struct DateGoldenTests {
    @Test(arguments: DateGoldenFile.languages)
    func dates(language: String) throws {
        let cases = try DateGoldenFile.cases("dates", of: language)
        #expect(cases.count >= 3)
        for golden in cases {
            let found = DateReader(language: golden.language).readings(in: golden.text)
            #expect(found.map(\.iso8601).joined(separator: " | ") == golden.expected, "\(golden)")
        }
    }

    @Test(arguments: ["en", "zh", "fr", "ar", "pt", "sw", "am", "ha", "yo", "zu", "hi", "ru", "es"])
    func hasEnoughCases(language: String) throws {
        #expect(try DateGoldenFile.cases("dates", of: language).count >= 8)
        #expect(try DateGoldenFile.cases("agency", of: language).count >= 1)
        #expect(try DateGoldenFile.cases("lines", of: language).count >= 1)
    }

    @Test(arguments: DateGoldenFile.languages)
    func lines(language: String) throws {
        for golden in try DateGoldenFile.cases("lines", of: language) {
            let answer = Self.answer(golden.text, golden.language)
            let found = answer.iso8601.map { [$0] } ?? answer.readings
            let date = found.isEmpty ? "undated" : found.joined(separator: " | ")
            #expect((answer.matches ? date : "none") == golden.expected, "\(golden)")
        }
    }

    @Test(arguments: DateGoldenFile.languages)
    func agencies(language: String) throws {
        for golden in try DateGoldenFile.cases("agency", of: language) {
            let reader = DateReader(language: golden.language)
            let found = AgencyDateline.read(in: golden.text, with: reader)
            let parts = found.map { line in
                [
                    line.place.map { "\(golden.text[$0])" }, line.iso8601(near: nil),
                    line.agency.map { "\(golden.text[$0])" },
                ].map { $0 ?? "none" }.joined(separator: " | ")
            }
            #expect((parts ?? "none") == golden.expected, "\(golden)")
            guard let found else { continue }
            let inner = [found.place, found.date?.range, found.agency, found.dash].compactMap { $0 }
            #expect(
                inner.allSatisfy {
                    $0.lowerBound >= found.range.lowerBound && $0.upperBound <= found.range.upperBound && !$0.isEmpty
                }, "\(golden)")
            for (index, range) in inner.enumerated() {
                #expect(inner[(index + 1)...].allSatisfy { !$0.overlaps(range) }, "\(golden)")
            }
        }
    }

    static func rule(_ language: LanguageTag) -> DatelineRule {
        DatelineRule(words: PressWords.words(for: language), reader: DateReader(language: language))
    }

    static func answer(_ text: UTF8Text, _ language: LanguageTag) -> DatelineRule.Answer {
        answer(text, rule(language))
    }

    static func answer(_ text: UTF8Text, _ rule: DatelineRule) -> DatelineRule.Answer {
        let line = LabelledBlock(text)
        return rule.date(of: line, text.borrowed { DateSigns(line.features, $0) })
    }
}
