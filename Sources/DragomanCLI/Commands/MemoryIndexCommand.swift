import ArgumentParser
import Dragoman

struct MemoryIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Makes the fuzzy indexes and the concordance index of a memory anew.",
        discussion: """
            They lie in the folder MEMORY-index: a fuzzy index for each language that texts are looked up in, and one for
            search.
            They follow the memory by themselves and may be deleted at any time; made here, they are ready before the first
            match and the first search.
            """)

    @Option(help: "Languages of fuzzy indexes, parted by commas. Default: those that have one, else all of sources.")
    var lang: LanguageList?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try memory.openExisting()
        let out = try OutputFile(output.output)
        var made: [(path: String, index: FuzzyIndex)] = []
        for language in try languages(store) {
            guard let file = IndexFile(store, language: language),
                let index = try Self.attempt(
                    file.path, { try SegmentIndex.update(store, language: language, always: true) })
            else { continue }
            made.append((file.path, index))
            if !output.json { try out.line("\(file.path): \(index.count) segments, \(index.size) bytes") }
        }
        let concordance = try makeConcordance(store)
        if output.json {
            try out.write(Self.json(made, concordance))
        } else if let concordance {
            try out.line("\(concordance.path): \(concordance.units.counted("unit")), \(concordance.size) bytes")
        }
        try out.finish()
    }

    private func makeConcordance(_ store: SQLiteStore) throws -> ConcordanceFile? {
        do {
            return try store.updateConcordance(always: true)
        } catch let error as ConcordanceIndexError {
            throw Diagnostic(
                .error, code: "index.unwritable", file: error.path, message: "cannot write the index: \(error.detail)")
        }
    }

    private func languages(_ store: SQLiteStore) throws -> [LanguageTag] {
        let known = try store.languages()
        if let lang {
            for language in lang.languages where !known.contains(language) {
                throw Diagnostic(
                    .error, code: "memory.language", file: memory.path,
                    message: "the memory has no text in \(language)",
                    hint: "it has \(known.map(\.description).joined(separator: ", "))")
            }
            return lang.languages
        }
        let indexed = known.filter { IndexFile(store, language: $0)?.exists ?? false }
        return indexed.isEmpty ? try store.sourceLanguages() : indexed
    }

    private static func attempt<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as FuzzyIndexError {
            throw systemError(path, "cannot write the index", code: error.system)
        }
    }

    private static func json(
        _ made: [(path: String, index: FuzzyIndex)], _ concordance: ConcordanceFile?
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for (path, index) in made {
                writer.object { writer in
                    writer.member("language", index.language.description)
                    writer.member("segments", index.count)
                    writer.member("bytes", index.size)
                    writer.member("file", path)
                }
            }
            if let concordance {
                writer.object { writer in
                    writer.member("units", concordance.units)
                    writer.member("bytes", concordance.size)
                    writer.member("file", concordance.path)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}
