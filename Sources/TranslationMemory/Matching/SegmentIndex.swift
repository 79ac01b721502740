internal import FuzzyMatching
internal import UnicodeText

/// The fuzzy index of a memory's texts in one language, of units that have a translation to offer.
struct SegmentIndex: Sendable {
    let language: LanguageTag
    private let index: FuzzyIndex
    /// By the index's ids: the unit, and which of its variants in the language.
    private let places: [(unit: Int64, ordinal: Int)]

    /// Reads the memory twice. O(texts).
    init(_ store: any Store, source: LanguageTag, targets: [LanguageTag]) throws {
        language = source
        var translated: Set<Int64> = []
        for target in targets { try store.forEachSegment(in: target) { unit, _ in translated.insert(unit) } }
        var segments: [(Int64, UTF8Text)] = []
        var places: [(unit: Int64, ordinal: Int)] = []
        var last: (unit: Int64, ordinal: Int)?
        try store.forEachSegment(in: source) { unit, text in
            let ordinal = last.map { $0.unit == unit ? $0.ordinal + 1 : 0 } ?? 0
            last = (unit, ordinal)
            guard translated.contains(unit) else { return }
            segments.append((Int64(places.count), text))
            places.append((unit, ordinal))
        }
        self.places = places
        index = FuzzyIndex(language: source, segments: segments)
    }

    /// Best first; at most `limit`, 0 for all.
    func matches(for text: UTF8Text, minimum: Int, limit: Int) -> [(unit: Int64, ordinal: Int, score: Int)] {
        index.matches(for: text, minimum: minimum, limit: limit).map { match in
            let place = places[Int(match.id)]
            return (place.unit, place.ordinal, match.score)
        }
    }
}
