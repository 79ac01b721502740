import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// Lines found in pieces, against all at once.
@Suite struct PlainLinesTests {
    private static func text(_ random: inout SplitMix) -> UTF8Text {
        let pieces = [
            "a line", "\n", "\n", "\r\n", "\r", "\u{2028}", "\u{B}", "\u{C}", " ", "\t", "中文", "“quoted”", "word ",
            "The ministry of finance said on Tuesday that growth had", "returned to the country in the third quarter",
        ]
        return UTF8Text(
            (0..<Int.random(in: 0...80, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined())
    }

    @Test func piecesGiveTheSameBlocks() async {
        var random = SplitMix(seed: 51)
        for _ in 0..<300 {
            let text = Self.text(&random)
            let whole = PlainLines(text)
            let parts = await PlainLines.onAllCores(text, size: Int.random(in: 1...60, using: &random))
            #expect(parts.extents == whole.extents)
            #expect(parts.blocks.map(\.text) == whole.blocks.map(\.text))
            for (block, extent) in zip(whole.blocks, whole.extents) {
                #expect(block.extent == extent && !block.text.trimmed.isEmpty)
                #expect(block.edits.verifies(source: text[extent], target: block.text))
            }
        }
    }

    /// A long text's lines are weighed in pieces; their kinds, and what is said of them, are the same.
    @Test func allCoresGiveTheSameArticle() async {
        let lines = (0..<9_000).map { index in
            index % 7 == 0
                ? "Subscribe to our newsletter"
                : "The ministry said on Tuesday that growth had returned (\(index % 50))."
        }
        let source = SourceText(UTF8Text(lines.joined(separator: "\n")))
        var pipeline = Pipeline(language: "en")
        let article = await pipeline.articleOnAllCores(from: source)
        #expect(article.blocks == pipeline.article(from: source).blocks)
        #expect(article.blocks.contains { !$0.evidence.isEmpty })
        pipeline.givesEvidence = false
        let bare = pipeline.article(from: source).blocks
        #expect(bare.allSatisfy { $0.evidence.isEmpty })
        #expect(bare.map(\.kind) == article.blocks.map(\.kind))
        #expect(bare.map(\.reason) == article.blocks.map(\.reason))
        #expect(bare.map(\.text) == article.blocks.map(\.text))
    }
}
