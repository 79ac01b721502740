import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct CompiledGlossaryTests {
    @Test func givesBackEveryField() throws {
        var random = SplitMix(seed: 21)
        let glossaries = [0, 30, 1].enumerated().map { index, count in
            CompiledSamples.glossary("g\(index)", concepts: count, &random)
        }
        let file = CompiledGlossary.compile(glossaries, key: [1])
        let read = try #require(CompiledGlossary.glossaries(of: file))
        #expect(read.map(\.glossary) == glossaries)
        for (list, glossary) in zip(read, glossaries) {
            #expect(list.languages == glossary.languages && list.count == glossary.count)
            for (index, concept) in glossary.concepts.enumerated() {
                #expect(list.id(at: index) == concept.id && list.subjectField(at: index) == concept.subjectField)
                #expect(list.has(id: concept.id.utf8, at: index) && !list.has(id: "c".utf8, at: index))
                #expect(list.link(at: index) == glossary.link(to: concept))
            }
        }
        #expect(try #require(CompiledGlossary.glossaries(of: CompiledGlossary.compile([], key: []))).isEmpty)
    }

    /// A file that is wrong although its checksum holds is refused or gives some concepts; nothing is read beyond it.
    @Test func standsAnyBytes() {
        var random = SplitMix(seed: 22)
        let glossary = CompiledSamples.glossary("g", concepts: 6, &random)
        let file = CompiledGlossary.compile([glossary], key: [1])
        var refused = 0
        for _ in 0..<1_500 {
            guard let damaged = CompiledSamples.damaged(file, key: [1], &random),
                let lists = CompiledGlossary.glossaries(of: damaged)
            else {
                refused += 1
                continue
            }
            for list in lists {
                for index in 0..<list.count {
                    _ = (list.id(at: index), list.subjectField(at: index), list.has(id: "c1".utf8, at: index))
                    let concept = list.concept(at: index)
                    for term in concept.sections.flatMap(\.terms) {
                        #expect(UTF8Validation.firstError(in: term.text.bytes) == nil)
                    }
                }
            }
        }
        #expect(refused > 50 && refused < 1_450)
    }
}
