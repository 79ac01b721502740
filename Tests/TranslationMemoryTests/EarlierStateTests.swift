import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct EarlierStateTests {
    private static func earlierUnits(_ store: SQLiteStore, _ filter: UnitFilter = .all, asOf revision: Int64) throws
        -> [TranslationUnit]
    {
        var result: [TranslationUnit] = []
        try store.forEachUnit(where: filter, asOf: revision) { result.append($0) }
        return result
    }

    private static func info(_ number: Int64) -> RevisionInfo {
        RevisionInfo(date: Timestamp(milliseconds: 1000 * number), action: "test")
    }

    /// One change of any kind; `nil` where there was nothing to change.
    private static func change(_ store: SQLiteStore, _ random: inout SplitMix) throws -> Int64? {
        let last = try store.state().revision
        let info = info(last + 1)
        var filter = UnitFilter()
        filter.sourceText = UTF8Text(String(Int.random(in: 0...2, using: &random)))
        switch Int.random(in: 0...6, using: &random) {
        case 0:
            return try store.edit(
                where: filter, [.replace("text", with: "Text", language: "en")], dryRun: false, as: info
            ) { _ in }.revision
        case 1:
            return try store.edit(
                where: filter, [.setOriginName("n\(last)"), .setLanguage("fr", to: "fr-CA")], dryRun: false, as: info
            ) { _ in }.revision
        case 2: return try store.delete(where: filter, dryRun: false, as: info) { _ in }.revision
        case 3:
            let by = DedupeOptions.Criterion.allCases.randomElement(using: &random) ?? .both
            return try store.dedupe(DedupeOptions(by), dryRun: false, as: info) { _ in }.revision
        case 4 where last > 0:
            return try store.undo(Int64.random(in: 1...last, using: &random), keepsChanged: true, as: info).revision
        default:
            let mode = ImportMode.allCases.randomElement(using: &random) ?? .keep
            return try store.write(
                (0..<4).map { _ in TranslationUnit.random(&random) }, mode: mode, revision: info
            ).revision
        }
    }

    /// After any changes the state as of each revision is what the memory was then, and so are what changed between any two
    /// and each unit.
    @Test func everyRevisionsStateIsKnown() throws {
        var random = SplitMix(seed: 1789)
        for _ in 0..<5 {
            let store = try SQLiteStore()
            var states: [[TranslationUnit]] = [[]]
            while states.count < 16 {
                guard let revision = try Self.change(store, &random) else { continue }
                #expect(revision == Int64(states.count))
                states.append(try units(store))
            }
            #expect(try problems(store).isEmpty)
            let ids = Set(states.joined().compactMap(\.id))
            for (revision, state) in states.enumerated() {
                #expect(try Self.earlierUnits(store, asOf: Int64(revision)) == state)
                for id in ids {
                    #expect(try store.unit(id: id, asOf: Int64(revision)) == state.first { $0.id == id })
                }
            }
            for _ in 0..<10 {
                let first = Int.random(in: 1..<states.count, using: &random)
                let last = Int.random(in: first..<states.count, using: &random)
                var copy = Dictionary(uniqueKeysWithValues: states[first - 1].map { ($0.id, $0) })
                try store.forEachChangedUnit(where: .all, from: Int64(first), through: Int64(last)) { id, unit in
                    // Nothing is told to be deleted that was not there.
                    if unit == nil { #expect(copy[id] != nil) }
                    copy[id] = unit
                }
                #expect(copy == Dictionary(uniqueKeysWithValues: states[last].map { ($0.id, $0) }))
            }
        }
    }

    /// Filters are asked of the units as they were, and dates of the changes up to then.
    @Test func filters() throws {
        let store = try SQLiteStore()
        try store.write([.english("One", ["fr": "Un"]), .english("Two", ["fr": "Deux"])], revision: Self.info(1))
        try store.write([.english("Two", ["fr": "Toi"])], mode: .replace, revision: Self.info(2))
        try store.write([.english("Two", ["fr": "Trois"])], mode: .replace, revision: Self.info(3))
        func ids(_ revision: Int64, _ change: (inout UnitFilter) -> Void) throws -> [Int64?] {
            var filter = UnitFilter()
            change(&filter)
            return try Self.earlierUnits(store, filter, asOf: revision).map(\.id)
        }
        #expect(try ids(1) { $0.targetText = "Deux" } == [2])
        #expect(try ids(2) { $0.targetText = "Deux" } == [])
        #expect(try ids(2) { $0.changedSince = Timestamp(milliseconds: 2000) } == [2])
        #expect(try ids(2) { $0.changedBefore = Timestamp(milliseconds: 2000) } == [1])
        #expect(try ids(1) { $0.changedBefore = Timestamp(milliseconds: 2000) } == [1, 2])
        #expect(try ids(0) { _ in } == [])
        for revision in [-1, 4, Int64.max] {
            let error = #expect(throws: MemoryError.self) { try Self.earlierUnits(store, asOf: revision) }
            #expect(error?.kind == .noRevision)
            #expect(throws: MemoryError.self) { try store.unit(id: 1, asOf: revision) }
            #expect(throws: MemoryError.self) {
                try store.forEachChangedUnit(where: .all, from: 1, through: revision) { _, _ in }
            }
        }
        for first in [Int64.min, 0, 5] {
            #expect(throws: MemoryError.self) {
                try store.forEachChangedUnit(where: .all, from: first, through: 3) { _, _ in }
            }
        }
        try store.forEachChangedUnit(where: .all, from: 4, through: 3) { id, _ in Issue.record("unit \(id)") }
    }

    /// What SQL finds in the memory as it is, asking each unit finds, too.
    @Test func filtersAreAskedAlike() throws {
        var random = SplitMix(seed: 4711)
        let store = try SQLiteStore()
        try store.write((0..<60).map { _ in randomUnit(&random) }, revision: Self.info(1))
        try store.write((0..<60).map { _ in TranslationUnit.random(&random) }, revision: Self.info(2))
        let all = try units(store)
        for _ in 0..<60 {
            var filter = UnitFilter()
            let model = all.randomElement(using: &random)
            func some() -> Bool { Int.random(in: 0..<5, using: &random) == 0 }
            if some() { filter.ids = Set(all.compactMap(\.id).filter { $0 % 3 != 0 }) }
            if some() { filter.allLanguages = ["fr", "pt"] }
            if some() { filter.anyLanguage = ["ar", "zh"] }
            if some() { filter.sourceLanguage = Bool.random(using: &random) ? "en" : "fr" }
            if some() { filter.kinds = [.phrase, .block] }
            if some() { filter.originKinds = [.press, .import, .manual] }
            if some() { filter.originName = model?.origin.name }
            if some() { filter.concepts = model?.termLinks.first.map { [$0.concept] } }
            if some() { filter.changedSince = Timestamp(milliseconds: 2000) }
            if some() { filter.changedBefore = Timestamp(milliseconds: 2000) }
            if some(), let text = model?.source?.segment.text { filter.sourceText = text }
            if some() { filter.targetText = model?.variants.last?.segment.text }
            if some(), let attribute = model?.attributes.first { filter.attributes = [attribute] }
            if some() { filter.minimumUsage = 1 }
            if some() { filter.maximumUsage = 2 }
            var found: [TranslationUnit] = []
            try store.forEachUnit(where: filter) { found.append($0) }
            #expect(try Self.earlierUnits(store, filter, asOf: 2) == found)
        }
    }
}
