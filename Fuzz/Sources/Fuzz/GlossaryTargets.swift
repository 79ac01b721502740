import Interchange
import Terminology
import TranslationMemory
import UnicodeText

extension FuzzTarget {
    /// Glossaries of lines, parallel texts, and glossary files that are changed in their place.
    static let glossaries = [
        FuzzTarget("omegat") { bytes in
            var input = Input(bytes)
            let separator = input.choose([TableSeparator.tab, .comma])
            func read(_ bytes: [UInt8]) -> Glossary? {
                try? OmegaTGlossary.read(bytes, name: "g", file: nil, separator: separator, from: "en", to: "fr")
            }
            func write(_ glossary: Glossary) -> [UInt8] {
                var written: [UInt8] = []
                do {
                    try OmegaTGlossary.write(glossary, separator: separator, from: "en", to: "fr") { written += $0 }
                } catch { fatalError("\(error)") }
                return written
            }
            guard let glossary = read(input.bytes) else { return }
            settles(write(glossary), read: read, write: write)
        },
        FuzzTarget("deepl") { bytes in
            var input = Input(bytes)
            let separator = input.choose([TableSeparator.tab, .comma])
            func read(_ bytes: [UInt8]) -> Glossary? {
                try? DeepLGlossary.read(bytes, name: "g", file: nil, separator: separator, from: "en", to: "fr")
            }
            func write(_ glossary: Glossary) -> [UInt8] {
                var written: [UInt8] = []
                do {
                    try DeepLGlossary.write(glossary, separator: separator, from: "en", to: "fr") { written += $0 }
                } catch { fatalError("\(error)") }
                return written
            }
            guard let glossary = read(input.bytes) else { return }
            settles(write(glossary), read: read, write: write)
        },
        FuzzTarget("moses") { bytes in
            let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
            guard parts.count == 2, let units = read(moses: parts[0], parts[1]) else { return }
            var texts: [[UInt8]] = [[], []]
            do {
                var writer = MosesWriter(source: "en", target: "fr", to: ({ texts[0] += $0 }, { texts[1] += $0 }))
                for unit in units { try writer.write(unit) }
                try writer.finish()
                require(writer.count <= units.count && writer.count + writer.leftOut == units.count, "\(units)")
                require(read(moses: texts[0], texts[1])?.count == writer.count, "\(texts)")
            } catch { fatalError("\(error)") }
        },
        FuzzTarget("tbx-edit") { bytes in
            guard let document = try? TBXDocument(bytes, name: "g", file: nil) else { return }
            check(document) { try TBXReader.read($0, name: "g", file: nil) }
        },
        FuzzTarget("table-edit") { bytes in
            guard let document = try? GlossaryTableDocument(bytes, name: "g", file: nil) else { return }
            check(document) { try GlossaryTable.read($0, name: "g", file: nil) }
        },
        FuzzTarget("columns") { bytes in
            let parts = Input(bytes).bytes.split(separator: 0x0A, maxSplits: 1).map { Array($0) }
            guard parts.count == 2, let columns = try? TableColumns(String(decoding: parts[0], as: UTF8.self)) else {
                return
            }
            try? BilingualTable.read(parts[1], file: nil, columns: columns) { unit in
                require(!unit.variants.isEmpty, "\(unit)")
            }
        },
    ]

    /// What was written once comes back, and from then on nothing changes.
    private static func settles(
        _ first: [UInt8], read: ([UInt8]) -> Glossary?, write: (Glossary) -> [UInt8]
    ) {
        guard let second = read(first).map(write), let third = read(second).map(write) else {
            fatalError("not read again: \(String(decoding: first, as: UTF8.self))")
        }
        require(third == second, String(decoding: second, as: UTF8.self))
    }

    private static func read(moses source: [UInt8], _ target: [UInt8]) -> [TranslationUnit]? {
        var texts = [source, target]
        func next(_ index: Int) -> [UInt8] {
            defer { texts[index] = [] }
            return texts[index]
        }
        var units: [TranslationUnit] = []
        let reader = MosesReader(source: .init(language: "en", file: nil), target: .init(language: "fr", file: nil))
        guard (try? reader.read({ next(0) }, { next(1) }, unit: { units.append($0) })) != nil else { return nil }
        return units
    }

    /// A change does what it says and nothing to the other concepts.
    private static func check(_ document: some GlossaryDocument, read: ([UInt8]) throws -> Glossary) {
        let concepts = document.glossary.concepts
        func others(_ glossary: Glossary, _ index: Int) -> [[Concept.Section]] {
            glossary.concepts.enumerated().filter { $0.offset != index }.map(\.element.sections)
        }
        for index in Set([concepts.indices.first, concepts.indices.last].compactMap { $0 }) {
            var changed = concepts[index]
            var change = ConceptChange()
            change.terms = [.init(changed.sections[0].language, "new term")]
            guard (try? change.apply(to: &changed)) != nil else { continue }
            if let new = try? document.replacing(index, with: changed) {
                guard let read = try? read(new) else { fatalError(String(decoding: new, as: UTF8.self)) }
                require(others(read, index) == others(document.glossary, index), String(decoding: new, as: UTF8.self))
                require(
                    read.concepts[index].sections.contains { $0.terms.contains { $0.text == "new term" } },
                    String(decoding: new, as: UTF8.self))
            }
            if let new = try? document.removing(index), concepts.count > 1 {
                guard let read = try? read(new) else { fatalError(String(decoding: new, as: UTF8.self)) }
                require(
                    read.concepts.map(\.sections) == others(document.glossary, index),
                    String(decoding: new, as: UTF8.self))
            }
        }
        guard let language = concepts.first?.sections.first?.language else { return }
        let concept = Concept(id: "new-id", sections: [.init(language: language, terms: [Term("new term")])])
        guard let new = try? document.adding(concept) else { return }
        guard let read = try? read(new) else { fatalError(String(decoding: new, as: UTF8.self)) }
        require(
            read.concepts.dropLast().map(\.sections) == concepts.map(\.sections),
            String(decoding: new, as: UTF8.self))
    }
}
