import Testing
import UnicodeText

@testable import Normalization

/// Pages made to cost time: each takes well under a second where work grows with the page, and minutes where it grows
/// with its square.
@Suite struct HTMLHostileTests {
    private func repeated(_ piece: String, to count: Int) -> String {
        String(repeating: piece, count: count / piece.utf8.count)
    }

    private let size = 400_000

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "<i>a</i> ", "<a href=x>one</a>", "<p><a href=x>one</a>", "<table>x", "<table><tr>x", "<li><a>one two</a>",
            "<article><p>One two three four five six seven.</p></article>", "<p><b><i><u>", "<!--", "<", "<a b=\"",
            "<title>a",
            "<meta property=\"og:title\" content=\"abc def\">", "<p>One two.</p><script>", "<h1>One two</h1>",
        ])
    func manyElementsTakeLinearTime(_ piece: String) {
        let page = "<html><body><p>The story begins here.</p>" + repeated(piece, to: size)
        let article = HTMLSample.article(page)
        #expect(article.blocks.contains { $0.text.description.contains("The story begins here") })
    }

    @Test(.timeLimit(.minutes(5)))
    func manyBlocksAtDepthTakeLinearTime() {
        for open in ["<div>", "<div class=\"nav related\">", "<x>"] {
            let page =
                "<html><body>" + String(repeating: open, count: 450) + repeated("<p>One two three four five.", to: size)
            #expect(HTMLSample.article(page).blocks.count == size / 27)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func aLongStoryForMachinesTakesLinearTime() {
        let text = repeated("One two three four <b>five</b> &quot;six. < ", to: size)
        let head = HTMLSample.script("{\"@type\":\"Article\",\"articleBody\":\"\(text)\"}")
        let page = HTMLSample.page(head: head, repeated("<p>One two three four five six.</p>", to: size))
        #expect(HTMLSample.article(page).blocks.count == size / 35)
    }

    /// Whatever end tags pretend, none of these is shallow.
    @Test(arguments: [
        "<div></p>", "<b><div></b>", "<div a=\"</div>\">", "<div><table><td></div>", "<svg><g>", "<span><div></span>",
        "<div></x>", "<form><div></form>", "<div/>", "<path/>", "<svg><script><g>", "<div><!-- </div> -->",
        "<div a= '</div>'>",
    ])
    func depthIsSeen(_ piece: String) {
        let text = UTF8Text("<html><body>" + String(repeating: piece, count: 2_000))
        #expect(HTMLNesting.exceeds(512, in: text))
    }

    @Test(arguments: [
        "<div><p>a<li>b</div>", "<b><i>a</b></i><p>", "<svg><path d=\"x\"/><g></g></svg>",
        "<script>if (a<b) c<d</script>",
        "<style>a<b</style>", "<!-- <div> -->", "<p title=\"<div>\">", "<br/><img src=x>",
        "<ul><li><a href=x>a</a></ul>",
        "<table><tr><td><div>a</div></table>", "<h2><span>a</h2></span>", "<select><option>a<option>b</select>",
        "<svg><g><div></div>", "<div><!--></div>-->",
    ])
    func wellMadePagesAreNotDeep(_ piece: String) {
        let text = UTF8Text("<html><body>" + String(repeating: piece, count: 2_000))
        #expect(!HTMLNesting.exceeds(64, in: text))
    }

    @Test func aPageTooDeepIsReadAsText() {
        let page = "<html><body>" + String(repeating: "<div>", count: 600) + "<p>Words"
        #expect(HTMLExtractor.page(in: UTF8Text(page)) == nil)
        #expect(HTMLSample.article(page).blocks.isEmpty == false)
    }
}
