import Normalization
import Testing
import UnicodeText

@Suite struct DateReaderTests {
    @Test(arguments: [
        ("en", "Updated: October 20, 2023 13:44", ["2023-10-20T13:44"]), ("en", "20 Oct. 2023", ["2023-10-20"]),
        ("en", "Sept. 3, 2024, 1:05 p.m. GMT", ["2024-09-03T13:05Z"]),
        ("en", "2023-10-20T13:44:05+08:00", ["2023-10-20T13:44:05+08:00"]),
        ("en", "13:44 UTC, 20 October 2023", ["2023-10-20T13:44Z"]),
        ("fr", "Mis à jour le 12 juin 2024 à 18h20", ["2024-06-12T18:20"]),
        ("fr", "1er août 2024", ["2024-08-01"]), ("zh", "2023年10月20日 13:44", ["2023-10-20T13:44"]),
        ("pt", "20 de outubro de 2023", ["2023-10-20"]), ("ru", "20 октября 2023", ["2023-10-20"]),
        ("ar", "20 أكتوبر 2023", ["2023-10-20"]), ("sw", "20 Oktoba 2023", ["2023-10-20"]),
        ("de", "20.10.2023 13:44", ["2023-10-20T13:44"]),
        ("en", "03/04/2023", ["2023-04-03", "2023-03-04"]), ("en", "25/12/2023", ["2023-12-25"]),
        ("en", "31 February 2023", []), ("en", "no date in 2023", []), ("en", "May the 4 be with 2023 of you", []),
    ])
    func reads(_ language: String, _ text: String, _ dates: [String]) throws {
        let reader = DateReader(language: try #require(LanguageTag(language)))
        #expect(reader.readings(in: UTF8Text(text)).map(\.iso8601) == dates)
    }
}
