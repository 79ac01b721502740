import Foundation
import GRDB
import Testing
import TranslationMemory
import UnicodeText

@Suite struct OpeningTests {
    private func failure(_ path: String, _ access: SQLiteStore.Access = .readWrite) throws -> MemoryError {
        try #require(throws: MemoryError.self) { _ = try SQLiteStore(path: path, access: access) }
    }

    private func expectUntouched(_ bytes: [UInt8], _ kind: MemoryError.Kind) throws {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder["x.db"]))
        for access in [SQLiteStore.Access.readWrite, .readOnly] {
            let error = try failure(folder["x.db"], access)
            #expect(error.kind == kind)
            #expect(error.description.hasPrefix(folder["x.db"] + ": error: "))
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder["x.db"])) == Data(bytes))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.db"])
        }
    }

    @Test func notADatabase() throws {
        try expectUntouched(Array("hello".utf8), .notADatabase)
        try expectUntouched(Array(String(repeating: "<tmx/>", count: 4000).utf8), .notADatabase)
        try expectUntouched(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 5000), .notADatabase)
    }

    @Test func anotherProgramsDatabase() throws {
        let folder = try TemporaryFolder()
        let path = folder["other.db"]
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE cookies (a); INSERT INTO cookies VALUES (1)")
        }
        try expectUntouched(Array(try Data(contentsOf: URL(fileURLWithPath: path))), .notAMemory)
    }

    @Test func newerSchema() throws {
        let folder = try TemporaryFolder()
        let path = folder["m.db"]
        try SQLiteStore(path: path).close()
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = try failure(path)
        #expect(error.kind == .newerSchema)
        #expect(error.message.contains("99"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    /// What was made with pages of another size is used as it is.
    @Test func pagesOfAMemory() throws {
        let folder = try TemporaryFolder()
        func pageSize(_ path: String) throws -> Int? {
            try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA page_size") }
        }
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write([.english("Hello")], revision: .test)
        try store.close()
        #expect(try pageSize(folder["m.db"]) == 8_192)
        let old = folder["old.db"]
        try DatabaseQueue(path: folder["m.db"]).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = 4096; VACUUM INTO '\(old)'")
        }
        #expect(try pageSize(old) == 4_096)
        let again = try SQLiteStore(path: old)
        try again.write([.english("World")], revision: .test)
        #expect(try again.units(matching: "Hello", language: "en").count == 1)
        try again.close()
        #expect(try pageSize(old) == 4_096)
    }

    @Test func placesWhereNoMemoryCanBe() throws {
        let folder = try TemporaryFolder()
        #expect(try failure(folder.path).kind == .isDirectory)
        #expect(try failure(folder["no/such/m.db"]).kind == .notFound)
        #expect(try failure(folder["m.db"], .readOnly).kind == .notFound)
        #expect(try failure("/dev/null").kind == .notADatabase)
        #expect(try failure("").kind == .notFound)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func namesThatSQLiteWouldReadOtherwise() throws {
        let folder = try TemporaryFolder()
        for name in ["a?b=c#d%20.db", ":memory:", "file:x?mode=memory"] {
            let store = try SQLiteStore(path: folder[name])
            try store.write([.english("Hello")], revision: .test)
            try store.close()
            #expect(FileManager.default.fileExists(atPath: folder[name]))
            #expect(try SQLiteStore(path: folder[name], access: .readOnly).statistics().units == 1)
        }
    }

    @Test func readOnly() throws {
        let folder = try TemporaryFolder()
        let writing = try SQLiteStore(path: folder["m.db"])
        try writing.write([.english("Hello", ["fr": "Bonjour"])], revision: .test)
        try writing.close()
        let store = try SQLiteStore(path: folder["m.db"], access: .readOnly)
        #expect(store.isReadOnly)
        #expect(try store.units(matching: "Bonjour", language: "fr").count == 1)
        #expect(try store.search(ConcordanceQuery("HELLO")).count == 1)
        let error = try #require(throws: MemoryError.self) {
            _ = try store.write([.english("x")], revision: .test)
        }
        #expect(error.kind == .readOnly)
        #expect(error.hint != nil)
    }

    @Test func readerSeesWhatAWriterOfTheSameFileCommitted() throws {
        let folder = try TemporaryFolder()
        let writer = try SQLiteStore(path: folder["m.db"])
        let reader = try SQLiteStore(path: folder["m.db"], access: .readOnly)
        _ = try writer.write(mode: .keep, termLinks: .always, revision: .test) { add in
            _ = try add(PreparedUnit(.english("Hello")))
            #expect(try reader.statistics().units == 0)
        }
        #expect(try reader.statistics().units == 1)
    }

    @Test func statistics() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write([.english("Hello", ["fr": "Bonjour"]), .english("Bye")], revision: .test)
        let statistics = try store.statistics()
        #expect(statistics.units == 2)
        #expect(statistics.variants == ["en": 2, "fr": 1])
        #expect(statistics.revisions == 1)
        #expect(statistics.bytes >= 4096)
        #expect(statistics.icu == ICUVersion.icu)
    }
}
