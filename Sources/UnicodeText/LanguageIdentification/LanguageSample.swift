/// The part of a text that its language is told by.
enum LanguageSample {
    static let limit = 16_384
    private static let parts = 16

    /// The text itself up to the limit; of a longer one, parts of equal length spread over all of it. O(limit).
    static func take(_ text: UTF8Text) -> UTF8Text {
        guard text.count > limit else { return text }
        let length = limit / parts
        var bytes: [UInt8] = []
        bytes.reserveCapacity(limit + parts)
        for part in 0..<parts {
            let start = part * ((text.count - length) / (parts - 1))
            bytes += text.bytes[boundary(start, in: text)..<boundary(min(start + length, text.count), in: text)]
            bytes.append(0x20)
        }
        return UTF8Text(unchecked: bytes)
    }

    /// The next offset that begins a code point, after a blank if there is one near. O(1).
    private static func boundary(_ offset: Int, in text: UTF8Text) -> Int {
        guard offset > 0, offset < text.count else { return offset }
        let near = offset..<min(offset + 64, text.count)
        if let blank = text.bytes[near].firstIndex(where: { $0 == 0x20 || $0 == 0x0A }) { return blank }
        return text.bytes[near].firstIndex { $0 & 0xC0 != 0x80 } ?? offset
    }
}
