import Foundation
import FuzzyMatching
import Interchange
import TranslationMemory
import UnicodeText

extension FuzzTarget {
    static let memory = [
        FuzzTarget("fuzzy") { bytes in
            var input = Input(bytes)
            let minimum = input.choose([70, 50, 85, 49, 1, 30, 99, 100, 0])
            let limit = input.choose([0, 1, 3])
            var lines = input.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(40)
                .map { UTF8Text(unchecked: Array($0)) }
            let query = lines.removeFirst()
            // Ids repeat, as the variants of a unit do.
            let segments = lines.enumerated().map { (Int64($0.offset / 2), $0.element) }
            checkSearch(query, segments, minimum: max(1, minimum), limit: limit)
        },
        FuzzTarget("units") { bytes in
            var input = Input(bytes)
            let mode = input.choose(ImportMode.allCases)
            var units: [TranslationUnit] = []
            try? TMXReader(file: nil).read(pieces(of: input.bytes), unit: { units.append($0) })
            do { try checkWriting(units, mode: mode) } catch { fatalError("\(error)") }
        },
        FuzzTarget("store") { bytes in
            let file = StoreFile.damaged(by: bytes)
            defer { file.remove() }
            file.use()
        },
    ]

    private static func pieces(of bytes: [UInt8]) -> () throws -> [UInt8] {
        var rest = bytes
        return {
            defer { rest = [] }
            return rest
        }
    }

    /// The index finds what comparing with every segment finds.
    private static func checkSearch(
        _ query: UTF8Text, _ segments: [(Int64, UTF8Text)], minimum: Int, limit: Int
    ) {
        var all: [FuzzyMatch] = []
        for (id, text) in segments {
            let comparison = FuzzyComparison(query: query, match: text, language: "en")
            check(comparison, query, text)
            guard comparison.score >= minimum else { continue }
            all.append(
                FuzzyMatch(
                    id: id, score: comparison.score, text: text, differences: comparison.differences,
                    penalties: comparison.penalties))
        }
        all.sort { ($1.score, $0.id) < ($0.score, $1.id) }
        guard let index = try? FuzzyIndex(language: "en", segments: segments),
            let found = try? index.matches(for: query, minimum: minimum, limit: limit)
        else { fatalError("a sound index is damaged") }
        let keys = found.map { [$0.score, Int($0.id)] }
        let wanted = (limit > 0 ? Array(all.prefix(limit)) : all).map { [$0.score, Int($0.id)] }
        require(keys == wanted, "\(keys) are not \(wanted)")
        require(found.allSatisfy { all.contains($0) }, "\(found) differ from \(all)")
    }

    private static func check(_ comparison: FuzzyComparison, _ query: UTF8Text, _ text: UTF8Text) {
        require((0...100).contains(comparison.score), "score \(comparison.score)")
        require((comparison.score == 100) == (query == text), "\(query.bytes) and \(text.bytes): \(comparison)")
        require(comparison.penalties.allSatisfy { $0.points > 0 }, "\(comparison)")
        for difference in comparison.differences {
            require(!difference.query.isEmpty || !difference.match.isEmpty, "\(difference) is none")
            for (range, side) in [(difference.query, query), (difference.match, text)] {
                require(range.upperBound <= side.count, "\(difference) is outside the text")
                require(UTF8Validation.firstError(in: side[range].bytes) == nil, "\(difference) cuts a character")
            }
        }
    }

    /// Every unit is counted once; what is read is what was written; written a second time, all is known.
    private static func checkWriting(_ units: [TranslationUnit], mode: ImportMode) throws {
        let store = try SQLiteStore()
        let revision = RevisionInfo(date: Timestamp(milliseconds: 0), action: "import")
        var outcomes: [WrittenUnit] = []
        let report = try store.write(units, mode: mode, revision: revision) { outcomes.append($0) }
        require(outcomes.count == units.count, "\(outcomes.count) outcomes of \(units.count) units")
        require(report.created + report.updated + report.skippedCount == units.count, "\(report)")
        require(report.created == outcomes.count { $0.outcome == .created }, "\(report)")
        let statistics = try store.statistics()
        require(statistics.units == report.created, "\(statistics) after \(report)")
        require(statistics.revisions == (report.hasChanges ? 1 : 0), "\(statistics) after \(report)")
        var stored: [TranslationUnit] = []
        try store.forEachUnit { stored.append($0) }
        require(stored.count == report.created, "\(stored.count) units after \(report)")
        require(
            statistics.variants.values.reduce(0, +) == stored.reduce(0) { $0 + $1.variants.count },
            "\(statistics) of \(stored)")
        for unit in stored {
            guard let id = unit.id else { fatalError("\(unit) has no number") }
            require(try store.unit(id: id) == unit, "\(unit) by its number")
            let history = try store.history(of: id)
            require(history.count == 1 && history[0].before == nil && history[0].after == unit, "\(history) of \(unit)")
            for variant in unit.variants {
                let found = try store.units(matching: variant.segment.text, language: variant.language)
                require(found.contains(unit), "\(unit) is not found by \(variant)")
            }
        }
        let again = try store.write(stored, mode: mode, revision: revision)
        require(!again.hasChanges && again.skippedCount == stored.count, "\(again) the second time")
        try store.close()
    }
}

/// A memory's file that something has befallen.
private struct StoreFile {
    let folder: String
    let path: String

    /// A memory with a little of everything in it, closed properly.
    private static let sound: [UInt8] = {
        do {
            let file = try StoreFile([])
            try FileManager.default.removeItem(atPath: file.path)
            defer { file.remove() }
            let store = try SQLiteStore(path: file.path)
            for (index, mode) in [ImportMode.keep, .addVariant, .replace].enumerated() {
                try store.write(units(index), mode: mode, revision: revision)
            }
            try store.close()
            return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
        } catch { fatalError("\(error)") }
    }()

    private static let revision = RevisionInfo(date: Timestamp(milliseconds: 0), action: "import", note: "a note")

    private static func units(_ round: Int) -> [TranslationUnit] {
        (0..<12).map { index in
            let code = InlineCode(
                kind: .placeholder, position: 3, attributes: [Attribute("x", "1")],
                content: [.text("<br>"), .sub([], InlineText("title"))])
            let source = Variant(
                language: "en",
                segment: InlineText(UTF8Text("The minister said it \(index)."), codes: index % 3 == 0 ? [code] : []),
                annotations: index % 4 == 0 ? [.note("seen"), .property("x-p", "v")] : [])
            let target = Variant(
                language: index % 2 == 0 ? "fr" : "zh", segment: InlineText(UTF8Text("\(round) \(index) ministre")),
                attributes: [Attribute("creationdate", "20231020T134400Z")])
            return TranslationUnit(
                sourceLanguage: "en", variants: [source, target],
                origin: Origin(.press, name: "a.txt", confidence: 0.5),
                context: Context(previous: "before", next: "after", id: "\(index)"),
                termLinks: [TermLink(concept: "g/1", term: "minister", range: 4..<12)])
        }
    }

    /// The sound file cut at a place, with bytes changed: four bytes of input a change, in the pages' heads mostly.
    static func damaged(by bytes: [UInt8]) -> StoreFile {
        var file = sound
        var changes = bytes[...]
        func number() -> Int { Int(changes.popFirst() ?? 0) << 8 | Int(changes.popFirst() ?? 0) }
        let cut = number()
        if cut > 0 { file.removeLast(file.count * cut / 65_536) }
        while changes.count >= 4, !file.isEmpty {
            let place = number()
            let kind = changes.popFirst() ?? 0
            let value = changes.popFirst() ?? 0
            // Pages are of 4096 bytes; their heads and cell pointers say what the rest means.
            let offset = kind & 1 == 0 ? place % 16 * 4096 + place / 16 % 64 : place * 7
            file[offset % file.count] = value
        }
        do { return try StoreFile(file) } catch { fatalError("\(error)") }
    }

    private init(_ bytes: [UInt8]) throws {
        let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = memory + "/dragoman-fuzz-" + UUID().uuidString
        path = folder + "/m.db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Whatever is asked of it gives an answer or a `MemoryError`.
    func use() {
        for access in [SQLiteStore.Access.readOnly, .readWrite] {
            attempt {
                let store = try SQLiteStore(path: path, access: access)
                attempt { _ = try store.statistics() }
                attempt { _ = try store.languages() }
                var ids: [Int64] = []
                attempt {
                    try store.forEachUnit { unit in
                        ids.append(unit.id ?? 0)
                        Self.check(unit)
                    }
                }
                attempt { try store.forEachSegment(in: "en") { Self.check($1) } }
                for id in ids.prefix(3) {
                    attempt { _ = try store.unit(id: id) }
                    attempt { _ = try store.history(of: id) }
                }
                attempt { _ = try store.units(matching: "The minister said it 1.", language: "en") }
                attempt { _ = try store.search(ConcordanceQuery("minister")) }
                if access == .readWrite {
                    attempt { try store.write(Self.units(9), mode: .replace, revision: Self.revision) }
                }
                attempt { try store.close() }
            }
        }
    }

    private static func check(_ unit: TranslationUnit) { for variant in unit.variants { check(variant.segment.text) } }

    private static func check(_ text: UTF8Text) {
        require(UTF8Validation.firstError(in: text.bytes) == nil, "not UTF-8 \(text.bytes)")
    }

    private func attempt(_ body: () throws -> Void) {
        do { try body() } catch is MemoryError {} catch { fatalError("no MemoryError: \(error)") }
    }
}
