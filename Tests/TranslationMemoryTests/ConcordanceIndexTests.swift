import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct ConcordanceIndexTests {
    /// Compares random queries by the index with the texts alone; counts those that found something.
    private func compare(_ store: SQLiteStore, _ samples: inout ConcordanceSamples, queries: Int) throws -> Int {
        let texts = try store.texts()
        var found = 0
        for _ in 0..<queries {
            let query = samples.query(of: texts)
            guard let expected = try? store.scanned(query) else { continue }
            let answer = try store.search(query)
            if answer != expected {
                Issue.record(
                    "\(query): \(answer.map { $0.unit.id ?? 0 }), not \(expected.map { $0.unit.id ?? 0 })")
            }
            if !expected.isEmpty { found += 1 }
        }
        return found
    }

    /// The same hits in the same order as without an index, also after edits, deletions and undoing.
    @Test func asByScanning() throws {
        var samples = ConcordanceSamples(seed: 41)
        var found = 0
        for round in 0..<3 {
            let folder = try TemporaryFolder()
            let store = try SQLiteStore(path: folder["m.db"])
            try store.write((0..<70).map { _ in samples.unit() }, revision: .test)
            #expect(try #require(try store.updateConcordance(always: true)).units > 50)
            found += try compare(store, &samples, queries: 80)
            // New units, other translations, and units that are gone.
            try store.write((0..<20).map { _ in samples.unit() }, revision: .test)
            let texts = try store.texts().prefix(30)
            try store.write(
                texts.map { .english($0, ["fr": samples.text()]) }, mode: .replace, revision: .test)
            found += try compare(store, &samples, queries: 50)
            if round == 1 { try store.updateConcordance(always: true) }
            _ = try store.undo(2, keepsChanged: true, as: .test)
            _ = try store.undo(3, keepsChanged: true, as: .test)
            found += try compare(store, &samples, queries: 50)
        }
        #expect(found > 120)
    }

    private static func units(_ numbers: Range<Int>, _ word: String) -> [TranslationUnit] {
        numbers.map { .english(UTF8Text("\(word) number \($0)"), ["fr": UTF8Text("nombre \($0)")]) }
    }

    @Test func filesFollowTheMemory() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        let files = try #require(ConcordanceFiles(store))
        func count(_ text: UTF8Text) throws -> Int { try store.search(ConcordanceQuery(text)).count }
        // A small memory needs none.
        try store.write(Self.units(0..<100, "first"), revision: .test)
        #expect(try count("first") == 100)
        #expect(!FileManager.default.fileExists(atPath: files.all))
        try store.write(Self.units(0..<2_000, "second"), revision: .test)
        #expect(try count("second") == 2_000)
        #expect(FileManager.default.fileExists(atPath: files.all))
        // Few changes are looked through, more get an index of their own, many a new one of all.
        try store.write(Self.units(0..<1_000, "third"), revision: .test)
        #expect(try count("third") == 1_000)
        #expect(!FileManager.default.fileExists(atPath: files.later))
        try store.write(Self.units(0..<1_500, "fourth"), revision: .test)
        #expect(try count("third") == 1_000 && count("fourth") == 1_500 && count("first") == 100)
        #expect(try files.open(store, try store.state()).map(\.units) == [2_100, 2_500])
        _ = try store.undo(1, keepsChanged: false, as: .test)
        #expect(try count("first") == 0 && count("fourth") == 1_500)
        try store.write(Self.units(0..<7_000, "fifth"), revision: .test)
        #expect(try count("fifth") == 7_000 && count("first") == 0 && count("nombre") == 11_500)
        #expect(try files.open(store, try store.state()).map(\.units) == [11_500])
        #expect(try store.updateConcordance() == nil)
        var problems: [String] = []
        try store.verifyConcordance { problems.append($0) }
        #expect(problems.isEmpty)
        // Another process sees the same; deleted, the index is made again.
        try FileManager.default.removeItem(atPath: folder["m.db-index"])
        let other = try SQLiteStore(path: folder["m.db"], access: .readOnly)
        #expect(try other.search(ConcordanceQuery("fifth")).count == 7_000)
        #expect(FileManager.default.fileExists(atPath: files.all))
    }

    @Test func indexesOfAnotherMemoryAreNotUsed() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<50, "here"), revision: .test)
        try store.updateConcordance(always: true)
        let other = try SQLiteStore(path: folder["n.db"])
        try other.write(Self.units(0..<50, "there"), revision: .test)
        try FileManager.default.copyItem(atPath: folder["m.db-index"], toPath: folder["n.db-index"])
        #expect(try other.search(ConcordanceQuery("there")).count == 50)
        #expect(try other.search(ConcordanceQuery("here", mode: .allWords)).isEmpty)
    }

    @Test func damagedFilesAreToldAndDoNoHarm() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<2_000, "sound"), revision: .test)
        try store.updateConcordance(always: true)
        let file = URL(fileURLWithPath: try #require(ConcordanceFiles(store)).all)
        let sound = [UInt8](try Data(contentsOf: file))
        var random = SplitMix(seed: 9)
        for round in 0..<12 {
            var bytes = sound
            switch round {
            case 0: bytes = []
            case 1: bytes = Array("no database".utf8)
            case 2: bytes.removeLast(bytes.count / 2)
            default:
                let start = Int.random(in: 0..<bytes.count - 4_096, using: &random)
                for place in start..<start + 4_096 { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            }
            try Data(bytes).write(to: file)
            var problems: [String] = []
            try store.verifyConcordance { problems.append($0) }
            #expect(problems.count == 1)
            // What reading meets is made good; a damage that SQLite does not see costs hits at most.
            let count = try store.search(ConcordanceQuery("number")).count
            #expect(count <= 2_000)
            if round < 3 { #expect(count == 2_000) }
        }
    }

    @Test func whatAKilledProcessLeftGoes() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<10, "sound"), revision: .test)
        try store.updateConcordance(always: true)
        for name in ["concordance.db.0abc.part", "en.fuzzy.part"] {
            try Data("half".utf8).write(to: URL(fileURLWithPath: folder["m.db-index"] + "/" + name))
        }
        try store.updateConcordance(always: true)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder["m.db-index"]).sorted()
        #expect(left == ["concordance.db", "en.fuzzy.part"])
    }

    @Test func withoutAPlaceForFiles() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<2_000, "sound"), revision: .test)
        try Data().write(to: URL(fileURLWithPath: folder["m.db-index"]))
        #expect(try store.search(ConcordanceQuery("number")).count == 2_000)
        #expect(throws: ConcordanceIndexError.self) { try store.updateConcordance(always: true) }
    }

    @Test func severalMakeItAtOnce() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<2_000, "sound"), revision: .test)
        let path = folder["m.db"]
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try SQLiteStore(path: path).search(ConcordanceQuery("number 7")).count
                }
            }
            for try await count in group { #expect(count == 111) }
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder["m.db-index"])
        #expect(left == ["concordance.db"])
    }

    @Test func callsFromWithinCalls() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(Self.units(0..<30, "sound"), revision: .test)
        try store.updateConcordance(always: true)
        var count = 0
        try store.forEachHit(ConcordanceQuery("number", limit: 3)) { _ in
            count += try store.search(ConcordanceQuery("sound", limit: 4)).count
        }
        #expect(count == 12)
        // What is written and not committed is found from within or not, but never left in an index.
        _ = try store.write(mode: .keep, termLinks: .always, revision: .test) { add in
            _ = try add(PreparedUnit(.english("unheard")))
            _ = try store.search(ConcordanceQuery("unheard"))
        }
        #expect(try store.search(ConcordanceQuery("unheard")).count == 1)
    }

    @Test func hostileQueries() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write(
            Self.units(0..<20, "sound") + [.english("a \"quoted\" AND NEAR(x) \u{0} NUL")], revision: .test)
        try store.updateConcordance(always: true)
        func count(_ text: String, wildcards: Bool = true) throws -> Int {
            try store.search(
                ConcordanceQuery(include: [.init(UTF8Text(text), hasWildcards: wildcards)])
            ).count
        }
        for text in ["\"", "AND", "NEAR(", "\"quoted\" AND NEAR(x", "\u{0}", "NEAR(x) \u{0} NUL", "a \""] {
            #expect(try count(text) == 1)
        }
        for text in ["\" OR words:*", "{words}:sound", "^sound", "sound + number", "'; DROP TABLE unit; --"] {
            #expect(try count(text) == 0)
        }
        #expect(try count(String(repeating: "sound ", count: 50_000)) == 0)
        #expect(try count(String(repeating: "é数", count: 50_000)) == 0)
        #expect(try count(String(repeating: "x", count: 1 << 20)) == 0)
        #expect(try count(String(repeating: "*", count: 10_000), wildcards: false) == 0)
        #expect(throws: ConcordanceQueryError.self) { try count(String(repeating: "a*", count: 10_000)) }
    }
}
