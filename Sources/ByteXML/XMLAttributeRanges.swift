package import UnicodeText

/// Where the attributes of a tag stand in the text, which expat does not tell.
package enum XMLAttributeRanges {
    /// Names (with their prefix) and values (without quotes) of the attributes of a well-formed start tag. O(tag).
    package static func all(in text: UTF8Text, tag: ByteRange) -> [(name: ByteRange, value: ByteRange)] {
        let bytes = text.bytes
        let limit = min(tag.upperBound, bytes.count)
        var result: [(name: ByteRange, value: ByteRange)] = []
        var offset = tag.lowerBound
        func skip(while holds: (UInt8) -> Bool) {
            while offset < limit, holds(bytes[offset]) { offset += 1 }
        }
        // The element's name.
        skip { !isBlank($0) }
        while offset < limit {
            skip { isBlank($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
            let start = offset
            skip { !isBlank($0) && $0 != UInt8(ascii: "=") }
            let name = start..<offset
            skip { isBlank($0) || $0 == UInt8(ascii: "=") }
            guard !name.isEmpty, offset < limit else { break }
            let quote = bytes[offset]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { break }
            offset += 1
            let open = offset
            skip { $0 != quote }
            result.append((name, open..<offset))
            offset += 1
        }
        return result
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
