import Testing
import TranslationMemory
import UnicodeText

@Suite struct RepeatedUnitsTests {
    private func unit(_ target: String, id: String, of source: String = "Open") -> TranslationUnit {
        TranslationUnit(
            sourceLanguage: "en",
            variants: [
                Variant(language: "en", segment: InlineText(UTF8Text(source))),
                Variant(language: "fr", segment: InlineText(UTF8Text(target))),
            ], attributes: [Attribute("tuid", id)], origin: Origin(.import, name: "a.tmx"))
    }

    private func write(_ units: [TranslationUnit], to store: SQLiteStore, marked: Bool) throws -> WriteReport {
        var repeated = RepeatedUnits(file: "a.tmx")
        let units = units.map { unit in
            var unit = unit
            if marked { repeated.mark(&unit) }
            return unit
        }
        return try store.write(units, revision: RevisionInfo(action: "import"))
    }

    @Test func eachIsKept() throws {
        let store = try SQLiteStore()
        let units = [unit("Ouvrir", id: "1"), unit("Ouvert", id: "2"), unit("Ouvrir", id: "3")]
        #expect(try write(units, to: store, marked: true).created == 3)
        // Read again, the file meets its own units.
        #expect(try write(units, to: store, marked: true).skippedCount == 3)
        var ids: [String?] = []
        try store.forEachUnit { ids.append($0.attributes["tuid"]) }
        #expect(ids == ["1", "2", "3"])
        var problems: [String] = []
        try store.verify { problems.append($0) }
        #expect(problems.isEmpty)
        // Other files merge as ever: into the first.
        #expect(try write([unit("Ouvert", id: "4")], to: store, marked: false).skipped == [.existingTranslation: 1])
    }

    @Test func eachTextOfAUnitIsKept() throws {
        let store = try SQLiteStore()
        var twice = unit("Ouvrir", id: "1")
        var second = twice.variants[1]
        second.attributes = [Attribute("creationid", "B")]
        twice.variants += Array(repeating: second, count: 20)
        #expect(try write([twice], to: store, marked: true).created == 1)
        #expect(try write([twice], to: store, marked: true).skipped == [.known: 1])
        let kept = try #require(try store.unit(id: 1))
        #expect(kept.variants.map { $0.attributes["creationid"] } == [nil, nil] + Array(repeating: "B", count: 20))
        let plain = try SQLiteStore()
        #expect(try write([twice], to: plain, marked: false).created == 1)
        #expect(try plain.unit(id: 1)?.variants.count == 2)
    }

    /// What is made one with a unit leaves it the place it has: the file still meets it.
    @Test func dedupeMakesThemOne() throws {
        let store = try SQLiteStore()
        let units = [unit("Ouvrir", id: "1"), unit("Ouvrir", id: "2")]
        #expect(try write(units, to: store, marked: true).created == 2)
        var options = DedupeOptions(.both)
        options.preference = .oldest
        _ = try store.dedupe(options, dryRun: false, as: RevisionInfo(action: "dedupe")) { _ in }
        #expect(try store.statistics().units == 1)
        #expect(try write([units[0]], to: store, marked: true).skipped == [.known: 1])
    }

    @Test func headsAreKeptByFile() throws {
        let store = try SQLiteStore()
        #expect(try store.head(ofFile: "a") == nil)
        try store.keepHead("<1>", ofFile: "a")
        try store.keepHead("<2>", ofFile: "b")
        try store.keepHead("<3>", ofFile: "a")
        #expect(try store.head(ofFile: "a") == "<3>" && store.head(ofFile: "b") == "<2>")
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            _ = try store.write(mode: .keep, termLinks: .whenPresent, revision: RevisionInfo(action: "import")) { _ in
                try store.keepHead("<4>", ofFile: "a")
                throw Stop()
            }
        }
        // What a write that failed kept is gone with it.
        #expect(try store.head(ofFile: "a") == "<3>")
        #expect(try store.statistics().units == 0)
    }

    /// An undo gives back the head a file had before, and an undo of that the later one.
    @Test func undoGivesHeadsBack() throws {
        let store = try SQLiteStore()
        func take(_ unit: TranslationUnit?, head: UTF8Text) throws -> Int64? {
            try store.write(mode: .keep, termLinks: .whenPresent, revision: RevisionInfo(action: "import")) { add in
                try store.keepHead("<begun>", ofFile: "a")
                try store.keepHead(head, ofFile: "a")
                if let unit { _ = try add(PreparedUnit(unit)) }
            }.revision
        }
        func undo(_ revision: Int64) throws -> Int64? {
            try store.undo(revision, keepsChanged: false, as: RevisionInfo(action: "undo")).revision
        }
        let first = try #require(try take(unit("Ouvrir", id: "1"), head: "<1>"))
        let second = try #require(try take(unit("Fermer", id: "2", of: "Close"), head: "<2>"))
        let back = try #require(try undo(second))
        #expect(try store.head(ofFile: "a") == "<1>" && store.statistics().units == 1)
        #expect(try undo(back) != nil)
        #expect(try store.head(ofFile: "a") == "<2>" && store.statistics().units == 2)
        // A head that was changed since stays, and so does one that no revision changed.
        _ = try undo(first)
        #expect(try store.head(ofFile: "a") == "<2>" && store.statistics().units == 1)
        #expect(try take(nil, head: "<3>") == nil)
        #expect(try store.head(ofFile: "a") == "<3>")
        // Of an only import nothing is left.
        let other = try SQLiteStore()
        let only = try other.write(
            mode: .keep, termLinks: .whenPresent, revision: RevisionInfo(action: "import")
        ) { add in
            try other.keepHead("<1>", ofFile: "b")
            _ = try add(PreparedUnit(unit("Ouvrir", id: "1")))
        }.revision
        _ = try other.undo(try #require(only), keepsChanged: false, as: RevisionInfo(action: "undo"))
        #expect(try other.head(ofFile: "b") == nil)
    }
}
