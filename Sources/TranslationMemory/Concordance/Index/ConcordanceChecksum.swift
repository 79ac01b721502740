/// A sum over all that is in an index, whatever the order.
struct ConcordanceChecksum {
    private var sum: UInt64 = 0

    var value: Int64 { Int64(bitPattern: sum) }

    /// - Parameter place: Number of the token in its unit.
    mutating func add(token: ArraySlice<UInt8>, row: Int64, place: Int) {
        sum &+= Self.hash(token, UInt64(bitPattern: row) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(place))
    }

    mutating func add(word: ArraySlice<UInt8>) { sum &+= Self.hash(word, 0x5851_F42D_4C95_7F2D) }

    /// FNV-1a, and the last step of SplitMix (Steele, Lea, Flood 2014) so that sums of it are not zero by chance.
    private static func hash(_ bytes: ArraySlice<UInt8>, _ seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }
}
