import Testing
import UnicodeText

@testable import Segmentation

/// The marked texts of every language, sentence by sentence.
@Suite struct GoldenTests {
    @Test(arguments: GoldenFile.languages)
    func marked(language: String) throws {
        let cases = try GoldenFile.cases(of: language)
        #expect(cases.count >= 20)
        for golden in cases {
            let text = UTF8Text(golden.text)
            let segmenter = Segmenter(language: golden.language, options: golden.options)
            let found = segmenter.segments(in: text).map { text[$0.range].bytes }
            #expect(
                found == golden.sentences.map { Array($0.utf8) },
                "\(golden)\n\(found.map { String(decoding: $0, as: UTF8.self) })")
        }
    }

    /// Every language with data has its marked text, so that none is shipped unread.
    @Test func coversEveryLanguageWithData() throws {
        let tags = LanguageData.names.filter { $0.hasPrefix("segmentation/") && !$0.hasPrefix("segmentation/und") }
            .map { String($0.dropFirst("segmentation/".count).dropLast(".txt".count)) }
        #expect(tags.count >= 39)
        for tag in tags {
            #expect(GoldenFile.languages.contains(tag), "\(tag) has no Tests/Golden/\(tag)/segmentation.txt")
        }
        #expect(try GoldenFile.cases(of: "en").count >= 60)
        #expect(try GoldenFile.cases(of: "fr").count >= 30)
    }
}
