internal import FuzzyMatching
internal import UnicodeText

/// What texts are compared by when duplicates are looked for.
enum TextKey {
    /// The text itself, or folded: NFC without case, each run of white space one space, none at the ends.
    static func key(of text: UTF8Text, folded: Bool) -> UTF8Text {
        guard folded else { return text }
        let key = FoldedKey.key(of: text).trimmed
        var bytes: [UInt8] = []
        bytes.reserveCapacity(key.count)
        var isBlank = false
        for placed in key.placedScalars {
            if placed.scalar.isBlank {
                isBlank = true
                continue
            }
            if isBlank { bytes.append(0x20) }
            isBlank = false
            bytes += key.bytes[placed.range]
        }
        return UTF8Text(unchecked: bytes)
    }
}
