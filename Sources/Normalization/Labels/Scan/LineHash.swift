internal import UnicodeText

/// A number for a line's bytes, eight a step, under a key drawn by chance so that no text can make lines collide.
///
/// The multiply and fold of wyhash (Wang Yi 2019).
struct LineHash {
    private static let keys = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

    private let factor: UInt64
    private var state: UInt64

    init(count: Int) {
        let (start, factor) = Self.keys
        self.factor = factor
        state = start ^ UInt64(count)
    }

    /// Takes the next eight bytes, zeroes behind the end.
    @inline(__always)
    mutating func take(_ word: UInt64) { state = Self.mix(state ^ word, factor) }

    var value: UInt64 { Self.mix(state, factor) }

    /// O(n).
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = LineHash(count: bytes.count)
        for offset in stride(from: 0, to: bytes.count, by: 8) { hash.take(ASCIIWord.load(bytes, at: offset)) }
        return hash.value
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
