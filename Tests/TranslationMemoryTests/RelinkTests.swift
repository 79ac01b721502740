import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct RelinkTests {
    private static let info = RevisionInfo(date: Timestamp(milliseconds: 9), action: "relink")

    private static func link(_ concept: String, _ range: ByteRange) -> TermLink {
        TermLink(concept: concept, term: "word", range: range)
    }

    private func store() throws -> SQLiteStore {
        let store = try SQLiteStore()
        var one = TranslationUnit.english("a word here", ["fr": "un mot ici"])
        one.termLinks = [Self.link("old/word", 2..<6)]
        try store.write([one, .english("no such thing", ["fr": "rien"])], revision: Self.info)
        return store
    }

    @Test func linksChangeAndNothingElse() throws {
        let store = try store()
        let before = try units(store)
        var heard: [UnitChange] = []
        let new = [Self.link("new/word", 2..<6), Self.link("new/here", 7..<11)]
        let report = try store.relink(
            where: .all, dryRun: false, as: Self.info, links: { $0.termLinks.isEmpty ? nil : new.reversed() },
            each: { heard.append($0) })
        #expect(report.matched == 2 && report.changed == 1 && report.added == 2 && report.removed == 1)
        #expect(report.revision == 2 && heard.count == 1)
        var after = try units(store)
        #expect(after[0].termLinks == new)
        after[0].termLinks = before[0].termLinks
        #expect(after == before)
        _ = try store.undo(2, keepsChanged: false, as: Self.info)
        #expect(try units(store) == before)
    }

    @Test func whatIsTheSameMakesNoRevision() throws {
        let store = try store()
        let report = try store.relink(
            where: .all, dryRun: false, as: Self.info, links: { $0.termLinks }, each: { _ in Issue.record("changed") })
        #expect(report.matched == 2 && report.changed == 0 && report.revision == nil)
    }

    @Test func aDryRunIsTakenBack() throws {
        let store = try store()
        let before = try units(store)
        let report = try store.relink(where: .all, dryRun: true, as: Self.info, links: { _ in [] }, each: { _ in })
        #expect(report.changed == 1 && report.removed == 1 && report.revision == nil)
        #expect(try units(store) == before)
    }

    @Test func linksOutsideOfTheTextAreRefused() throws {
        let store = try store()
        let before = try units(store)
        #expect(throws: (any Error).self) {
            try store.relink(
                where: .all, dryRun: false, as: Self.info, links: { _ in [Self.link("new/word", 5..<500)] },
                each: { _ in })
        }
        #expect(try units(store) == before)
    }

    @Test func filtersTakeSeveralConcepts() throws {
        let store = try store()
        func count(_ concepts: Set<String>) throws -> Int {
            var filter = UnitFilter()
            filter.concepts = concepts
            var count = 0
            try store.forEachUnit(where: filter) { _ in count += 1 }
            return count
        }
        #expect(try count(["new/word", "old/word"]) == 1)
        #expect(try count(["new/word"]) == 0)
        #expect(try count([]) == 0)
    }
}
