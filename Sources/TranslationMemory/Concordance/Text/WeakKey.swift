internal import FuzzyMatching
internal import UnicodeText

/// The form texts are searched in: their folded key with white space runs as one blank, without marks (`BaseLetter`).
enum WeakKey {
    /// A character of the key with its marks.
    struct Element {
        var weak: UInt32
        /// The character with its marks; equal to `weak` without any.
        var strict: UInt64
        /// Bytes of the folded key.
        var range: ByteRange
    }

    /// The key alone. O(n); ASCII is done without ICU.
    static func bytes(of text: UTF8Text) -> [UInt8] {
        let key = FoldedKey.key(of: text)
        if isPlain(key.bytes) { return key.bytes }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(key.count)
        forEachElement(of: key) { element in
            if let scalar = Unicode.Scalar(element.weak) { bytes.append(scalar) }
        }
        return bytes
    }

    /// The elements of a folded key in order. O(n).
    static func forEachElement(of key: UTF8Text, _ found: (Element) -> Void) {
        var current: Element?
        key.bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                let range = offset..<offset + length
                offset += length
                if scalar.isBlank {
                    if let last = current, last.weak == 0x20 {
                        current?.range = last.range.lowerBound..<range.upperBound
                        continue
                    }
                    if let current { found(current) }
                    current = Element(weak: 0x20, strict: 0x20, range: range)
                    continue
                }
                switch BaseLetter.role(of: scalar.value, after: current?.weak ?? 0) {
                case .invisible: break
                case .mark:
                    guard let last = current, last.weak != 0x20 else { break }
                    current = Element(
                        weak: last.weak, strict: joined(last.strict, scalar.value),
                        range: last.range.lowerBound..<range.upperBound)
                case .letter(let base):
                    if let current { found(current) }
                    current = Element(weak: base, strict: UInt64(scalar.value), range: range)
                }
            }
        }
        if let current { found(current) }
    }

    /// Three code points fit; of more a mixture tells them apart.
    private static func joined(_ strict: UInt64, _ mark: UInt32) -> UInt64 {
        strict >> 42 == 0 ? strict << 21 | UInt64(mark) : strict &* 0x0000_0100_0000_01B3 ^ UInt64(mark)
    }

    /// Whether ASCII in which every white space is a single blank.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard isASCII(bytes) else { return false }
        var isAfterBlank = false
        for byte in bytes {
            if byte >= 0x09 && byte <= 0x0D { return false }
            if byte == 0x20 && isAfterBlank { return false }
            isAfterBlank = byte == 0x20
        }
        return true
    }
}
