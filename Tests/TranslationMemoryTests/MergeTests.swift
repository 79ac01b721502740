import Foundation
import GRDB
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct MergeTests {
    private static let info = RevisionInfo(date: Timestamp(milliseconds: 9), action: "merge")

    private func merge(
        _ other: SQLiteStore, into store: SQLiteStore, _ mode: ImportMode = .keep, dryRun: Bool = false
    ) throws -> WriteReport {
        try store.merge(other, mode: mode, dryRun: dryRun, as: Self.info) { _ in }
    }

    /// All of a memory is in an empty one that took it, with the dates it was made and changed at.
    @Test func allComesAlong() throws {
        var random = SplitMix(seed: 31)
        let other = try SQLiteStore()
        let all = (0..<40).map { _ in randomUnit(&random) }
        try other.write(all, revision: .test)
        try other.write(
            [.english("later", ["fr": "x"])],
            revision: RevisionInfo(date: Timestamp(milliseconds: 1_800_000_000_000), action: "import"))
        try other.write(
            [.english("later", ["de": "y"])],
            revision: RevisionInfo(date: Timestamp(milliseconds: 1_800_000_001_000), action: "import"))
        let store = try SQLiteStore()
        let report = try merge(other, into: store)
        let taken = try contents(store)
        let given = try contents(other)
        #expect((report.created, report.updated, report.skippedCount) == (given.count, 0, 0))
        #expect(taken.count == given.count)
        for (taken, given) in Array(zip(taken, given)).dropLast() {
            var taken = taken
            #expect(taken.attributes["creationdate"] == "20231114T221320Z" && taken.attributes["changedate"] == nil)
            taken.attributes["creationdate"] = nil
            #expect(taken == given)
        }
        #expect(taken.last?.attributes["creationdate"] == "20270115T080000Z")
        #expect(taken.last?.attributes["changedate"] == "20270115T080001Z")
        // Once more is nothing new.
        #expect(try merge(other, into: store).revision == nil)
        #expect(try merge(other, into: store, .addVariant).revision == nil)
        #expect(try problems(store).isEmpty)
        _ = try store.undo(1, keepsChanged: false, as: .test)
        #expect(try contents(store).isEmpty)
    }

    @Test func whatBothKnowIsJoined() throws {
        func unit(_ text: UTF8Text, _ usage: String, _ note: String) -> TranslationUnit {
            var unit = TranslationUnit.english("Go", ["fr": text])
            unit.attributes = [Attribute("usagecount", usage), Attribute("creationdate", "20200101T000000Z")]
            unit.annotations = [.note(note)]
            return unit
        }
        for (mode, texts, notes) in [
            (ImportMode.keep, ["Go", "Va"] as [UTF8Text], ["old", "new"]),
            (.addVariant, ["Go", "Va", "Allez"], ["old", "new"]),
            (.replace, ["Go", "Allez"], ["new"]),
        ] {
            let store = try SQLiteStore()
            let other = try SQLiteStore()
            var mine = unit("Va", "5", "old")
            mine.termLinks = [TermLink(concept: "a", term: "Go", range: 0..<2)]
            var its = unit("Allez", "3", "new")
            its.termLinks = [TermLink(concept: "b", term: "Go", range: 0..<2)]
            its.context.id = "s1"
            try store.write([mine, .english("Stay", ["fr": "Reste"])], revision: .test)
            try other.write([its, .english("Stay", ["fr": "Reste"]), .english("New")], revision: .test)
            let before = try units(store)
            let dry = try merge(other, into: store, mode, dryRun: true)
            #expect(try units(store) == before)
            var report = try merge(other, into: store, mode)
            #expect((report.created, report.updated, report.skipped) == (1, 1, [.known: 1]))
            #expect(report.revision == 2)
            report.revision = nil
            #expect(dry == report)
            let joined = try #require(try store.unit(id: 1))
            #expect(joined.variants.map(\.segment.text) == texts)
            #expect(joined.annotations == notes.map { .note($0) })
            #expect(joined.attributes["usagecount"] == (mode == .replace ? "3" : "5"))
            #expect(joined.termLinks.map(\.concept) == (mode == .replace ? ["b"] : ["a", "b"]))
            // A translation that was not taken leaves no place.
            #expect(joined.context.id == (mode == .replace ? "s1" : nil))
            #expect(
                joined.variants.map { $0.contexts.map(\.id) }
                    == (mode == .addVariant ? [[], [], ["s1"]] : texts.map { _ in [] }))
            _ = try store.undo(2, keepsChanged: false, as: .test)
            #expect(try units(store) == before)
            #expect(try problems(store).isEmpty)
        }
    }

    @Test func refusedTranslationsAreTold() throws {
        let store = try SQLiteStore()
        let other = try SQLiteStore()
        try store.write([.english("Go", ["fr": "Va"])], revision: .test)
        try other.write([.english("Go", ["fr": "Allez"])], revision: .test)
        let report = try merge(other, into: store)
        #expect(report.skipped == [.existingTranslation: 1] && report.variants["fr"]?.refused == 1)
        #expect(report.revision == nil)
    }

    /// The same file is refused under any name; another is read while a third party is writing to it.
    @Test func filesAndTheirNames() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write([.english("Go", ["fr": "Va"])], revision: .test)
        try FileManager.default.createSymbolicLink(atPath: folder["link.db"], withDestinationPath: folder["m.db"])
        for name in ["m.db", "link.db"] {
            let same = try SQLiteStore(path: folder[name], access: .readOnly)
            #expect(#expect(throws: MemoryError.self) { try merge(same, into: store) }?.kind == .sameMemory)
        }
        let writer = try SQLiteStore(path: folder["other.db"])
        try writer.write([.english("One", ["fr": "Un"])], revision: .test)
        let other = try SQLiteStore(path: folder["other.db"], access: .readOnly)
        _ = try writer.write(mode: .keep, termLinks: .whenPresent, revision: .test) { add in
            _ = try add(PreparedUnit(.english("Two", ["fr": "Deux"])))
            // Not committed: the reader sees the state before, and does not wait.
            #expect(try merge(other, into: store).created == 1)
        }
        #expect(try merge(other, into: store).created == 1)
        #expect(try units(store).map { $0.variants[0].segment.text } == ["Go", "One", "Two"])
    }

    /// A memory that turns out to be damaged in the middle leaves nothing.
    @Test func aDamagedMemoryLeavesNothing() throws {
        let folder = try TemporaryFolder()
        let other = try SQLiteStore(path: folder["other.db"])
        try other.write([.english("One", ["fr": "Un"]), .english("Two", ["fr": "Deux"])], revision: .test)
        try DatabaseQueue(path: folder["other.db"]).write {
            try $0.execute(sql: "UPDATE unit SET attributes = '{' WHERE id = 2")
        }
        let store = try SQLiteStore()
        #expect(#expect(throws: MemoryError.self) { try merge(other, into: store) }?.kind == .damaged)
        #expect(try units(store).isEmpty && store.state().revision == 0)
    }
}
