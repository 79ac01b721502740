/// What a character and the marks behind it become in NFC, kept for short ones.
///
/// Of two with one slot the later one is kept.
final class ComposedPieces {
    struct Piece {
        /// Up to sixteen bytes, the first the lowest; no piece consists of zeroes alone.
        fileprivate var source: (UInt64, UInt64) = (0, 0)
        let target: (UInt64, UInt64)
        /// 0 where it stays as it is.
        let targetCount: UInt8
        /// Bytes of the characters that both begin with.
        let same: UInt8
    }

    static let longest = 16
    private static let size = 2_048
    private static let shift: UInt64 = 64 - 11

    private let pieces: UnsafeMutablePointer<Piece>

    init() {
        pieces = .allocate(capacity: Self.size)
        pieces.initialize(repeating: Piece(target: (0, 0), targetCount: 0, same: 0), count: Self.size)
    }

    deinit { pieces.deallocate() }

    /// What a piece of a text of at most `longest` bytes becomes; `nil` where that is longer. O(1).
    @inline(__always)
    func piece(_ range: ByteRange, of text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<Piece>? {
        let key = Self.load(range, of: text)
        let piece = pieces + Self.slot(key)
        if (piece.pointee.source.0 ^ key.0) | (piece.pointee.source.1 ^ key.1) == 0 { return UnsafePointer(piece) }
        return learn(key, UnsafeBufferPointer(rebasing: text[range]), piece)
    }

    private func learn(
        _ key: (UInt64, UInt64), _ source: UnsafeBufferPointer<UInt8>, _ piece: UnsafeMutablePointer<Piece>
    ) -> UnsafePointer<Piece>? {
        guard let target = Self.composed(source) else {
            piece.pointee = Piece(source: key, target: (0, 0), targetCount: 0, same: 0)
            return UnsafePointer(piece)
        }
        guard target.count <= Self.longest else { return nil }
        piece.pointee = target.withUnsafeBufferPointer { target in
            Piece(
                source: key, target: Self.load(0..<target.count, of: target), targetCount: UInt8(target.count),
                same: UInt8(Self.sameCharacters(source, target)))
        }
        return UnsafePointer(piece)
    }

    /// A piece in NFC; `nil` where it stays, as one does that ICU cannot compose.
    static func composed(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let piece = UTF8Text(unchecked: Array(source))
        guard let target = try? NormalizationForm.nfc.apply(to: piece), target != piece, !target.isEmpty else {
            return nil
        }
        return target.bytes
    }

    /// Bytes of the characters that both begin with.
    static func sameCharacters(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
        let shorter = min(one.count, other.count)
        var count = 0
        while count < shorter, one[count] == other[count] { count += 1 }
        func isAmid(_ text: UnsafeBufferPointer<UInt8>) -> Bool { count < text.count && text[count] & 0xC0 == 0x80 }
        while count > 0, isAmid(one) || isAmid(other) { count -= 1 }
        return count
    }

    /// A range of up to sixteen bytes as two numbers, the first the lowest.
    @inline(__always)
    private static func load(_ range: ByteRange, of text: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        let raw = UnsafeRawBufferPointer(text)
        let middle = range.lowerBound + 8
        return (ASCIIWord.load(raw, range), range.count > 8 ? ASCIIWord.load(raw, middle..<range.upperBound) : 0)
    }

    @inline(__always)
    private static func slot(_ key: (UInt64, UInt64)) -> Int {
        Int(truncatingIfNeeded: (key.0 &* 0x9E37_79B9_7F4A_7C15 &+ key.1 &* 0xD6E8_FEB8_6659_FD93) >> shift)
    }
}
