import Testing
import UnicodeText

@testable import Normalization

/// Which element of a page holds the story, and what in it does not belong to it.
@Suite struct HTMLBodyTests {
    private typealias Sample = HTMLSample

    @Test func theElementThePageDeclaresHoldsTheStory() {
        let page = Sample.page(
            """
            <h1>Market hall to be rebuilt</h1>
            <div itemprop="articleBody"><div class="opening"><p>\(Sample.first)</p></div>
            <section class="more"><div><p>\(Sample.second)</p><p>\(Sample.third)</p></div></section></div>
            """)
        #expect(
            Sample.kept(page) == [
                "headline: Market hall to be rebuilt", "body: \(Sample.first)", "body: \(Sample.second)",
                "body: \(Sample.third)",
            ])
    }

    @Test func theArticleUnderTheTitleIsTheStory() {
        let other = "Another story of the town is told here at length, with all that its readers may want to know."
        let others = (1...6).map {
            "<article class=\"post-\($0)\"><p>\(other) It is number \($0) of them.</p></article>"
        }
        let page = Sample.page(
            """
            <div id="main"><article class="one"><h1>Market hall to be rebuilt</h1><p>\(Sample.first)</p>
            <p>\(Sample.second)</p><p>\(Sample.third)</p></article>
            <article class="more"><h3>You may like</h3>\(others.joined())</article></div>
            """)
        #expect(
            Sample.kept(page) == [
                "headline: Market hall to be rebuilt", "body: \(Sample.first)", "body: \(Sample.second)",
                "body: \(Sample.third)",
            ])
    }

    @Test func aTitleAloneInItsArticleIsNoStory() {
        let page = Sample.page(
            """
            <div id="main"><article class="top"><h1>Market hall to be rebuilt</h1></article>
            <article class="text"><p>\(Sample.first)</p><p>\(Sample.second)</p><p>\(Sample.third)</p></article></div>
            """)
        #expect(Sample.kept(page).count == 4)
    }

    @Test func aListOfTeasersIsNoCopy() {
        let teasers = (1...4).map {
            "<div class=\"t\"><a href=\"/\($0)\">Story \($0)</a><p>A story of the town, number \($0), told in short.</p></div>"
        }
        let page = Sample.page(
            """
            <h1>Market hall to be rebuilt</h1><div class="x"><p>\(Sample.first)</p><p>\(Sample.second)</p>
            <p>\(Sample.third)</p><div class="y">\(teasers.joined())</div></div>
            """)
        let article = Sample.article(page)
        #expect(article.kept.map(\.kind) == [.headline, .body, .body, .body])
        let teaser = article.blocks.first { $0.text.description.hasPrefix("A story of the town, number 2") }
        #expect(teaser?.reason == .related)
    }

    /// Two of a kind are no list, and long texts no teasers.
    @Test func partsOfAStoryWithLinksAreCopy() {
        let long = "\(Sample.first) \(Sample.second) \(Sample.third)"
        let parts = (1...3).map {
            "<div class=\"t\"><a href=\"/\($0)\">Place \($0)</a><p>Place \($0): \(long)</p></div>"
        }
        let page = Sample.page("<h1>Three places</h1><div class=\"x\"><p>\(Sample.first)</p>\(parts.joined())</div>")
        #expect(Sample.kept(page).count { $0.hasPrefix("body:") } == 4)
    }

    @Test func whatIsQuotedInABoxIsCopy() {
        let quoted = "We have waited for this day for many years and we are glad that it has come."
        let page = Sample.page(
            """
            <h1>Market hall to be rebuilt</h1><div class="x"><p>\(Sample.first)</p>
            <div class="social-widget"><blockquote><p>\(quoted)</p></blockquote></div>
            <div class="social-widget"><p>Follow the market on all of its channels for more pictures.</p></div>
            <p>\(Sample.second)</p><p>\(Sample.third)</p></div>
            """)
        #expect(
            Sample.kept(page) == [
                "headline: Market hall to be rebuilt", "body: \(Sample.first)", "quote: \(quoted)",
                "body: \(Sample.second)", "body: \(Sample.third)",
            ])
    }

    @Test func theLeadStandsAboveTheStory() {
        let lead = "After ten years of debate the old market by the river gets a new roof."
        let page = Sample.page(
            """
            <header><h1>Market hall to be rebuilt</h1><p class="standfirst">\(lead)</p><p>Read in our app too</p></header>
            <nav><ul><li><a href="/">Home</a></li></ul></nav>
            <div class="x"><p>\(Sample.first)</p><p>\(Sample.second)</p><p>\(Sample.third)</p></div>
            """)
        #expect(
            Sample.kept(page) == [
                "headline: Market hall to be rebuilt", "lead: \(lead)", "body: \(Sample.first)",
                "body: \(Sample.second)", "body: \(Sample.third)",
            ])
    }

    @Test func captionsOfTheStoryStayAndGalleriesGo() {
        func figure(_ text: String) -> String { "<figure><img src=\"x\"><figcaption>\(text)</figcaption></figure>" }
        let gallery = (1...4).map { figure("Picture \($0) of the market hall") }.joined()
        let page = Sample.page(
            """
            <h1>Market hall to be rebuilt</h1><div class="x"><p>\(Sample.first)</p>\(figure("The hall in 1920"))
            <p>\(Sample.second)</p><p>\(Sample.third)</p>\(gallery)</div>
            """)
        #expect(
            Sample.kept(page) == [
                "headline: Market hall to be rebuilt", "body: \(Sample.first)", "caption: The hall in 1920",
                "body: \(Sample.second)", "body: \(Sample.third)",
            ])
    }

    @Test func theAuthorIsNamedOnce() {
        let page = Sample.page(
            """
            <h1>Market hall to be rebuilt</h1><span class="author">Amina Otieno</span><p class="author">Share</p>
            <div class="x"><p>\(Sample.first)</p><p>\(Sample.second)</p><p>\(Sample.third)</p></div>
            <p class="author">Amina Otieno</p>
            """)
        #expect(Sample.kept(page).filter { $0.hasPrefix("byline") } == ["byline: Amina Otieno"])
    }
}
