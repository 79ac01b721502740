import Foundation
import GRDB
import Testing
import UnicodeText

@testable import TranslationMemory

/// A large first import goes straight into the file, and is there whole or not at all as any other.
@Suite struct FirstWritingTests {
    private static let units = (0..<400).map { TranslationUnit.english(UTF8Text("text \($0)"), ["fr": "texte"]) }

    private func journal(_ store: SQLiteStore) throws -> String? {
        try store.database.unsafeReentrantWrite { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    }

    private func importUnits(
        _ store: SQLiteStore, size: Int = SQLiteStore.straightFrom, then body: () throws -> Void = {}
    ) throws {
        let report = try store.write(mode: .keep, termLinks: .whenPresent, revision: .test, size: size) { add in
            for unit in Self.units { _ = try add(PreparedUnit(unit)) }
            try body()
        }
        #expect(report.created == Self.units.count)
    }

    private func count(_ store: SQLiteStore) throws -> Int {
        var count = 0
        try store.forEachUnit { _ in count += 1 }
        return count
    }

    @Test func straight() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        // Has readers of its own open.
        #expect(try count(store) == 0)
        try importUnits(store) {
            let mode = try journal(store)
            #expect(mode == "delete")
        }
        #expect(try journal(store) == "wal")
        #expect(try count(store) == Self.units.count)
        #expect(try count(try SQLiteStore(path: folder["m.db"], access: .readOnly)) == Self.units.count)
        // What comes later goes into the log.
        let more = try store.write(mode: .keep, termLinks: .whenPresent, revision: .test, size: .max) { add in
            _ = try add(PreparedUnit(.english("more", ["fr": "plus"])))
            let mode = try journal(store)
            #expect(mode == "wal")
        }
        #expect(more.created == 1)
    }

    @Test func smallOrInMemory() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try importUnits(store, size: SQLiteStore.straightFrom - 1) {
            let mode = try journal(store)
            #expect(mode == "wal")
        }
        let inMemory = try SQLiteStore()
        try importUnits(inMemory)
        #expect(try count(inMemory) == Self.units.count)
    }

    /// Whoever has the memory open reads it as it was, and what is there when it is.
    @Test func withAnother() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        let other = try SQLiteStore(path: folder["m.db"])
        #expect(try count(other) == 0)
        try importUnits(store) {
            let (mode, seen) = (try journal(store), try count(other))
            #expect(mode == "wal" && seen == 0)
        }
        #expect(try count(other) == Self.units.count)
    }

    @Test func failed() throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        #expect(throws: Broken.self) { try importUnits(store) { throw Broken() } }
        #expect(try journal(store) == "wal")
        #expect(try count(store) == 0)
        #expect(!FileManager.default.fileExists(atPath: folder["m.db-journal"]))
        try importUnits(store)
        #expect(try count(store) == Self.units.count)
    }

    /// One that was cut off is taken back by the next who opens the memory, if only to read it.
    @Test(arguments: [SQLiteStore.Access.readOnly, .readWrite]) func cutOff(access: SQLiteStore.Access) throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.database.unsafeReentrantWrite { try $0.execute(sql: "PRAGMA cache_size = 4") }
        try importUnits(store) {
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: folder["m.db\(ending)"], toPath: folder["cut.db\(ending)"])
            }
        }
        let size = try FileManager.default.attributesOfItem(atPath: folder["cut.db"])[.size] as? Int ?? 0
        // Some of it was there already, and a memory that holds it would be damaged.
        let unread = try Data(contentsOf: URL(fileURLWithPath: folder["cut.db"])).range(of: Data("texte".utf8))
        #expect(size > 100_000 && unread != nil)
        let cut = try SQLiteStore(path: folder["cut.db"], access: access)
        #expect(try count(cut) == 0)
        try cut.verify { Issue.record("\($0)") }
        #expect(try journal(store) == "wal")
        if access == .readWrite {
            try importUnits(cut)
            #expect(try count(cut) == Self.units.count)
        }
    }
}
