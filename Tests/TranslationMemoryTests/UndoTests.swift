import GRDB
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct UndoTests {
    private static let info = RevisionInfo(date: Timestamp(milliseconds: 7), action: "undo")

    /// Revisions taken back one after another lead through the states in which the memory was; so do these undone.
    @Test func everyStateComesBack() throws {
        var random = SplitMix(seed: 77)
        for _ in 0..<6 {
            let store = try SQLiteStore()
            var states = [try units(store)]
            for round in 0..<5 {
                let new = (0..<8).map { _ in
                    var unit = randomUnit(&random)
                    // Few sources, so that units meet.
                    unit.variants[0].segment = InlineText(UTF8Text("text \(Int.random(in: 0..<6, using: &random))"))
                    unit.variants[0].language = "en"
                    unit.sourceLanguage = "en"
                    unit.termLinks = []
                    return unit
                }
                let mode = ImportMode.allCases[round % ImportMode.allCases.count]
                guard try store.write(new, mode: mode, revision: .test).hasChanges else { continue }
                states.append(try units(store))
            }
            let last = states.count - 1
            for revision in stride(from: last, through: 1, by: -1) {
                _ = try store.undo(Int64(revision), keepsChanged: false, as: Self.info)
                #expect(try units(store) == states[revision - 1])
                #expect(try problems(store).isEmpty)
            }
            for revision in 1...last {
                // The revisions that took the others back are numbered from `last + 1`, the last one's first.
                _ = try store.undo(Int64(2 * last - revision + 1), keepsChanged: false, as: Self.info)
                #expect(try units(store) == states[revision])
            }
            #expect(try problems(store).isEmpty)
            #expect(try store.revisions(limit: 0).count == 3 * last)
        }
    }

    @Test func whatWasChangedSinceIsNotTouched() throws {
        let store = try SQLiteStore()
        try store.write([.english("One", ["fr": "Un"]), .english("Two", ["fr": "Deux"])], revision: .test)
        try store.write([.english("Two", ["fr": "Toi"])], mode: .replace, revision: .test)
        let before = try units(store)
        let error = #expect(throws: MemoryError.self) { try store.undo(1, keepsChanged: false, as: Self.info) }
        #expect(error?.kind == .changedSince)
        #expect(try units(store) == before)
        #expect(try store.revisions(limit: 0).count == 2)
        let report = try store.undo(1, keepsChanged: true, as: Self.info)
        #expect((report.removed, report.kept, report.revision) == (1, 1, 3))
        #expect(try units(store) == [before[1]])
        #expect(try store.revisions(limit: 1).map { [$0.created, $0.changed] } == [[0, 1]])
        #expect(
            #expect(throws: MemoryError.self) { try store.undo(44, keepsChanged: true, as: Self.info) }?.kind
                == .noRevision)
    }

    @Test func aTextThatCameAgainStays() throws {
        let store = try SQLiteStore()
        let unit = TranslationUnit.english("One", ["fr": "Un"])
        try store.write([unit], revision: .test)
        _ = try store.undo(1, keepsChanged: false, as: Self.info)
        try store.write([unit], revision: .test)
        // The first unit cannot come back beside the one that has its text.
        #expect(throws: MemoryError.self) { try store.undo(2, keepsChanged: false, as: Self.info) }
        #expect(try store.undo(2, keepsChanged: true, as: Self.info).kept == 1)
        #expect(try units(store).count == 1)
    }

    @Test func theHistoryOfAUnitThatWentAndCame() throws {
        let store = try SQLiteStore()
        try store.write([.english("One", ["fr": "Un"])], revision: .test)
        let made = try #require(try store.unit(id: 1))
        _ = try store.undo(1, keepsChanged: false, as: Self.info)
        #expect(try store.history(of: 1).map(\.after) == [made, nil])
        _ = try store.undo(2, keepsChanged: false, as: Self.info)
        let history = try store.history(of: 1)
        #expect(history.map(\.after) == [made, nil, made])
        #expect(history.map(\.before) == [nil, made, nil])
        #expect(history.map(\.revision.number) == [1, 2, 3])
    }

    @Test func verifyFindsWhatIsWrong() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write([.english("One", ["fr": "Un"]), .english("Two", ["fr": "Deux"])], revision: .test)
        try store.write([.english("Two", ["fr": "Toi"])], mode: .replace, revision: .test)
        #expect(try problems(store).isEmpty)
        for (sql, part) in [
            ("UPDATE variant SET text = 'Uno' WHERE unit = 1 AND position = 1", "hash"),
            ("UPDATE unit SET identity = 5 WHERE id = 2", "identity"),
            ("UPDATE unit SET identity = (SELECT identity FROM unit WHERE id = 1) WHERE id = 2", "identity"),
            ("UPDATE change SET before = '{' WHERE before IS NOT NULL", "image of unit 2"),
            ("DELETE FROM change WHERE unit = 1", "not in the journal"),
            ("UPDATE unit SET origin = 99 WHERE id = 1", "unit"),
        ] {
            try DatabaseQueue(path: folder["m.db"]).writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try database.execute(sql: sql)
            }
            #expect(try problems(store).contains { $0.contains(part) }, "\(sql)")
        }
    }
}
