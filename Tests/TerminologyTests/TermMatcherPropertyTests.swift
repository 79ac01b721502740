import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct TermMatcherPropertyTests {
    /// Words made of a language's own affixes over few letters, so that terms meet texts in every way there is.
    @Test(arguments: ["en", "fr", "es", "sw", "zu", "xh", "ar", "ru", "ha", "pt"])
    func answersAsThePlainMatcher(_ tag: String) throws {
        let language = try #require(LanguageTag(tag))
        let knowledge = TermLanguage.of(language)
        var random = SplitMix(seed: UInt64(tag.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
        let bases = Self.bases(tag, &random)
        let begins = [["-"]] + (knowledge.beginnings + knowledge.laterBeginnings).map { $0.affixes.map(\.description) }
        let ends = [["-"]] + knowledge.endings.map { $0.affixes.map(\.description) }
        let clitics = (knowledge.proclitics, knowledge.enclitics)
        let fixed = (knowledge.irregular + knowledge.agreeing).flatMap { $0 }.map(\.description)
        func any(_ texts: [String]) -> String {
            let text = texts.randomElement(using: &random) ?? ""
            // Ways of writing, which the plain matcher does not know.
            return text == "-" ? "" : String(text.map { $0 == "ى" ? "ي" : $0 == "ɗ" ? "d" : $0 })
        }
        func rarely() -> Bool { Int.random(in: 0..<6, using: &random) == 0 }
        func affix(_ sets: [AffixSet]) -> String {
            rarely() ? any(sets.flatMap { $0.affixes.map(\.description) }) : ""
        }
        /// A word by its sets, which a text has in another form, or by chance with affixes of other sets.
        func form(_ word: (begins: Int, base: String, ends: Int)) -> String {
            if word.base.isEmpty { return any(fixed) }
            let begin = rarely() ? begins.randomElement(using: &random) ?? [] : begins[word.begins]
            let end = rarely() ? ends.randomElement(using: &random) ?? [] : ends[word.ends]
            return any(begin) + word.base + any(end)
        }
        var count = 0
        for _ in 0..<20 {
            let words = (0..<6).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    (
                        begins: begins.indices.randomElement(using: &random) ?? 0,
                        base: !fixed.isEmpty && rarely() ? "" : any(bases),
                        ends: ends.indices.randomElement(using: &random) ?? 0
                    )
                }
            }
            let terms = words.map { $0.map(form) }
            let glossary = Glossary(
                name: "t",
                concepts: terms.enumerated().map { index, words in
                    Concept(
                        id: "\(index)",
                        sections: [.init(language: language, terms: [Term(UTF8Text(words.joined(separator: " ")))])])
                })
            let matcher = TermMatcher(glossaries: [glossary], language: language)
            let plain = PlainMatcher(language: knowledge, writing: matcher.affixes, terms: terms)
            for _ in 0..<6 {
                let text = (0..<6).map { _ in
                    let forms = (words.randomElement(using: &random) ?? []).map(form).joined(separator: " ")
                    return affix(clitics.0) + forms + affix(clitics.1)
                }.joined(separator: " ")
                let found = matcher.occurrences(in: UTF8Text(text)).map {
                    PlainMatcher.Found(range: $0.range, form: $0.form)
                }
                let wanted = plain.occurrences(in: text)
                #expect(found == wanted, "\(terms) in \(text)")
                count += found.count { $0.form == .inflected }
            }
        }
        #expect(count > 50)
    }

    private static func bases(_ tag: String, _ random: inout SplitMix) -> [String] {
        let letters = tag == "ar" ? ["د", "ر", "ك", "ب"] : tag == "ru" ? ["к", "о", "н", "е"] : ["k", "a", "n", "t"]
        return (0..<12).map { _ in
            (0..<Int.random(in: 1...5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                .joined()
        }
    }

    /// Whatever the bytes, occurrences lie in order within the text and cut no character.
    @Test func standsAnyText() {
        var random = SplitMix(seed: 11)
        let pieces = [
            "a", "é", "e\u{301}", "的", "中国", "ไทย", "ｶﾞ", "ß", "'", "’", "-", "\u{AD}", "\u{FFFC}", "\n", " ", "ـ",
            "كتاب", "ሰላም", "𠀀", "😀", "İ", "ﷺ", "़", ".", "U", "É", "美", "中", "ዩ", "New ", "Mexico", " ya ", "haus",
            "schule",
        ]
        for language in ["en", "fr", "ar", "am", "zu", "yo", "hi", "zh", "th", "de", "tr", "und"] as [LanguageTag] {
            for _ in 0..<20 {
                func some(_ count: Int) -> String {
                    (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                }
                let terms = (0..<5).map { _ in
                    var term = Term(UTF8Text(some(Int.random(in: 1...4, using: &random))))
                    if Bool.random(using: &random) { term.partOfSpeech = "properNoun" }
                    term.flags = TermFlags(rawValue: UInt8.random(in: 0..<8, using: &random))
                    return term
                }
                let matcher = TermMatcher(
                    glossaries: [
                        Glossary(
                            name: "t",
                            concepts: terms.enumerated().map {
                                Concept(
                                    id: "\($0.offset)", sections: [.init(language: language, terms: [$0.element])])
                            })
                    ], language: language)
                let text = UTF8Text(some(40))
                var end = 0
                for found in matcher.occurrences(in: text) {
                    #expect(found.range.lowerBound >= end && found.range.upperBound <= text.count)
                    #expect(UTF8Validation.firstError(in: found.found.bytes) == nil)
                    end = found.range.upperBound
                }
                end = 0
                for found in matcher.scanner(compounds: true).occurrences(in: text) {
                    #expect(found.range.lowerBound >= end && found.range.upperBound <= text.count)
                    #expect(UTF8Validation.firstError(in: found.found.bytes) == nil)
                    end = found.range.upperBound
                }
                let all = matcher.scanner().occurrences(in: text, overlapping: true)
                for found in matcher.occurrences(in: text) { #expect(all.contains(found)) }
            }
        }
    }
}
