import Testing
import UnicodeText

@testable import Normalization

/// What a page says of itself for machines, agreeing with what it shows, disagreeing and cut short.
@Suite struct HTMLClaimsTests {
    private typealias Sample = HTMLSample
    private let story = [HTMLSample.first, HTMLSample.second, HTMLSample.third]
    /// Looks like copy and is none.
    private let alien =
        "Readers of this paper also wanted to know how the harbour was dredged in the year of the flood."

    private func json(_ members: String) -> String { Sample.script("{\"@type\":\"NewsArticle\",\(members)}") }

    private func body(_ paragraphs: [String]) -> String {
        "<div class=\"x\">" + paragraphs.map { "<p>\($0)</p>" }.joined() + "</div>"
    }

    @Test(arguments: [
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Market hall \\u2018to be\\u2019 rebuilt\"}</script>",
        "<meta property=\"og:title\" content=\"Market hall &#8216;to be&#8217; rebuilt\">",
        "<title>Market hall 'to be' rebuilt | The Port Town Courier of the North</title>",
    ])
    func theTitleChoosesTheHeadline(_ head: String) {
        let page = Sample.page(
            head: head,
            "<h1>The Courier</h1><h2>Sport and more</h2><div><b>Market hall “to be” rebuilt</b></div>" + body(story))
        #expect(Sample.kept(page).first == "headline: Market hall “to be” rebuilt")
    }

    @Test func aTitleThatStandsNowhereInventsNothing() {
        let page = Sample.page(head: json("\"headline\":\"Something else\""), "<h1>Market hall</h1>" + body(story))
        #expect(Sample.kept(page) == ["headline: Market hall"] + story.map { "body: \($0)" })
        let without = Sample.page(head: json("\"headline\":\"Market hall to be rebuilt\""), body(story))
        #expect(Sample.kept(without) == story.map { "body: \($0)" })
    }

    @Test(arguments: [
        ("<p>03/04/2023</p>", "2023-04-03"), ("<p>04/03/2023</p>", "2023-04-03"),
        // It says another day, and means it.
        ("<p>20 October 2022</p>", "2022-10-20"),
    ])
    func theDateTellsTheOrderOfFigures(_ line: String, _ date: String) throws {
        let head = json("\"headline\":\"Market hall\",\"datePublished\":\"2023-04-03T08:00:00Z\"")
        let article = Sample.article(Sample.page(head: head, "<h1>Market hall</h1>\(line)" + body(story)))
        let dateline = try #require(article.kept.first { $0.kind == .dateline })
        #expect(dateline.date == date)
        #expect(dateline.dateReadings.isEmpty)
        #expect(dateline.evidence.contains { $0.rule == "json-ld:datePublished" } == date.hasPrefix("2023"))
    }

    @Test func withoutAClaimTheOrderStaysOpen() throws {
        let article = Sample.article(Sample.page("<h1>Market hall</h1><p>03/04/2023</p>" + body(story)))
        let dateline = try #require(article.kept.first { $0.kind == .dateline })
        #expect(dateline.date == nil)
        #expect(dateline.dateReadings.count == 2)
    }

    @Test func theHeadOfThePageGivesADate() throws {
        let head = "<meta property=\"article:published_time\" content=\"2023-04-03T08:00:00+03:00\">"
        let article = Sample.article(Sample.page(head: head, "<h1>Market hall</h1><p>03/04/2023</p>" + body(story)))
        let dateline = try #require(article.kept.first { $0.kind == .dateline })
        #expect(dateline.date == "2023-04-03")
        #expect(dateline.evidence.contains { $0.rule == "article:published_time" })
    }

    @Test func theAuthorIsKnownByName() {
        let head = json("\"headline\":\"Market hall\",\"author\":{\"@type\":\"Person\",\"name\":\"Amina Otieno\"}")
        let page = Sample.page(head: head, "<h1>Market hall</h1><div>Amina Otieno</div>" + body(story))
        #expect(Sample.kept(page).prefix(2) == ["headline: Market hall", "byline: Amina Otieno"])
    }

    @Test func theWholeStoryTellsWhatIsNotOfIt() {
        let text = (story + story.map { "Later: \($0)" }).joined(separator: "\\n\\n")
        let head = json("\"articleBody\":\"\(text)\"")
        let page = Sample.page(
            head: head,
            "<h1>Market hall</h1>"
                + body([story[0], alien, story[1], story[2]] + story.map { "Later: \($0)" } + [alien + " Again."]))
        // What follows the last paragraph may have been cut off from the story given.
        let expected =
            ["headline: Market hall"]
            + (story + story.map { "Later: \($0)" } + [alien + " Again."]).map { "body: \($0)" }
        #expect(Sample.kept(page) == expected)
    }

    @Test func tagsQuotesAndReferencesMakeNoDifference() {
        let text = story.map { "<p class='a'>\($0)</p>" }.joined().replacing(
            "by the river", with: "by&nbsp;the <b>river</b>")
        let head = json("\"articleBody\":\"\(text) \(text)\"")
        let page = Sample.page(head: head, "<h1>Market hall</h1>" + body([story[0], alien, story[1], story[2]]))
        #expect(Sample.kept(page) == ["headline: Market hall"] + story.map { "body: \($0)" })
    }

    @Test func aParagraphOutsideTheElementIsCopyWhereTheStoryHasIt() {
        let last = "The vote was closer than the mayor had hoped, with eleven members for the plan and nine against it."
        let head = json("\"articleBody\":\"\((story + [last]).joined(separator: " "))\"")
        let page = Sample.page(
            head: head, "<h1>Market hall</h1>" + body(story) + "<aside><div><div><p>\(last)</p></div></div></aside>")
        #expect(Sample.kept(page) == ["headline: Market hall"] + (story + [last]).map { "body: \($0)" })
    }

    /// A description, the beginning of the story, and another story take nothing away.
    @Test(arguments: ["short", "beginning", "other"])
    func aStoryCutShortOrForeignTakesNothing(_ which: String) {
        let paragraphs = story + story.map { "Later: \($0)" } + [alien]
        let other = (1...80).map { "word\($0)" }.joined(separator: " ")
        let text =
            ["short": story[0], "beginning": paragraphs.prefix(5).joined(separator: " "), "other": other][which] ?? ""
        let page = Sample.page(head: json("\"articleBody\":\"\(text)\""), "<h1>Market hall</h1>" + body(paragraphs))
        #expect(Sample.kept(page) == ["headline: Market hall"] + paragraphs.map { "body: \($0)" })
    }

    @Test func theHeadIsRead() {
        let page = """
            <html lang="pt-br"><head><title>One - Two</title><meta property="og:description" content="About it">
            <meta itemprop="datePublished" content="2023-10-20"></head><body><svg><title>Drawing</title></svg><p>Text</p></body></html>
            """
        let claims = HTMLExtractor.page(in: UTF8Text(page))?.tree.claims
        #expect(claims?.language == LanguageTag("pt-BR"))
        #expect(claims?.titles.map(\.text) == ["One - Two", "One", "Two"])
        #expect(claims?.dates.map(\.text) == ["2023-10-20"])
        #expect(claims?.descriptions.map(\.text) == ["About it"])
    }
}
