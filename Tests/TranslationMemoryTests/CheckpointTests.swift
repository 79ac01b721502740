import Foundation
import GRDB
import Testing
import UnicodeText

@testable import TranslationMemory

/// A large import is brought from the log into the file beside what comes next.
@Suite struct CheckpointTests {
    private static let units = (0..<40).map { TranslationUnit.english(UTF8Text("text \($0)"), ["fr": "texte"]) }

    private func importUnits(_ store: SQLiteStore) throws {
        let report = try store.write(mode: .keep, termLinks: .whenPresent, revision: .test, many: 10) { add in
            for unit in Self.units { _ = try add(PreparedUnit(unit)) }
        }
        #expect(report.created == Self.units.count)
    }

    private func count(_ store: SQLiteStore) throws -> Int {
        var count = 0
        try store.forEachUnit { _ in count += 1 }
        return count
    }

    @Test func fileHasAllWithoutTheLog() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try importUnits(store)
        // Readers see it at once.
        #expect(try count(store) == Self.units.count)
        store.checkpoints.wait()
        try FileManager.default.copyItem(atPath: folder["m.db"], toPath: folder["copy.db"])
        #expect(try count(try SQLiteStore(path: folder["copy.db"], access: .readOnly)) == Self.units.count)
        let pages = try store.database.unsafeReentrantWrite { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") }
        #expect(pages == 1_000)
    }

    @Test func closingWaitsForIt() throws {
        let folder = try TemporaryFolder()
        for number in 0..<20 {
            let path = folder["\(number).db"]
            let store = try SQLiteStore(path: path)
            try importUnits(store)
            if number % 2 == 0 { try store.close() }
        }
        for number in 0..<20 {
            let log = folder["\(number).db-wal"]
            // Who lets go of the store leaves no log at all.
            if number % 2 == 1, let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int {
                #expect(size == 0)
            }
            try FileManager.default.moveItem(atPath: folder["\(number).db"], toPath: folder["moved\(number).db"])
            #expect(try count(try SQLiteStore(path: folder["moved\(number).db"])) == Self.units.count)
        }
    }

    /// One that was not committed leaves the connection as it was.
    @Test func failedImport() throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        #expect(throws: Broken.self) {
            _ = try store.write(mode: .keep, termLinks: .whenPresent, revision: .test, many: 10) { add in
                for unit in Self.units { _ = try add(PreparedUnit(unit)) }
                throw Broken()
            }
        }
        store.checkpoints.wait()
        #expect(try count(store) == 0)
        let settings = try store.database.unsafeReentrantWrite { database in
            try ["wal_autocheckpoint", "threads", "cache_size"].map { try Int.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        #expect(settings == [1_000, 0, -32_768])
        try importUnits(store)
        #expect(try count(store) == Self.units.count)
    }
}
