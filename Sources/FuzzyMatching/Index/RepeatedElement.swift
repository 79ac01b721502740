/// The second or a later occurrence of a symbol in a segment, as one number that sorts by symbol.
enum RepeatedElement {
    static func key(_ symbol: UInt32, _ occurrence: UInt32) -> UInt64 { UInt64(symbol) << 32 | UInt64(occurrence) }
}
