internal import CICU

/// A quick look whether valid UTF-8 is in NFC (the quick check of UAX #15, section 9, on bytes).
///
/// ICU's own check goes through UTF-8 a character at a time by its trie; most press copy consists of characters that
/// no form ever touches, and a table of two bits a character tells several times faster.
enum CompositionCheck {
    /// `true` if the text is in NFC for certain, `false` if only the whole algorithm tells. O(n).
    static func isCertain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        classes.withUnsafeBufferPointer { classes in
            guard classes.count == 0x10000 / 4, let raw = UnsafeRawPointer(bytes.baseAddress) else { return false }
            var offset = 0
            let count = bytes.count
            var isAfterMark = false
            while offset < count {
                let lead = bytes[offset]
                if lead < 0x80 {
                    isAfterMark = false
                    offset += 1
                    while offset + 8 <= count,
                        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                    {
                        offset += 8
                    }
                    continue
                }
                let scalar: Int
                if lead < 0xE0 {
                    guard offset + 2 <= count else { return false }
                    scalar = Int(lead & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F)
                    offset += 2
                } else if lead < 0xF0 {
                    guard offset + 3 <= count else { return false }
                    scalar =
                        Int(lead & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
                    offset += 3
                } else {
                    return false
                }
                switch classes[scalar >> 2] >> ((scalar & 3) << 1) & 3 {
                case 0: isAfterMark = false
                case 1:
                    // Two marks may stand in the wrong order.
                    if isAfterMark { return false }
                    isAfterMark = true
                default: return false
                }
            }
            return true
        }
    }

    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 0x10000 / 4)
        return dgm_composition_classes(&classes) == 0 ? classes : []
    }()
}
