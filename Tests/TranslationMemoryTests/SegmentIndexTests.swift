import Foundation
import FuzzyMatching
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct SegmentIndexTests {
    /// More texts than an index without a file has.
    private static func fill(_ store: SQLiteStore, _ texts: Range<Int>) throws {
        try store.write(
            texts.map {
                .english(text($0), ["fr": UTF8Text("Phrase \($0)")])
            },
            revision: .test)
    }

    /// A word for a number: figures are all alike.
    private static func spelled(_ number: Int) -> String {
        String(decoding: String(number).utf8.map { $0 &- 0x30 &+ 0x61 }, as: UTF8.self) + "x"
    }

    private static func found(_ index: SegmentIndex, _ number: Int, minimum: Int = 95) throws -> [UTF8Text] {
        try index.matches(for: UTF8Text("sentence \(spelled(number)) of the memory"), minimum: minimum, limit: 0).map(
            \.text)
    }

    private static func text(_ number: Int) -> UTF8Text { UTF8Text("Sentence \(spelled(number)) of the memory") }

    @Test func changesAreSeenAtOnce() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<100)
        let index = try SegmentIndex(store, language: "en")
        #expect(try Self.found(index, 7) == [Self.text(7)])
        #expect(try Self.found(index, 100).isEmpty)
        // Another process's store.
        try Self.fill(try SQLiteStore(path: folder["m.db"]), 100..<103)
        #expect(try Self.found(index, 100) == [Self.text(100)])
        #expect(try Self.found(index, 7) == [Self.text(7)])
        // A unit whose text changes is found by the new one alone.
        let unit = try #require(try store.units(matching: Self.text(7), language: "en").first)
        try store.write(
            [
                TranslationUnit(
                    sourceLanguage: "fr",
                    variants: [
                        Variant(language: "fr", segment: "Phrase"),
                        Variant(language: "en", segment: "A sentence of Friday"),
                    ])
            ], revision: .test)
        #expect(
            try index.matches(for: "a sentence of Friday", minimum: 90, limit: 1).map(\.text) == [
                "A sentence of Friday"
            ])
        #expect(try index.matches(for: Self.text(7), minimum: 100, limit: 1).map(\.id) == [try #require(unit.id)])
    }

    @Test func hiddenOnesTakeNobodysPlace() throws {
        let store = try SQLiteStore()
        var units = (0..<60).map { TranslationUnit.english(Self.text($0), ["fr": "x"]) }
        for place in units.indices { units[place].sourceLanguage = "fr"; units[place].variants.swapAt(0, 1) }
        for place in units.indices {
            units[place].variants[0].segment = InlineText(UTF8Text("x\(Self.spelled(place))"))
        }
        try store.write(units, revision: .test)
        let index = try SegmentIndex(store, language: "en")
        let query: UTF8Text = "Sentence y of the memory"
        #expect(try index.matches(for: query, minimum: 60, limit: 5).count == 5)
        // The first forty get other texts.
        var changed = Array(units[..<40])
        for place in changed.indices { changed[place].variants[1].segment = "Nothing like it" }
        try store.write(changed, mode: .replace, revision: .test)
        let best = try index.matches(for: query, minimum: 60, limit: 5)
        #expect(best.map(\.text) == (40..<45).map(Self.text))
        #expect(try index.matches(for: query, minimum: 60, limit: 0).count == 20)
    }

    @Test func theFileIsMadeUsedAndMadeAnew() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<SegmentIndex.smallest)
        let file = try #require(IndexFile(store, language: "en"))
        #expect(!file.exists)
        let made = try SegmentIndex(store, language: "en")
        #expect(file.exists)
        let read = try #require(try file.open(store, try store.state()))
        try read.verify()
        #expect(read.count == SegmentIndex.smallest)
        // Fresh enough, so nothing is made; too old, so it is.
        try Self.fill(store, 10_000..<10_010)
        #expect(try SegmentIndex.update(store, language: "en") == nil)
        #expect(try Self.found(try SegmentIndex(store, language: "en"), 10_003) == [Self.text(10_003)])
        try Self.fill(store, 20_000..<20_001 + SegmentIndex.longestTail(read.count))
        #expect(try Self.found(made, 20_500) == [Self.text(20_500)])
        await made.finishMerging()
        #expect(try file.open(store, try store.state())?.stamp.revision == 3)
        // Deleted, it is made again.
        try FileManager.default.removeItem(atPath: file.path)
        #expect(try Self.found(try SegmentIndex(store, language: "en"), 20_500) == [Self.text(20_500)])
        #expect(file.exists)
    }

    @Test func aFileOfAnotherMemoryIsNotUsed() throws {
        let folder = try TemporaryFolder()
        var store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<SegmentIndex.smallest)
        _ = try SegmentIndex(store, language: "en")
        try store.close()
        for name in ["m.db", "m.db-wal", "m.db-shm"] { try? FileManager.default.removeItem(atPath: folder[name]) }
        store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 5_000..<5_000 + SegmentIndex.smallest)
        let index = try SegmentIndex(store, language: "en")
        #expect(try Self.found(index, 7).isEmpty)
        #expect(try Self.found(index, 5_007) == [Self.text(5_007)])
    }

    @Test func aDamagedFileIsMadeAnew() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<SegmentIndex.smallest)
        _ = try SegmentIndex(store, language: "en")
        let file = try #require(IndexFile(store, language: "en"))
        let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
        var random = SplitMix(seed: 3)
        var foundDamage = 0
        for _ in 0..<12 {
            var bytes = sound
            let start = Int.random(in: 2_000..<bytes.count - 4_000, using: &random)
            for place in start..<start + 4_000 { bytes[place] = 0xFF }
            try Data(bytes).write(to: URL(fileURLWithPath: file.path))
            let index = try SegmentIndex(store, language: "en")
            _ = try Self.found(index, 7)
            let after = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
            if after != bytes {
                foundDamage += 1
                #expect(try Self.found(index, 7) == [Self.text(7)])
                #expect(try Self.found(index, 1_900) == [Self.text(1_900)])
            }
        }
        #expect(foundDamage > 0)
    }

    @Test func withoutAPlaceForFiles() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<SegmentIndex.smallest)
        // A file where the folder should be.
        try Data().write(to: URL(fileURLWithPath: folder["m.db-index"]))
        #expect(try Self.found(try SegmentIndex(store, language: "en"), 7) == [Self.text(7)])
        #expect(throws: FuzzyIndexError.self) { try SegmentIndex.update(store, language: "en", always: true) }
    }

    @Test func muchThatChangedIsMergedBesideTheSearches() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try Self.fill(store, 0..<2_500)
        let index = try SegmentIndex(store, language: "en")
        let file = try #require(IndexFile(store, language: "en"))
        let before = try #require(try file.open(store, try store.state()))
        try Self.fill(store, 2_500..<2_500 + SegmentIndex.longestTail(2_500) + 1)
        #expect(try Self.found(index, 2_600) == [Self.text(2_600)])
        await index.finishMerging()
        let after = try #require(try file.open(store, try store.state()))
        #expect(before.count == 2_500 && after.count == 4_501)
        #expect(after.stamp.revision == (try store.state().revision))
        for number in [7, 2_600, 4_500] { #expect(try Self.found(index, number) == [Self.text(number)]) }
    }
}
