internal import FuzzyMatching
internal import UnicodeText

/// One source segment with different translations in a run.
///
/// Segments of fewer than three words depend on where they stand and are left alone; case, blanks and marks do not count.
/// 500,000 segments are kept, of each two hashes of 64 bits and a place; what comes behind is compared with those only.
struct ConsistencyRule: CheckRule {
    private struct Seen {
        let target: UInt64
        let place: String
    }

    static let limit = 500_000
    private var seen: [UInt64: Seen] = [:]
    private let tokenizer = Tokenizer()

    mutating func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) throws {
        let source = unit.source.segment.text
        let key = try words(source)
        guard key.count >= 3 else { return }
        let (hash, target) = (Self.hash(key), Self.hash(try words(unit.target.segment.text)))
        guard let before = seen[hash] else {
            if seen.count < Self.limit {
                seen[hash] = Seen(target: target, place: unit.line.map { "line \($0)" } ?? "unit \(unit.id)")
            }
            return
        }
        if before.target != target {
            let range = unit.target.segment.text.trimmed(unit.target.segment.text.all)
            report(
                CheckFinding(
                    .inconsistentSegment, side: .target, range: range,
                    message: "the same segment has another translation at \(before.place)"))
        }
    }

    private func words(_ text: UTF8Text) throws -> [UTF8Text] {
        try tokenizer.tokens(of: text).filter { $0.kind != .sign }.map { try CaseMapping.fold(text[$0.range]) }
    }

    /// Seeded anew in every run: nobody can make segments that collide.
    private static func hash(_ words: [UTF8Text]) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(words)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
