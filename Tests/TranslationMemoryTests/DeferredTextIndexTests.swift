import GRDB
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct DeferredTextIndexTests {
    private func hasIndex(_ database: Database) throws -> Bool {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM sqlite_schema WHERE name = ?", arguments: [Schema.textIndexName]) == 1
    }

    @Test func isMadeAgainInTheEnd() throws {
        let store = try SQLiteStore()
        try store.transaction { database in
            var texts = try DeferredTextIndex(database, least: 3)
            for count in 1...5 {
                try texts.wroteUnit()
                #expect(try hasIndex(database) == (count < 3))
            }
            try texts.finish()
            #expect(try hasIndex(database))
        }
    }

    @Test func staysWhereTheMemoryIsLarger() throws {
        let store = try SQLiteStore()
        try store.write((0..<10).map { .english(UTF8Text("text \($0)"), ["fr": "texte"]) }, revision: .test)
        try store.transaction { database in
            var texts = try DeferredTextIndex(database, least: 3)
            for count in 1...12 {
                try texts.wroteUnit()
                #expect(try hasIndex(database) == (count < 10))
            }
            try texts.finish()
        }
        #expect(try store.units(matching: "text 7", language: "en").count == 1)
    }

    @Test func staysWhileItIsBeingRead() throws {
        let store = try SQLiteStore()
        try store.write((0..<4).map { .english(UTF8Text("text \($0)"), ["fr": "texte"]) }, revision: .test)
        try store.transaction { database in
            var texts = try DeferredTextIndex(database, least: 1)
            let rows = try database.makeStatement(
                sql: "SELECT unit FROM variant WHERE language = (SELECT id FROM language WHERE tag = 'fr')")
            try rows.forEachRow { for _ in 0..<4 { try texts.wroteUnit() } }
            #expect(try hasIndex(database))
            try texts.finish()
        }
        var problems: [String] = []
        try store.verify { problems.append($0) }
        #expect(problems.isEmpty)
    }

    /// Rows that would point to nothing are refused by every other transaction.
    @Test func keysAreCheckedAgainAfterWriting() throws {
        let store = try SQLiteStore()
        try store.write([.english("Hello", ["fr": "Bonjour"])], revision: .test)
        #expect(throws: MemoryError.self) {
            try store.transaction { database in
                try database.execute(
                    sql: "INSERT INTO unit(identity, kind, origin, created, changed) VALUES (1, 3, 99, 1, 1)")
            }
        }
    }
}
