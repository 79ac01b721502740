/// How much of a segment is known already. Each segment is in one band.
public enum AnalysisBand: String, Hashable, Sendable, Codable, CaseIterable {
    /// 101 and 102: the same text in the same place.
    case context
    /// The same text stands further up in these files.
    case repetition
    case exact = "100"
    case from95 = "95-99"
    case from85 = "85-94"
    case from75 = "75-84"
    case from50 = "50-74"
    /// A text further up in these files is more like it than any in the memory.
    case internal95 = "internal 95-99"
    case internal85 = "internal 85-94"
    case internal75 = "internal 75-84"
    case internal50 = "internal 50-74"
    case new

    /// The lowest score that an analysis knows, percent; it does not depend on what look-ups return.
    static let lowestScore = 50

    /// The band of the best scores: `memory` of a match there, `inside` of a text further up in the files.
    init(memory: Int, inside: Int) {
        let isInside = inside > memory
        switch max(memory, inside) {
        case 101...: self = .context
        case 100: self = .exact
        case 95...99: self = isInside ? .internal95 : .from95
        case 85...94: self = isInside ? .internal85 : .from85
        case 75...84: self = isInside ? .internal75 : .from75
        case Self.lowestScore...74: self = isInside ? .internal50 : .from50
        default: self = .new
        }
    }
}
