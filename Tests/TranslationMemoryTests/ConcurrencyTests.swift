import Foundation
import Testing
import TranslationMemory
import UnicodeText

@Suite struct ConcurrencyTests {
    /// Opens (and makes, when first) the memory and stores units of its own and one that all share.
    static func ingest(_ path: String, _ name: String, rounds: Int) throws {
        let store = try SQLiteStore(path: path)
        for round in 0..<rounds {
            let own = (0..<50).map { TranslationUnit.english(UTF8Text("\(name) \(round) \($0)"), ["fr": "x"]) }
            try store.write(own + [.english("shared", ["fr": "partagé"])], revision: .test)
        }
        try store.close()
    }

    private func check(_ path: String, writers: Int, rounds: Int) throws {
        let store = try SQLiteStore(path: path)
        #expect(try store.statistics().units == writers * rounds * 50 + 1)
        #expect(try store.units(matching: "shared", language: "en").count == 1)
        #expect(try store.statistics().revisions == writers * rounds)
    }

    @Test func threadsWithStoresOfTheirOwn() async throws {
        for _ in 0..<5 {
            let folder = try TemporaryFolder()
            let path = folder["m.db"]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 { group.addTask { try Self.ingest(path, "w\(writer)", rounds: 3) } }
                try await group.waitForAll()
            }
            try check(path, writers: 4, rounds: 3)
        }
    }

    @Test func processesThatMakeTheFileAtOnce() async throws {
        let folder = try TemporaryFolder()
        let path = folder["m.db"]
        async let one = #expect(processExitsWith: .success) { [path = path as String] in
            try ConcurrencyTests.ingest(path, "a", rounds: 10)
        }
        async let two = #expect(processExitsWith: .success) { [path = path as String] in
            try ConcurrencyTests.ingest(path, "b", rounds: 10)
        }
        async let three = #expect(processExitsWith: .success) { [path = path as String] in
            try ConcurrencyTests.ingest(path, "c", rounds: 10)
        }
        _ = await (one, two, three)
        try check(path, writers: 3, rounds: 10)
    }

    @Test func oneStoreFromManyThreads() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for round in 0..<5 {
                        try store.write([.english(UTF8Text("\(writer) \(round)"))], revision: .test)
                        #expect(try !store.search(ConcordanceQuery(UTF8Text("\(writer) \(round)"))).isEmpty)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.statistics().units == 20)
    }

    @Test func callsFromWithinCalls() throws {
        let folder = try TemporaryFolder()
        for store in [try SQLiteStore(path: folder["m.db"]), try SQLiteStore()] {
            try store.write([.english("a"), .english("b")], revision: .test)
            var count = 0
            try store.forEachUnit { unit in
                try store.forEachUnit { _ in
                    count += try store.units(matching: unit.variants[0].segment.text, language: "en").count
                }
            }
            #expect(count == 4)
            #expect(throws: MemoryError.self) {
                _ = try store.write(mode: .keep, termLinks: .always, revision: .test) { _ in
                    try store.write([.english("c")], revision: .test)
                }
            }
            #expect(try store.statistics().units == 2)
        }
    }
}
