import Testing
import UnicodeText

@testable import Normalization

@Suite struct FormatsJSONLDTests {
    private func find(_ page: String) -> JSONLDArticle? { JSONLDArticle.find(in: UTF8Text(page)) }

    @Test func givesTheArticleWithItsPlaces() throws {
        let page = """
            <html><head><script>var a = "<p>";</script>
            <SCRIPT data-x type='application/ld+json'>
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Example"},
            {"@type":["ReportageNewsArticle"],"headline":"Ministers &amp; kings \\u2014 pledge",
            "datePublished":"2023-10-20T13:44:00+03:00","dateModified":"2023-10-21",
            "author":[{"@type":"Person","name":"Amina Otieno"},"J. Doe"],
            "articleBody":"First.\\n\\nSecond &quot;line&quot;."}]}
            </script></head></html>
            """
        let article = try #require(find(page))
        #expect(article.type == "ReportageNewsArticle")
        #expect(article.headline?.text == "Ministers & kings — pledge")
        #expect(article.datePublished?.text == "2023-10-20T13:44:00+03:00")
        #expect(article.dateModified?.text == "2023-10-21")
        #expect(article.authors.map(\.text) == ["Amina Otieno", "J. Doe"])
        let body = try #require(article.articleBody)
        #expect(body.text == "First.\n\nSecond \"line\".")
        let source = UTF8Text(page)
        #expect(source[body.extent] == #"First.\n\nSecond &quot;line&quot;."#)
        #expect(body.edits.verifies(source: source[body.extent], target: body.text))
        let second = body.slice(8..<body.text.count)
        #expect(source[second.extent] == "Second &quot;line&quot;.")
    }

    @Test(arguments: [
        "<script type=\"application/ld+json\">[{\"@type\":\"Person\"},{\"@type\":\"NewsArticle\",\"headline\":\"A\"}]</script>",
        "<script type=\"application/ld+json\">{bad</script><script type=application/ld+json>"
            + "{\"@type\":\"schema:Article\",\"headline\":\"A\"}</script>",
        "<script type=\"application/ld+json\">\n//<![CDATA[\n{\"@type\":\"https://schema.org/BlogPosting\","
            + "\"headline\":\"A\"}\n//]]>\n</script>",
        "<script type=\"application/ld+json\"><!-- {\"@type\":\"WebPage\",\"mainEntity\":"
            + "{\"@type\":\"Report\",\"headline\":\"A\"}} --></script>",
    ])
    func findsItWhereverItStands(_ page: String) {
        #expect(find(page)?.headline?.text == "A")
    }

    @Test(arguments: [
        "", "<script type=\"application/ld+json\">", "<script type=\"application/ld+json\">{\"@type\":\"Article\"",
        "<script>{\"@type\":\"Article\",\"headline\":\"A\"}</script>",
        "<script type=\"application/ld+json\">{\"@type\":\"Product\",\"headline\":\"A\"}</script>",
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":7}</script>",
        "{\"@type\":\"Article\",\"headline\":\"A\"}",
    ])
    func findsNothingElse(_ page: String) { #expect(find(page) == nil) }

    @Test func depthAndSizeAreNoTrouble() {
        let depth = String(repeating: "{\"@graph\":[", count: 20_000)
        #expect(find("<script type=\"application/ld+json\">\(depth)</script>") == nil)
        let body = String(repeating: "One \\u00e9 two. ", count: 20_000)
        let page = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"\(body)\"}</script>"
        #expect(find(page)?.articleBody?.text.count == 20_000 * 12 - 1)
    }
}
