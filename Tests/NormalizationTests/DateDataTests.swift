import Testing
import UnicodeText

@testable import Normalization

/// The files of date words that are compiled in.
@Suite struct DateDataTests {
    private static let files = LanguageData.names.filter { $0.hasPrefix("normalization/dates-") }

    @Test(arguments: files)
    func isWellFormed(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        #expect(UTF8Validation.firstError(in: bytes) == nil)
        let file = DateWordFile(SectionedFile(bytes))
        #expect(file.problems == [])
        #expect(!file.entries.isEmpty)
        let tag = name.dropFirst("normalization/dates-".count).dropLast(".txt".count)
        #expect(LanguageTag(tag)?.description == String(tag))
    }

    @Test func tellsWhatIsWrong() {
        let bytes = Array(
            "[months]\nSept.\n9 Sept.\n[zones]\n3 EAT\n[calendars]\nmayan 1 2\n[nonsense]\nx\n[ago]\nhours ago\n0 h ago\n"
                .utf8)
        let file = bytes.withUnsafeBufferPointer { DateWordFile(SectionedFile($0)) }
        #expect(file.problems.map { "\($0)" } == ["mayan 1 2", "Sept.", "3 EAT", "x", "hours ago"])
        #expect(file.pastDurations == ["0 h ago"])
        #expect(file.months.count == 1)
    }
}
