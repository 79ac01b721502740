internal import UnicodeText

/// The place of a unit among the hits.
///
/// By relevance whole words come before parts of words; then the very characters before other case, and other case before
/// other marks; then terms that stand close to each other; then short units (bytes of the source text); then those with
/// translations in more of the wanted languages; then those changed last, and of one revision the one with the lowest
/// number.
struct ConcordanceRank {
    var quality: ConcordanceQuality
    var length: Int
    /// Wanted languages without a translation.
    var missing: Int
    /// Number of the revision that changed the unit last.
    var changed: Int64
    var unit: Int64

    func precedes(_ other: ConcordanceRank, in order: ConcordanceQuery.Order) -> Bool {
        switch order {
        case .relevance:
            if quality != other.quality { return quality < other.quality }
            if length != other.length { return length < other.length }
            if missing != other.missing { return missing < other.missing }
            return (-changed, unit) < (-other.changed, other.unit)
        case .newest: return (changed, unit) > (other.changed, other.unit)
        case .memory: return unit < other.unit
        }
    }
}
