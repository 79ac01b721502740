import TestSupport
import Testing
import UnicodeText

@Suite struct NumberConventionsTests {
    private func read(_ text: UTF8Text, _ language: LanguageTag) -> [String] {
        NumberConventions(language: language).numbers(in: text).map { number in
            "\(text[number.range])=\(number.decimal ?? "?")" + (number.isGrouped ? " grouped" : "")
                + (number.isNative ? " native" : "")
        }
    }

    @Test func numbersAreReadByTheLanguagesSeparators() {
        #expect(
            read("In 2023, 1,234.50 of 12,345,678", "en") == [
                "2023=2023", "1,234.50=1234.50 grouped", "12,345,678=12345678 grouped",
            ])
        #expect(
            read("1 234,5 et 12 345 678 en 2023 300 fois", "fr") == [
                "1 234,5=1234.5 grouped", "12 345 678=12345678 grouped", "2023 300=?",
            ])
        #expect(read("1.234,5 und 3,14", "de") == ["1.234,5=1234.5 grouped", "3,14=3.14"])
        #expect(
            read("12,34,567 लोग, १२,३४,५६७", "hi") == ["12,34,567=1234567 grouped", "१२,३४,५६७=1234567 grouped native"])
        #expect(read("٢٠٢٣ و١٬٢٣٤٫٥", "ar") == ["٢٠٢٣=2023 native"])
        #expect(read("١٬٢٣٤٫٥", "ar") == ["١٬٢٣٤٫٥=1234.5 grouped native"])
        #expect(read("2023年3月16日", "zh") == ["2023=2023", "3=3", "16=16"])
    }

    @Test func whatIsNoNumberIsKeptAsItIs() {
        #expect(read("1.2.3 and 007, 1,23 at 10:30", "en") == ["1.2.3=?", "007=?", "1,23=?", "10=10", "30=30"])
        #expect(read("G20, 5G, 1er, COVID-19 and 0.5", "en") == ["19=19", "0.5=0.5"])
        #expect(read(UTF8Text(String(repeating: "9", count: 41)), "en").first?.hasSuffix("=?") == true)
    }

    @Test func numbersAreWrittenAsTheLanguageDoes() {
        func write(_ value: String, _ language: LanguageTag, grouped: Bool = true, native: Bool = false) -> String? {
            NumberConventions(language: language).text(value, isGrouped: grouped, isNative: native)?.description
        }
        #expect(write("1234567.50", "en") == "1,234,567.50")
        #expect(write("1234567.5", "fr") == "1\u{202F}234\u{202F}567,5")
        #expect(write("1234567", "hi") == "12,34,567")
        #expect(write("2024", "ar", grouped: false, native: true) == "٢٠٢٤")
        #expect(write("1234", "es") == "1234")
        #expect(write("12345", "es") == "12.345")
        #expect(write("2024", "de", grouped: false) == "2024")
    }

    @Test func whatWasWrittenIsRead() {
        var random = SplitMix(seed: 3)
        for language in ["en", "fr", "de", "hi", "pt", "sw", "zh", "ar", "am", "ru"].compactMap({ LanguageTag($0) }) {
            let conventions = NumberConventions(language: language)
            for _ in 0..<50 {
                let whole = Int.random(in: 0...(1 << Int.random(in: 1...50, using: &random)), using: &random)
                let value =
                    Bool.random(using: &random) ? "\(whole)" : "\(whole).\(Int.random(in: 10...99, using: &random))"
                for (isGrouped, isNative) in [(false, false), (true, false), (true, true)] {
                    guard let text = conventions.text(value, isGrouped: isGrouped, isNative: isNative) else { continue }
                    #expect(conventions.numbers(in: text).map(\.decimal) == [value], "\(language) \(text)")
                }
            }
        }
    }

    @Test func anyTextIsRead() {
        var random = SplitMix(seed: 4)
        let pieces = ["1", "23", "456", ".", ",", " ", "\u{202F}", "٢", "a", "年", "\u{301}", "'"]
        for language in ["en", "fr", "ar"].compactMap({ LanguageTag($0) }) {
            for _ in 0..<300 {
                let text = UTF8Text((0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
                var end = 0
                for number in NumberConventions(language: language).numbers(in: text) {
                    #expect(number.range.lowerBound >= end && number.range.upperBound <= text.count)
                    end = number.range.upperBound
                }
            }
        }
    }
}
