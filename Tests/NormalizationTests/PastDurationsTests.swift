import Testing
import UnicodeText

@testable import Normalization

@Suite struct PastDurationsTests {
    /// Each form stands in a line of its own and among other words, whatever case it is written in.
    @Test(arguments: ["en", "fr", "ar", "pt", "sw", "am", "ha", "yo", "zu", "zh", "hi", "ru", "es", "de", "tr"])
    func everyFormIsFound(_ tag: String) throws {
        let language = try #require(LanguageTag(tag))
        let forms = CLDRDates.pastDurations(in: language).filter { $0.bytes.first != UInt8(ascii: "-") }
        let durations = DateLexicon(language: language).pastDurations
        for form in forms {
            let form = form.description.replacing("0", with: "12")
            for line in [form, form.uppercased(), "Jane Doe | \(form)", "Updated \(form) by Jane"] {
                let text = UTF8Text(line)
                #expect(durations.first(in: text, text.all) != nil, "\(line)")
            }
        }
    }

    @Test func otherLinesHoldNone() {
        let durations = PastDurations(
            ["0 hours ago", "0h ago", "hace 0 horas"].map { UTF8Text($0) }, spelling: DateSpelling())
        for line in ["3 hours long ago", "12 cargo ships", "ago 3 hours", "3 days ago", "", "he had 3 hours", "3"] {
            let text = UTF8Text(line)
            #expect(durations.first(in: text, text.all) == nil, "\(line)")
        }
        for line in ["Posted 3 Hours AGO", "3h ago.", "Hace 3 horas"] {
            let text = UTF8Text(line)
            #expect(durations.first(in: text, text.all) != nil, "\(line)")
        }
    }
}
