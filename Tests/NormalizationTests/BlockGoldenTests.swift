import Normalization
import Testing
import UnicodeText

/// The marked pages of every language, block by block.
@Suite struct BlockGoldenTests {
    @Test(arguments: BlockGoldenFile.languages)
    func everyBlockHasItsKind(_ language: String) throws {
        let lines = try BlockGoldenFile.lines(of: language)
        let text = UTF8Text(lines.map(\.text).joined(separator: "\n"))
        let pipeline = Pipeline(profile: .press, language: try #require(LanguageTag(language)))
        let blocks = pipeline.article(from: SourceText(text)).blocks
        #expect(blocks.map(\.text) == lines.map { UTF8Text($0.text) })
        for (line, block) in zip(lines, blocks) {
            let found = BlockGoldenFile.label(block.kind, block.reason)
            let weights = block.evidence.map { "\($0.rule) \($0.weight)" }
            #expect(found == line.label, "\(language):\(line.number) \(line.text) \(weights)")
        }
    }

    /// Kinds and reasons that no file shows would be tested nowhere.
    @Test func filesShowEveryKind() throws {
        #expect(
            Set(BlockGoldenFile.languages).isSuperset(
                of: "en zh fr ar pt sw am ha yo zu hi ru es".split(separator: " ").map(String.init)))
        let lines = try BlockGoldenFile.languages.flatMap(BlockGoldenFile.lines)
        let quoted: Set<BlockKind> = [.lead, .quote]
        #expect(Set(lines.map(\.kind)) == Set(BlockKind.allCases).subtracting(quoted))
        let reasons = Set(lines.compactMap(\.reason))
        #expect(
            reasons.isSuperset(of: [
                .navigation, .legal, .identifier, .sharing, .related, .advertisement, .subscription, .comments,
            ]))
    }
}
