import TestSupport
import Testing
import UnicodeText

@testable import Normalization

@Suite struct DateReaderTests {
    @Test(arguments: [
        "The home side won 3-2", "It ended 20/20", "Call +1-202-555-0123", "Call 0800 20 10 2023",
        "version 10.20.2023.5",
        "version 1.12.2", "It costs $20.10", "€1,234.56", "31 February 2023", "no date in 2023", "12:30", "99/99/2023",
        "May the 4 be with 2023 of you", "pages 10-20", "ISBN 978-3-16-148410-0", "Room 20, Floor 10, 2023", "5/6",
        "192.168.10.20", "20 percent of May", "In March 2023", "1/2 cup", "0-0-0", "2023", "10.20", "June 31, 2023",
        "Section 3.4.2023.1", "100/10/2023", "2023-13-01", "2023-02-30", "March 2023 report", "Order 20231020",
        "100%", "32.10.2023", "20231320T134405Z", "Oct 45, 2023", "30 February", "score 21-15-20", "", "-", "٢٠", "年月日",
        "6 4 2023", "20 октябрьский 2023",
    ])
    func isNoDate(_ text: String) {
        for language: LanguageTag in ["en", "ru", "zh", "ar", "de"] {
            #expect(DateReader(language: language).readings(in: UTF8Text(text)).map(\.iso8601) == [], "\(language)")
        }
    }

    @Test(arguments: [
        ("en-US", ["2023-03-04", "2023-04-03"]), ("en-GB", ["2023-04-03", "2023-03-04"]),
        ("en", ["2023-04-03", "2023-03-04"]), ("fr", ["2023-04-03", "2023-03-04"]),
        ("es-MX", ["2023-04-03", "2023-03-04"]),
    ])
    func givesTheLanguagesOrderFirst(_ language: String, _ dates: [String]) throws {
        let reader = DateReader(language: try #require(LanguageTag(language)))
        #expect(reader.readings(in: "03/04/2023").map(\.iso8601) == dates)
    }

    @Test func takesTwoDigitsOfAYearOnlyWhereTheyAreCertain() {
        func read(_ text: UTF8Text, _ language: LanguageTag) -> [String] {
            DateReader(language: language).readings(in: text).map(\.iso8601)
        }
        #expect(read("20.10.23", "de") == ["2023-10-20"])
        #expect(read("20.10.23", "en") == [])
        #expect(read("20/10/23", "fr") == ["2023-10-20"])
        #expect(read("20/10/23", "zh") == [])
        #expect(read("03/04/23", "fr") == [])
    }

    @Test func namesTheCalendar() {
        let ethiopic = DateReader(language: "am").readings(in: "ጥቅምት 9 ቀን 2016 ዓ.ም")
        #expect(ethiopic.map(\.calendar) == [.ethiopic])
        let hijri = DateReader(language: "ar").readings(in: "5 ربيع الآخر 1445 هـ")
        #expect(hijri.map(\.calendar) == [.islamicUmmAlQura])
        let both = DateReader(language: "ar").readings(in: "5 ربيع الآخر 1445 هـ الموافق 20 أكتوبر 2023")
        #expect(both.map(\.calendar) == [.gregorian])
    }

    /// Every date of eight years in the Ethiopian calendar, against the rule that its year begins on 11 September of the
    /// Gregorian calendar, on the 12th before a Gregorian leap year.
    @Test func convertsTheEthiopianCalendar() {
        for year in 2008...2015 {
            for month in 1...13 {
                let length = month < 13 ? 30 : year % 4 == 3 ? 6 : 5
                let start = CLDRDates.gregorian(calendar: "ethiopic", year: year, month: 1, day: 1)
                #expect(start?.day == (year % 4 == 0 ? 12 : 11) && start?.month == 9 && start?.year == year + 7)
                #expect(CLDRDates.gregorian(calendar: "ethiopic", year: year, month: month, day: length) != nil)
                #expect(CLDRDates.gregorian(calendar: "ethiopic", year: year, month: month, day: length + 1) == nil)
            }
        }
    }

    @Test func completesAYear() throws {
        let reader = DateReader(language: "en")
        let article = try #require(reader.readings(in: "2024-01-02").first)
        func completed(_ text: UTF8Text) -> String? {
            AgencyDateline.read(in: text, with: reader)?.iso8601(near: article)
        }
        #expect(completed("BEIJING, Dec. 30 (Xinhua) --") == "2023-12-30")
        #expect(completed("BEIJING, Jan. 2 (Xinhua) --") == "2024-01-02")
        #expect(completed("BEIJING, June 2 (Xinhua) --") == "XXXX-06-02")
        #expect(completed("BEIJING, Feb. 29 (Xinhua) --") == "XXXX-02-29")
        #expect(completed("NAIROBI, Kenya (AP) —") == nil)
    }

    /// The range of a reading holds the date and nothing of its surroundings, whatever stands there.
    @Test func rangesPointAtTheDate() throws {
        var random = SplitMix(seed: 11)
        let dates: [(LanguageTag, String)] = [
            ("en", "October 20, 2023 13:44"), ("fr", "20 octobre 2023 à 18h20"), ("zh", "2023年10月20日 13:44"),
            ("ar", "٢٠ أكتوبر ٢٠٢٣"), ("am", "ጥቅምት 9 ቀን 2016 ዓ.ም"), ("hi", "२० अक्टूबर २०२३"), ("ru", "20.10.2023"),
            ("es", "20 de octubre de 2023"), ("yo", "20 Oṣù Ọ̀wàrà 2023"), ("en", "2023-10-20T13:44:05+08:00"),
        ]
        let around = [" ", " | ", "\u{200F}", " — ", "\u{A0}", "Ẹ ", "«", "» ", " word ", ", ", "\u{202F}"]
        for _ in 0..<400 {
            let (language, date) = try #require(dates.randomElement(using: &random))
            let before = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                around.randomElement(using: &random) ?? ""
            }.joined()
            let after = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                around.randomElement(using: &random) ?? ""
            }.joined()
            let text = UTF8Text(before + " " + date + " " + after)
            let readings = DateReader(language: language).readings(in: text)
            let range = try #require(readings.first?.range, "\(text)")
            #expect("\(text[range])" == date, "\(text)")
        }
    }

    @Test func anyTextIsReadWithoutTrouble() {
        var random = SplitMix(seed: 5)
        let pieces = [
            "20", "2023", "10", "/", "-", ".", ":", " ", "年", "月", "日", "Oct", "octobre", "(", ")", "AFP", "--", "电",
            "新华社", "saa", "mchana", "GMT", "+", "'", "十", "٢", "ጥቅምት", "ዓ.ም", "PARIS", ",", "T", "13", "44", "p.m.",
            "民國",
            "هـ", "\u{300}", "\u{200D}", "’23", "[", "【", "】", "99999999999999999999",
        ]
        let languages: [LanguageTag] = ["en", "zh", "am", "sw"]
        let readers = languages.map { (DateReader(language: $0), DateGoldenTests.rule($0)) }
        for round in 0..<2000 {
            let text = UTF8Text(
                (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined(separator: round % 2 == 0 ? "" : " "))
            for (reader, rule) in readers {
                for reading in reader.readings(in: text) {
                    #expect(reading.range.lowerBound >= 0 && reading.range.upperBound <= text.count)
                    #expect(reading.isPossible, "\(text)")
                }
                if let line = AgencyDateline.read(in: text, with: reader) {
                    #expect(line.range.upperBound <= text.count, "\(text)")
                }
                _ = DateGoldenTests.answer(text, rule)
            }
        }
    }

    /// What is looked at is a few hundred code points, each at a cost that does not depend on the others: the dearest
    /// patterns twice as long take twice the time.
    @Test(arguments: ["1 ", "12:", "10月", "20 de ", "2023年", "1-", "October ", "updated 1 ", "十", "(AFP) "])
    func costsNoMoreThanItsLength(_ unit: String) {
        let reader = DateReader(language: "en")
        func time(_ count: Int, of scalars: Int) -> Duration {
            let text = UTF8Text(
                String(String.UnicodeScalarView(String(repeating: unit, count: scalars).unicodeScalars.prefix(scalars)))
            )
            return (0..<5).map { _ in
                cpuTime {
                    for _ in 0..<count {
                        _ = reader.readings(in: text)
                        _ = AgencyDateline.read(in: text, with: reader)
                    }
                }
            }.min() ?? .zero
        }
        let short = time(20, of: 80)
        let long = time(4, of: 400)
        #expect(long < short * 3, "\(unit): \(long), \(short)")
    }

    @Test func longLinesTakeNoTime() {
        let reader = DateReader(language: "en")
        for unit in ["1", "1 ", "1/", "Oct. ", "(", "2023年"] {
            let text = UTF8Text(String(repeating: unit, count: 10_000_000 / unit.utf8.count))
            let time = cpuTime {
                _ = reader.readings(in: text)
                _ = AgencyDateline.read(in: text, with: reader)
            }
            #expect(time < .milliseconds(500), "\(unit)")
        }
    }

    @Test func namesOfCLDRAreReadBack() throws {
        let languages: [LanguageTag] = [
            "en", "zh", "fr", "ar", "ar-SY", "pt", "sw", "am", "ha", "yo", "zu", "hi", "ru", "es", "de", "it", "tr",
            "fa",
        ]
        for language in languages {
            for width in CLDRDates.Width.allCases {
                let names = CLDRDates.names(.months, in: language, width: width)
                #expect(names.count == 12)
                for (index, name) in names.enumerated() where name.scalarCount > 2 {
                    let text = UTF8Text("20 \(name) 2023")
                    let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
                    if language.language == "zh" { continue }
                    #expect(
                        DateReader(language: language).readings(in: text).map(\.iso8601) == ["2023-\(month)-20"],
                        "\(language) \(name)")
                }
            }
        }
    }
}
