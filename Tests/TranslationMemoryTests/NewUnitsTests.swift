import Foundation
import GRDB
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct NewUnitsTests {
    private static let both: Set = [Schema.textIndexName, Schema.identityIndexName]

    private func indexes(_ database: Database) throws -> Set<String> {
        try Self.both.intersection(
            String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'index'"))
    }

    private func problems(_ store: SQLiteStore) throws -> [String] {
        var problems: [String] = []
        try store.verify { problems.append($0) }
        return problems
    }

    /// Writes as `SQLiteStore.write` does, with smaller numbers.
    @discardableResult
    private func write(
        _ units: [TranslationUnit], to store: SQLiteStore, mode: ImportMode = .keep, least: Int,
        known: KnownIdentities? = nil, each: (Database) throws -> Void = { _ in }
    ) throws -> WriteReport {
        var report = WriteReport()
        try store.transaction { database in
            let writer = try UnitWriter(
                database, path: store.path, mode: mode, termLinks: .whenPresent, revision: .test)
            writer.newUnits = try NewUnits(database, path: store.path, least: least, known: known)
            for unit in units {
                _ = try writer.add(PreparedUnit(unit))
                try each(database)
            }
            try writer.finish()
            report = writer.report
        }
        return report
    }

    private static let texts = (0..<12).map {
        TranslationUnit.english(UTF8Text("text \($0 % 8)"), ["fr": UTF8Text("texte \($0)")])
    }

    @Test func indexesOfAMemoryThatWasEmptyAreMadeInTheEnd() throws {
        let store = try SQLiteStore()
        var count = 0
        try write(Self.texts, to: store, least: 3) { database in
            count += 1
            let indexes = try indexes(database)
            #expect(indexes == (count < 3 ? Self.both : []))
        }
        try store.transaction { database in
            let indexes = try indexes(database)
            #expect(indexes == Self.both)
        }
        #expect(try problems(store).isEmpty)
        #expect(try store.units(matching: "text 7", language: "en").count == 1)
    }

    @Test func indexOfTextsStaysWhereTheMemoryIsMuchLarger() throws {
        let store = try SQLiteStore()
        try store.write((0..<40).map { .english(UTF8Text("other \($0)"), ["fr": "texte"]) }, revision: .test)
        var count = 0
        let units = (0..<12).map { TranslationUnit.english(UTF8Text("text \($0)"), ["fr": "texte"]) }
        try write(units, to: store, least: 3) { database in
            count += 1
            let indexes = try indexes(database)
            #expect(indexes == (count < 5 ? Self.both : [Schema.identityIndexName]))
        }
        #expect(try problems(store).isEmpty)
        #expect(try store.units(matching: "text 7", language: "en").count == 1)
        #expect(try store.units(matching: "other 7", language: "en").count == 1)
    }

    @Test func indexesStayWhileTheyAreRead() throws {
        let store = try SQLiteStore()
        try store.transaction { database in
            let writer = try UnitWriter(
                database, path: store.path, mode: .keep, termLinks: .whenPresent, revision: .test)
            writer.newUnits = try NewUnits(database, path: store.path, least: 2)
            _ = try writer.add(PreparedUnit(.english("first")))
            let rows = try database.makeStatement(sql: "SELECT unit FROM variant")
            try rows.forEachRow { for unit in Self.texts { _ = try writer.add(PreparedUnit(unit)) } }
            let indexes = try indexes(database)
            #expect(indexes == Self.both)
            try writer.finish()
        }
        #expect(try problems(store).isEmpty)
    }

    /// Units with something in every field, among them some that come again: written several at once they are what they are
    /// one by one.
    @Test(arguments: [ImportMode.keep, .replace, .addVariant], [0, 60])
    func severalAtOnceAreAsOneByOne(mode: ImportMode, before: Int) throws {
        var random = SplitMix(seed: 21)
        var units: [TranslationUnit] = []
        for round in 0..<150 {
            var unit = randomUnit(&random)
            switch round {
            case 7:
                unit.variants += (0..<40).map { Variant(language: "de", segment: InlineText(UTF8Text("Wort \($0)"))) }
            case 11: unit.variants[0].segment = InlineText(UTF8Text(String(repeating: "long ", count: 54_000)))
            case 23: unit.variants[0].segment = InlineText("")
            case 31: unit.variants[0].segment = InlineText(UTF8Text("a\0b \(round)"))
            default: break
            }
            unit.termLinks = unit.termLinks.filter { _ in round % 3 == 0 }
            units.append(unit)
            if round % 7 == 0 {
                var again = units[Int.random(in: units.indices, using: &random)]
                again.variants.append(Variant(language: "es", segment: InlineText(UTF8Text("otra \(round)"))))
                units.append(again)
            }
        }
        // What was there before comes again, too.
        let old = units.prefix(before).map { unit in
            var old = unit
            old.annotations = []
            return old
        }
        let expected = try SQLiteStore()
        try expected.write(old, revision: .test)
        let report = try write(units, to: expected, mode: mode, least: .max)
        for (capacity, runs) in [(IdentityTable.capacity, 16), (100, 0), (7, 1_000), (7, 3)] {
            let store = try SQLiteStore()
            try store.write(old, revision: .test)
            var ids: [Int64] = []
            var found = WriteReport()
            try store.transaction { database in
                let writer = try UnitWriter(
                    database, path: store.path, mode: mode, termLinks: .whenPresent, revision: .test)
                let known = KnownIdentities(beside: Self.scratch, capacity: capacity, runs: runs)
                writer.newUnits = try NewUnits(database, path: store.path, least: 5, known: known)
                for unit in units {
                    let written = try writer.add(PreparedUnit(unit))
                    if written.outcome == .created, let id = written.id { ids.append(id) }
                }
                try writer.finish()
                found = writer.report
            }
            #expect(found == report && found.updated > 5)
            #expect(ids == ids.sorted() && ids.count == found.created)
            #expect(try dump(store) == dump(expected))
            #expect(try problems(store).isEmpty)
            // The next one gets the next number.
            try store.write([.english("last of all")], revision: .test)
            #expect(try store.units(matching: "last of all", language: "en").first?.id == ids.last.map { $0 + 1 })
        }
    }

    private static let scratch = NSTemporaryDirectory() + "dragoman-new-units"

    /// Where more units come than the table of identities takes, a scratch file has the others, and where there are too many
    /// for that or there is none, the index is made and asked.
    @Test(arguments: [1, 2, 5, 7, 8, 100], [1, 3, 6, 100]) func identitiesAreKnownAtEverySize(
        capacity: Int, least: Int
    ) throws {
        for (mode, runs) in [(ImportMode.keep, 0), (.replace, 2), (.addVariant, 100), (.keep, 100), (.replace, 1)] {
            let expected = try SQLiteStore()
            var report = WriteReport()
            try expected.transaction { database in
                let writer = try UnitWriter(
                    database, path: expected.path, mode: mode, termLinks: .whenPresent, revision: .test)
                for unit in Self.texts { _ = try writer.add(PreparedUnit(unit)) }
                report = writer.report
            }
            let store = try SQLiteStore()
            let known = KnownIdentities(beside: runs == 0 ? nil : Self.scratch, capacity: capacity, runs: runs)
            let found = try write(Self.texts, to: store, mode: mode, least: least, known: known)
            #expect(found == report)
            #expect(try dump(store) == dump(expected))
            #expect(try problems(store).isEmpty)
        }
    }

    /// A unit that is changed by the transaction that made it was not there before.
    @Test func undoTakesAllNewUnitsBack() throws {
        let store = try SQLiteStore()
        try store.write([.english("kept", ["fr": "gardé"])], revision: .test)
        let report = try write(
            Self.texts + [.english("kept", ["de": "behalten"])], to: store, mode: .addVariant, least: 3)
        #expect(report.created == 8 && report.updated == 5)
        let undo = try store.undo(try #require(report.revision), keepsChanged: false, as: .test)
        #expect(undo.removed == 8 && undo.restored == 1)
        var units: [TranslationUnit] = []
        try store.forEachUnit { units.append($0) }
        #expect(units.map(\.source?.segment.text) == ["kept"] && units.first?.variants.count == 2)
        #expect(try problems(store).isEmpty)
    }

    /// All rows of the tables that a write fills.
    private func dump(_ store: SQLiteStore) throws -> [String] {
        var rows: [String] = []
        try store.read { database in
            for table in ["unit", "variant", "term_link", "change", "language", "origin", "concept"] {
                for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table)") { rows.append("\(table) \(row)") }
            }
        }
        return rows
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
