/// A segment while an index is built, in units of 16 bits: number of the units of its pieces, in two; its id, in four; and
/// its pieces (`PieceCode`).
enum BuilderRecord {
    private static let head = 6

    /// Begins a record in an empty array.
    static func begin(_ units: inout [UInt16], _ id: Int64) {
        units.append(0)
        units.append(0)
        for shift in stride(from: 0, to: 64, by: 16) { units.append(UInt16(truncatingIfNeeded: id >> shift)) }
    }

    /// To be called when all pieces are there.
    static func end(_ units: inout [UInt16]) {
        let count = units.count - head
        units[0] = UInt16(truncatingIfNeeded: count)
        units[1] = UInt16(count >> 16)
    }

    /// Reads a head and steps behind it. O(1).
    @inline(__always)
    static func next(_ position: inout UnsafePointer<UInt16>) -> (id: Int64, count: Int) {
        let count = Int(position[0]) | Int(position[1]) << 16
        var id: UInt64 = 0
        for unit in 0..<4 { id |= UInt64(position[2 + unit]) << UInt64(unit * 16) }
        position += head
        return (Int64(bitPattern: id), count)
    }
}
