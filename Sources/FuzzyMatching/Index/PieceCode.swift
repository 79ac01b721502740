/// Numbers of pieces in one or two units of 16 bits, nearly all in one: they are numbered by frequency.
///
/// Two units are ff00 to ffff with the high eight bits, and the low sixteen. Shorter codes, of bytes, cost a search more
/// than they save: where each one ends cannot be foretold.
enum PieceCode {
    static let limit = 1 << 24
    /// Units that must be readable behind the last number.
    static let padding = 1

    static func append(_ number: UInt32, to units: inout [UInt16]) {
        if number < 0xFF00 {
            units.append(UInt16(number))
        } else {
            units.append(0xFF00 | UInt16(number >> 16))
            units.append(UInt16(truncatingIfNeeded: number))
        }
    }

    /// Reads a number and steps behind it. O(1).
    @inline(__always)
    static func next(_ position: inout UnsafePointer<UInt16>) -> Int {
        let first = Int(position[0])
        position += 1
        if first < 0xFF00 { return first }
        defer { position += 1 }
        return (first & 0xFF) << 16 | Int(position[0])
    }
}
