import Testing
import UnicodeText

@testable import Normalization

/// Copy of a few lines without a page around it.
@Suite struct ShortStoryTests {
    private static func kinds(_ lines: [String], _ language: LanguageTag) -> [String] {
        let source = SourceText(UTF8Text(lines.joined(separator: "\n\n")))
        return Pipeline(language: language).article(from: source).blocks.map { "\($0.kind)" }
    }

    /// Three words and a stop are no entry of a menu.
    @Test(arguments: [
        (
            "en",
            [
                "Minister leaves", "The minister of finance left the cabinet on Monday, officials said.",
                "He gave no reason.",
            ]
        ),
        ("zh", ["总理为新桥揭幕", "官员表示，总理周一为横跨河流的新桥揭幕。", "建设历时四年。"]),
    ])
    func keepsItsShortSentences(language: String, lines: [String]) throws {
        #expect(Self.kinds(lines, try #require(LanguageTag(language))) == ["headline", "body", "body"])
    }

    @Test(arguments: [
        ("en", "Published 3 hours ago", "The minister of finance left the cabinet on Monday, officials said."),
        (
            "fr", "Publié il y a 3 heures",
            "Le ministre a inauguré lundi un nouveau pont sur le fleuve, selon les autorités."
        ),
        ("zh", "3小时前", "官员表示，总理周一为横跨河流的新桥揭幕。"),
    ])
    func knowsHowLongAgo(language: String, stamp: String, text: String) throws {
        let tag = try #require(LanguageTag(language))
        #expect(
            Self.kinds(["A new bridge opens over the river", stamp, text], tag) == ["headline", "dateline", "body"])
    }
}
