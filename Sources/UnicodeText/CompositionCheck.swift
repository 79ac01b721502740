internal import CICU

/// A quick look whether valid UTF-8 is in NFC (the quick check of UAX #15, section 9, on bytes).
///
/// ICU's own check goes through UTF-8 a character at a time by its trie; most press copy consists of characters that
/// no form ever touches, and a table of two bits a character tells several times faster.
enum CompositionCheck {
    /// `true` if the text is in NFC for certain, `false` if only the whole algorithm tells. O(n).
    static func isCertain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { forEachUncertain(in: bytes) { _ in false } }

    /// Calls `found` with each piece of which only the whole algorithm tells whether it is in NFC, until it says that it
    /// wants no more; `true` if it never does. O(n).
    ///
    /// A piece is a character that begins a composition and what may be composed with it or change places behind it, so
    /// that the text in NFC is its pieces in NFC and all between them as it is.
    @inline(__always)
    static func forEachUncertain(in bytes: UnsafeBufferPointer<UInt8>, _ found: (ByteRange) -> Bool) -> Bool {
        classes.withUnsafeBufferPointer { classes in
            guard let raw = UnsafeRawPointer(bytes.baseAddress) else { return true }
            let count = bytes.count
            guard let table = classes.baseAddress, classes.count == tableSize else { return found(0..<count) }
            let blocks = table + 0x10000 / 4
            var (offset, start, isAfterMark) = (0, 0, false)
            while offset < count {
                if bytes[offset] < 0x80 {
                    offset = endOfASCII(raw, offset, count)
                    // The last of them may be composed with what follows.
                    start = offset - 1
                    isAfterMark = false
                    continue
                }
                if let length = inertLength(raw, offset, count, blocks) {
                    start = offset
                    isAfterMark = false
                    offset += length
                    continue
                }
                let (kind, length) = character(raw, offset, count, table)
                switch kind {
                case 0:
                    start = offset
                    isAfterMark = false
                case 1 where !isAfterMark: isAfterMark = true
                default:
                    // Something that may be composed, or two marks, which may stand in the wrong order.
                    if kind == 3 { start = offset }
                    offset += length
                    while offset < count, bytes[offset] >= 0x80 {
                        let (kind, length) = character(raw, offset, count, table)
                        if kind == 0 || kind == 3 { break }
                        offset += length
                    }
                    guard found(start..<offset) else { return false }
                    start = offset
                    isAfterMark = false
                    continue
                }
                offset += length
            }
            return true
        }
    }

    @inline(__always)
    private static func endOfASCII(_ raw: UnsafeRawPointer, _ start: Int, _ count: Int) -> Int {
        var offset = start
        while offset + 8 <= count {
            let high =
                raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
            if high != 0 { return offset + high.trailingZeroBitCount >> 3 }
            offset += 8
        }
        while offset < count, raw.load(fromByteOffset: offset, as: UInt8.self) < 0x80 { offset += 1 }
        return offset
    }

    /// The length of a character of a block whose characters all may stand anywhere.
    @inline(__always)
    private static func inertLength(
        _ raw: UnsafeRawPointer, _ offset: Int, _ count: Int, _ blocks: UnsafePointer<UInt8>
    ) -> Int? {
        let lead = Int(raw.load(fromByteOffset: offset, as: UInt8.self))
        if lead < 0xE0 { return blocks[lead & 0x1F] == 0 && offset + 2 <= count ? 2 : nil }
        guard lead < 0xF0, offset + 3 <= count else { return nil }
        let second = Int(raw.load(fromByteOffset: offset + 1, as: UInt8.self))
        return blocks[(lead & 0x0F) << 6 | second & 0x3F] == 0 ? 3 : nil
    }

    /// The class of a character beyond ASCII and how long it is. Beyond the first plane, and where bytes are missing, it
    /// is one of which only the whole algorithm tells.
    @inline(__always)
    private static func character(
        _ raw: UnsafeRawPointer, _ offset: Int, _ count: Int, _ classes: UnsafePointer<UInt8>
    ) -> (kind: UInt8, length: Int) {
        func byte(_ index: Int) -> Int { Int(raw.load(fromByteOffset: offset + index, as: UInt8.self)) }
        let lead = byte(0)
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length < 4, offset + length <= count else { return (2, min(length, count - offset)) }
        let scalar =
            length == 2
            ? (lead & 0x1F) << 6 | byte(1) & 0x3F : (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | byte(2) & 0x3F
        return (classes[scalar >> 2] >> UInt8((scalar & 3) << 1) & 3, length)
    }

    private static let tableSize = 0x10000 / 4 + 0x10000 / 64

    /// Two bits a character of the first plane, and behind them a byte for each 64 characters: 0 where all may stand
    /// anywhere.
    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 0x10000 / 4)
        guard dgm_composition_classes(&classes) == 0 else { return [] }
        return classes + (0..<0x10000 / 64).map { block in classes[block * 16..<block * 16 + 16].reduce(0, |) }
    }()
}
