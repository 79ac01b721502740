/// A row of an index: the length of a unit's source text in bytes, and the unit's number.
enum ConcordanceRow {
    private static let longest = Int64(0x7FFF)
    static let largestUnit = Int64(UInt32.max)

    /// `nil` for a unit whose number is too large.
    static func number(length: Int, unit: Int64) -> Int64? {
        guard unit >= 0, unit <= largestUnit else { return nil }
        return min(Int64(length), longest) << 32 | unit
    }

    /// At most the length.
    static func length(of row: Int64) -> Int { Int(row >> 32) }

    static func unit(of row: Int64) -> Int64 { row & largestUnit }
}
