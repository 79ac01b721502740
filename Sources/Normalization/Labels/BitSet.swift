/// A set of numbers below a power of two, or of larger ones by their hashes. It is not changed once others see it.
///
/// The places that hashes lead to are all there: they are looked at without a check of bounds.
final class BitSet: @unchecked Sendable {
    private let bits: UnsafeMutablePointer<UInt64>
    private let shift: UInt64

    /// - Parameter width: how many bits of a hash are looked at, at least six.
    init(width: Int) {
        let count = 1 << (width - 6)
        bits = .allocate(capacity: count)
        bits.initialize(repeating: 0, count: count)
        shift = UInt64(64 - width)
    }

    deinit { bits.deallocate() }

    func insert(_ number: UInt64) { insert(at: place(of: number)) }

    func insert(at place: Int) { bits[place >> 6] |= 1 << UInt64(place & 63) }

    /// 1 if the number may be among them, else 0.
    @inline(__always)
    func bit(_ number: UInt64) -> UInt64 { bit(at: place(of: number)) }

    /// - Parameter place: below the power of two.
    @inline(__always)
    func bit(at place: Int) -> UInt64 { bits[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 }

    @inline(__always)
    private func place(of number: UInt64) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
}
