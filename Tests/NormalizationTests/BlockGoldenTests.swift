import Normalization
import Testing
import UnicodeText

/// The marked pages of every language, block by block.
@Suite struct BlockGoldenTests {
    @Test(arguments: BlockGoldenFile.languages(with: BlockGoldenFile.pasted))
    func everyBlockHasItsKind(_ language: String) throws {
        let lines = try BlockGoldenFile.lines(of: language, BlockGoldenFile.pasted)
        let text = UTF8Text(lines.map(\.text).joined(separator: "\n"))
        try compare(Pipeline(language: try #require(LanguageTag(language))), text, with: lines)
    }

    @Test(arguments: BlockGoldenFile.languages(with: BlockGoldenFile.marked))
    func everyBlockOfAPageHasItsKind(_ language: String) throws {
        let lines = try BlockGoldenFile.lines(of: language, BlockGoldenFile.marked)
        let page = UTF8Text(BlockGoldenFile.page(lines))
        try compare(Pipeline(language: try #require(LanguageTag(language)), format: .html), page, with: lines)
    }

    private func compare(_ pipeline: Pipeline, _ text: UTF8Text, with lines: [BlockGoldenFile.Line]) throws {
        let blocks = pipeline.article(from: SourceText(text)).blocks
        #expect(blocks.map(\.text) == lines.map { UTF8Text($0.text) })
        for (line, block) in zip(lines, blocks) {
            let found = BlockGoldenFile.label(block.kind, block.reason)
            let weights = block.evidence.map { "\($0.rule) \($0.weight)" }
            let language = pipeline.language?.description ?? ""
            #expect(found == line.label, "\(language):\(line.number) \(line.text) \(weights)")
        }
    }

    /// Kinds and reasons that no file of a language shows would be tested nowhere.
    @Test(arguments: ["en", "zh", "fr", "ar", "pt", "sw", "am", "ha", "yo", "zu", "hi", "ru", "es"])
    func filesShowEveryKind(_ language: String) throws {
        let pasted = try BlockGoldenFile.lines(of: language, BlockGoldenFile.pasted)
        let lines = try pasted + BlockGoldenFile.lines(of: language, BlockGoldenFile.marked)
        #expect(Set(lines.map(\.kind)) == Set(BlockKind.allCases))
        #expect(Set(lines.compactMap(\.reason)) == Set(BoilerplateReason.allCases))
        // What pasted text cannot show: nothing sets a lead or a quotation off there.
        let kinds = Set(BlockKind.allCases).subtracting([.lead, .quote])
        #expect(Set(pasted.map(\.kind)) == kinds)
        #expect(Set(pasted.compactMap(\.reason)).isSuperset(of: Set(BoilerplateReason.allCases)))
    }
}
