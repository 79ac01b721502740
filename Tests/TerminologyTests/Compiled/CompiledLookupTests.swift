import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct CompiledLookupTests {
    /// Columns that lead anywhere, with a checksum that holds: refused, or questions are answered without a fault.
    @Test func standsAnyColumns() {
        var random = SplitMix(seed: 41)
        let glossary = CompiledSamples.glossary("g", concepts: 12, &random)
        let lookup = GlossaryLookup(glossaries: [glossary], language: "en")
        let file = lookup.compiled(key: [1])
        var used = 0
        for _ in 0..<1_000 {
            guard let damaged = CompiledSamples.damaged(file, key: [1], &random),
                let read = GlossaryLookup(damaged, glossaries: [glossary], language: "en")
            else { continue }
            used += 1
            for question in ["state", "digital WHO", "stat", "中国", "e"] as [UTF8Text] {
                #expect(read.results(for: question).count <= 12)
                #expect(read.suggestions(for: question, limit: 5).count <= 5)
            }
        }
        #expect(used > 100)
        #expect(GlossaryLookup(file, glossaries: [], language: "en") == nil)
    }
}
