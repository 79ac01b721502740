import Foundation
import Testing

@testable import Dragoman

@Suite struct GlossaryCacheTests {
    /// A folder for a test, with a glossary in it that was last changed long ago.
    private final class Folder: Sendable {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-cache-\(UUID().uuidString)")

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try write("old", to: "house.txt", age: 1_000)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.appendingPathComponent(name).path }

        func write(_ text: String, to name: String, age: TimeInterval) throws {
            try Data(text.utf8).write(to: url.appendingPathComponent(name))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path(name))
        }

        var cached: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path("cache"))) ?? []).sorted()
        }

        func cache(limit: Int = 1 << 20) throws -> GlossaryCache {
            try #require(GlossaryCache(folder: path("cache"), limit: limit))
        }
    }

    private static func glossary(_ term: String) -> Glossary {
        Glossary(
            name: "house",
            concepts: [Concept(id: "c", sections: [.init(language: "en", terms: [Term(UTF8Text(term))])])])
    }

    private static let report = Diagnostic(
        .warning, code: "a.b", file: "elsewhere", line: 3, message: "é", hint: nil)

    private struct Answer: Equatable {
        let terms: [String]
        let reads: Int

        init(_ terms: [String], _ reads: Int) {
            self.terms = terms
            self.reads = reads
        }
    }

    /// Puts the folder's glossary on a shelf; gives the terms that a look-up and a matcher know, and how often it was read.
    private func answer(
        _ folder: Folder, _ cache: GlossaryCache?, name: String = "house.txt"
    ) throws -> Answer {
        var reads = 0
        var shelf = GlossaryShelf(hasDefaults: false, cache: cache)
        let reports = try shelf.add(file: folder.path(name)) {
            reads += 1
            return (
                Self.glossary(try String(contentsOfFile: folder.path(name), encoding: .utf8)),
                [Self.report, Self.report]
            )
        }
        // Told by whoever reads it, else from the compiled form.
        var report = Self.report
        report.file = folder.path(name)
        #expect(reports == (reads == 0 ? [report, report] : []))
        let lookup = try shelf.lookup(in: "en", targets: nil)
        let matcher = try shelf.matcher(for: "en", targets: [])
        let terms = ["old", "new"].filter { term in
            let isKnown = !lookup.results(for: UTF8Text(term)).isEmpty
            #expect(isKnown == !matcher.occurrences(in: UTF8Text("An \(term) word.")).isEmpty)
            return isKnown
        }
        return Answer(terms, reads)
    }

    @Test func aGlossaryIsReadOnce() throws {
        let folder = try Folder()
        #expect(try answer(folder, folder.cache()) == Answer(["old"], 1))
        #expect(folder.cached.map { $0.prefix { $0 != "-" } } == ["glossary", "lookup", "matcher"])
        #expect(try answer(folder, folder.cache()) == Answer(["old"], 0))
        #expect(try answer(folder, nil) == Answer(["old"], 1))
    }

    /// By size, by time, by another file in its place.
    @Test func aChangedGlossaryIsReadAnew() throws {
        let folder = try Folder()
        for change in ["time", "size", "file"] {
            try folder.write("old", to: "house.txt", age: 1_000)
            #expect(try answer(folder, folder.cache()).terms == ["old"])
            switch change {
            case "time": try folder.write("new", to: "house.txt", age: 500)
            case "size": try folder.write("new ", to: "house.txt", age: 1_000)
            default:
                try folder.write("new", to: "other.txt", age: 1_000)
                try FileManager.default.removeItem(atPath: folder.path("house.txt"))
                try FileManager.default.moveItem(atPath: folder.path("other.txt"), toPath: folder.path("house.txt"))
            }
            #expect(try answer(folder, folder.cache()) == Answer(["new"], 1), "\(change)")
            // It took the place of what there was.
            #expect(folder.cached.count == 3)
        }
    }

    /// Another change within the same tick of the clock would not show.
    @Test func whatWasChangedJustNowIsNotKept() throws {
        let folder = try Folder()
        try folder.write("old", to: "house.txt", age: 0)
        for _ in 0..<2 { #expect(try answer(folder, folder.cache()) == Answer(["old"], 1)) }
        #expect(folder.cached.isEmpty)
    }

    @Test func damagedFilesAreMadeAnew() throws {
        let folder = try Folder()
        _ = try answer(folder, folder.cache())
        for name in folder.cached {
            let url = folder.url.appendingPathComponent("cache/\(name)")
            let whole = try Data(contentsOf: url)
            var places = [0, 8, 16, 40, whole.count / 2, whole.count - 1].map { place in
                var damaged = whole
                damaged[place] ^= 1
                return damaged
            }
            places += [Data(), whole.prefix(7), whole.prefix(whole.count - 1), whole + [0], Data(count: whole.count)]
            for damaged in places {
                try damaged.write(to: url)
                #expect(try answer(folder, folder.cache()).terms == ["old"])
                #expect(try Data(contentsOf: url).count == whole.count)
                #expect(try Data(contentsOf: url) != damaged)
            }
        }
        #expect(try answer(folder, folder.cache()).reads == 0)
    }

    /// A folder in the place of a file, a link that leads nowhere, a pipe.
    @Test func whatIsNoFileIsNoHindrance() throws {
        let folder = try Folder()
        _ = try answer(folder, folder.cache())
        for name in folder.cached {
            let path = folder.path("cache/\(name)")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            #expect(try answer(folder, folder.cache()).terms == ["old"])
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
            #expect(try answer(folder, folder.cache()).terms == ["old"])
            try? FileManager.default.removeItem(atPath: path)
            #expect(mkfifo(path, 0o600) == 0)
            #expect(try answer(folder, folder.cache()).terms == ["old"])
        }
        #expect(try answer(folder, folder.cache()).reads == 0)
    }

    @Test func aFolderThatCannotBeMadeIsNone() throws {
        let folder = try Folder()
        #expect(GlossaryCache(folder: folder.path("house.txt")) == nil)
        #expect(GlossaryCache(folder: folder.path("house.txt/cache")) == nil)
        #expect(GlossaryCache(folder: "/proc/dragoman/cache") == nil)
    }

    /// The folder is taken away, or filled up, while a program runs.
    @Test func nothingNeedBeWritten() throws {
        let folder = try Folder()
        let cache = try folder.cache()
        try FileManager.default.removeItem(atPath: folder.path("cache"))
        #expect(try answer(folder, cache) == Answer(["old"], 1))
        #expect(try answer(folder, folder.cache(limit: 100)) == Answer(["old"], 1))
        #expect(folder.cached.isEmpty)
    }

    @Test func theFolderDoesNotGrow() throws {
        let folder = try Folder()
        _ = try answer(folder, folder.cache())
        let size = try folder.cached.reduce(0) { $0 + (try Data(contentsOf: url(folder, $1)).count) }
        try folder.write("", to: "cache/glossary-0.compiled.1.2.new", age: 7_200)
        try folder.write("", to: "cache/glossary-0.compiled.3.4.new", age: 60)
        try folder.write("not ours", to: "cache/other", age: 7_200)
        let first = folder.cached.filter { $0.hasSuffix("compiled") }
        for name in first {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -1_000_000)], ofItemAtPath: folder.path("cache/\(name)"))
        }
        for number in 0..<5 {
            try folder.write("old", to: "\(number).txt", age: 1_000)
            _ = try answer(folder, folder.cache(limit: size * 2), name: "\(number).txt")
            let now = try folder.cached.reduce(0) { $0 + (try Data(contentsOf: url(folder, $1)).count) }
            #expect(now <= size * 2 + 8)
        }
        #expect(Set(folder.cached).isDisjoint(with: first))
        #expect(folder.cached.contains("other") && folder.cached.contains("glossary-0.compiled.3.4.new"))
        #expect(!folder.cached.contains("glossary-0.compiled.1.2.new"))
    }

    private func url(_ folder: Folder, _ name: String) -> URL { folder.url.appendingPathComponent("cache/\(name)") }

    /// Whoever reads while others write has the old file or the new one.
    @Test func manyMayWriteAtOnce() async throws {
        let folder = try Folder()
        let cache = try folder.cache()
        try await withThrowingTaskGroup(of: [String].self) { group in
            for number in 0..<24 {
                group.addTask {
                    if number % 6 == 5 {
                        for name in folder.cached { unlink(folder.path("cache/\(name)")) }
                    }
                    return try answer(folder, cache).terms
                }
            }
            for try await terms in group { #expect(terms == ["old"]) }
        }
        #expect(!folder.cached.contains { $0.hasSuffix(".new") })
    }

    /// With the shipped glossaries and CLDR's names: the same as without a cache, made anew and from its files.
    @Test func answersAsWithoutACache() throws {
        let folder = try Folder()
        let text: UTF8Text = "The digital economy of South Africa and the WHO met the U.S. and the E.U. 中美关系。"
        for language in ["en", "fr", "zh"] as [LanguageTag] {
            var answers: [[String]] = []
            for cache in [nil, try folder.cache(), try folder.cache()] {
                let shelf = GlossaryShelf(cache: cache)
                let matcher = try shelf.matcher(for: language, targets: ["sw", "fr"])
                let lookup = try shelf.lookup(in: language, targets: ["sw", "en"])
                var answer = matcher.occurrences(in: text).map { found in
                    let targets = matcher.concept(of: found).terms(in: "sw").map(\.text)
                    return "\(found.range) \(found.form) \(matcher.link(of: found)) \(targets)"
                }
                for question in ["digital economy", "afrique du sud", "franc", "commerce"] as [UTF8Text] {
                    for result in lookup.results(for: question) + lookup.suggestions(for: question, limit: 9) {
                        let targets = ["sw", "en"].map { result.concept.terms(in: $0) }
                        answer.append("\(question) \(result.kind) \(result.link) \(result.term) \(targets)")
                    }
                }
                answers.append(answer)
            }
            #expect(answers[0].count > 2)
            #expect(answers[1] == answers[0] && answers[2] == answers[0])
        }
    }
}
