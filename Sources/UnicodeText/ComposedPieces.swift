/// What a character and the marks behind it become in NFC, kept for short ones.
///
/// Of two with one slot the later one is kept.
final class ComposedPieces {
    private struct Piece {
        var source: (UInt64, UInt64) = (0, 0)
        var target: (UInt64, UInt64) = (0, 0)
        var sourceCount: UInt8 = 0
        /// 0 where it stays as it is.
        var targetCount: UInt8 = 0
    }

    private static let longest = 16
    private static let size = 2_048
    private static let shift: UInt64 = 64 - 11

    private let pieces: UnsafeMutablePointer<Piece>

    init() {
        pieces = .allocate(capacity: Self.size)
        pieces.initialize(repeating: Piece(), count: Self.size)
    }

    deinit { pieces.deallocate() }

    /// Calls `found` with what a piece becomes, if that is something else. A piece that ICU cannot compose stays.
    func composed(_ source: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard source.count <= Self.longest else {
            if let target = Self.composed(source) { target.withUnsafeBufferPointer(found) }
            return
        }
        let key = Self.load(source)
        let piece = pieces + Self.slot(key)
        if piece.pointee.source != key || Int(piece.pointee.sourceCount) != source.count {
            let target = Self.composed(source)
            guard target.map({ $0.count <= Self.longest }) ?? true else {
                target?.withUnsafeBufferPointer(found)
                return
            }
            piece.pointee = Piece(
                source: key, target: target.map { $0.withUnsafeBufferPointer(Self.load) } ?? (0, 0),
                sourceCount: UInt8(source.count), targetCount: UInt8(target?.count ?? 0))
        }
        guard piece.pointee.targetCount > 0 else { return }
        var target = (piece.pointee.target.0.littleEndian, piece.pointee.target.1.littleEndian)
        withUnsafeBytes(of: &target) { bytes in
            found(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[..<Int(piece.pointee.targetCount)]))
        }
    }

    private static func composed(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let piece = UTF8Text(unchecked: Array(source))
        guard let target = try? NormalizationForm.nfc.apply(to: piece), target != piece, !target.isEmpty else {
            return nil
        }
        return target.bytes
    }

    /// Up to sixteen bytes as two numbers, the first the lowest.
    private static func load(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        var (low, high) = (UInt64(0), UInt64(0))
        for index in 0..<min(8, bytes.count) { low |= UInt64(bytes[index]) << UInt64(8 * index) }
        if bytes.count > 8 { for index in 8..<bytes.count { high |= UInt64(bytes[index]) << UInt64(8 * (index - 8)) } }
        return (low, high)
    }

    private static func slot(_ key: (UInt64, UInt64)) -> Int {
        Int(truncatingIfNeeded: (key.0 &* 0x9E37_79B9_7F4A_7C15 &+ key.1 &* 0xD6E8_FEB8_6659_FD93) >> shift)
    }
}
