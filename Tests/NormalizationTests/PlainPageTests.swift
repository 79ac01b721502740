import Normalization
import Testing
import UnicodeText

/// Stories pasted as text, with the page around them and without.
@Suite struct PlainPageTests {
    private static let story = [
        "The harbour of Lindow will be dredged in spring after two ferries ran aground there, the port authority said.",
        "Dredging the harbour will take six weeks. Ferries will leave from the old pier at Lindow until then.",
        "The port authority has set aside four million crowns for the harbour, half of it from the county.",
    ]
    private static let head = ["Harbour of Lindow to be dredged after ferries ran aground", "March 4, 2024 09:15"]

    /// More than twelve teasers, each longer than a paragraph of the story, in menus above it.
    private static let teasers = (0..<14).flatMap { number -> [String] in
        let subjects = [
            "bakers", "miners", "teachers", "nurses", "pilots", "farmers", "judges", "dancers", "painters", "sailors",
            "weavers", "plumbers", "lawyers", "brewers",
        ]
        let who = subjects[number]
        return [
            "Sports", "Travel",
            "Young \(who) win prize number \(number * 7) as \(who) elsewhere ask what became of their own long campaign.",
        ]
    }

    private static let footer = [
        "Follow us", "Most read", "Comments", "Facebook", "Twitter", "About us", "Privacy Policy", "Terms of Use",
        "© 2024 Lindow Post. All rights reserved.",
    ]

    private func kept(_ lines: [String]) throws -> [String] {
        let source = try SourceText(Array(lines.joined(separator: "\n").utf8))
        return Pipeline(language: "en").article(from: source).blocks.filter { $0.kind.isKept }.map { "\($0.text)" }
    }

    @Test func aShortStoryBelowMoreTeasers() throws {
        let page = ["Menu", "Search", "Sign in"] + Self.teasers + Self.head + Self.story + Self.footer
        #expect(try kept(page) == Self.head + Self.story)
    }

    /// What counts comments under a headline does not head them, though dates follow as they do in a thread.
    @Test func aCountOfCommentsUnderTheHeadline() throws {
        let menu = ["Menu", "Search", "Sign in", "Sports", "Travel", "Weather", "Video", "Archive"]
        let stamps = (1...6).flatMap { ["March \($0), 2024 09:15", "Old pier \($0)"] }
        let page =
            menu + [Self.head[0], "6 comments", Self.head[1]] + Self.story + ["Most read"] + stamps + Self.footer
        let found = try kept(page)
        #expect(Self.story.allSatisfy(found.contains))
    }

    @Test func explainsTheChoice() throws {
        let page = ["Menu", "Search", "Sign in"] + Self.teasers + Self.head + Self.story + Self.footer
        let source = try SourceText(Array(page.joined(separator: "\n").utf8))
        let blocks = Pipeline(language: "en").article(from: source).blocks
        let first = try #require(blocks.first { $0.text == UTF8Text(Self.story[0]) })
        #expect(first.evidence.count { $0.rule.hasPrefix("story:") && $0.weight != 0 } == 3)
    }

    /// Lists, names and figures of a story without a page are of it, however many.
    @Test func aStoryAloneIsKeptWhole() throws {
        var lines = Self.head + Self.story
        lines += (1...16).flatMap {
            ["Pier \($0) and the basin behind it, depth in metres", "Closed until the week of \($0) April"]
        }
        lines += Self.story.map { $0.replacing("harbour", with: "basin") }
        #expect(try kept(lines) == lines)
    }

    /// A line of furniture is none of a story, even if it reads like a sentence and stands alone.
    @Test func aStoryAloneWithoutItsFooter() throws {
        let footer = ["Copyright © 2023 Example News. All rights reserved."]
        #expect(try kept(Self.head + Self.story + footer) == Self.head + Self.story)
    }

    /// Titles of other stories and calls to act that came along below the last sentence.
    @Test func titlesBelowTheStory() throws {
        let long = Self.story + Self.story.map { $0.replacing("harbour", with: "basin") }
        let below = [
            "Something is different, right?", "Welcome to our new page. Tell us what you think about our new look.",
            "Fire damages old boat house in Lindow", "Best of the county this year: bakers",
            "Ann's forecast: a bit of a break, but for how long will it last?",
        ]
        let menu = (1...30).map { "Section \($0)" }
        let kept = try kept(menu + Self.head + long + below + Self.footer)
        #expect(kept == Self.head + long)
    }

    /// A list below the text of a story is of it.
    @Test func aListBelowTheStory() throws {
        let list = ["- Pier one and the basin behind it", "- Pier two and the old customs house"]
        let menu = (1...30).map { "Section \($0)" }
        #expect(try kept(menu + Self.head + Self.story + list + Self.footer) == Self.head + Self.story + list)
    }

    /// Menus of a language whose phrases are unknown are no story.
    @Test func manyShortLinesAreAPage() throws {
        let menu = (1...30).map { "Afdeling \($0)" }
        let kept = try kept(menu + Self.story)
        #expect(kept.suffix(3) == Self.story[...])
        // The last line above may be taken for the headline.
        #expect(kept.count <= 4)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ["By Ann Lee", "x"], ["A sentence that has seven words in it.", "short"],
            ["March 4, 2024", "Read more", "One two three"],
            ["Same title words here again", "Same title words here again and again in a text."],
        ])
    func longPagesTakeLinearTime(_ piece: [String]) throws {
        let lines = (0..<60_000 / piece.count).flatMap { _ in piece } + Self.footer
        _ = try kept(lines)
    }
}
