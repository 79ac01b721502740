internal import UnicodeText

/// Finds `<script type="application/ld+json">` in a page without making a tree of it.
enum JSONLDScript {
    /// The bytes between the tags, without blanks, comment marks and CDATA marks around them. O(n).
    static func ranges(in page: UTF8Text) -> [ByteRange] {
        let bytes = page.bytes
        var result: [ByteRange] = []
        var offset = 0
        while let open = find("<script", in: bytes, from: offset) {
            offset = open + 7
            guard let tagEnd = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else { break }
            guard let close = find("</script", in: bytes, from: tagEnd + 1) else { break }
            offset = close + 8
            let tag = bytes[open..<tagEnd].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            guard find("application/ld+json", in: tag, from: 0) != nil else { continue }
            result.append(trimmed(tagEnd + 1..<close, of: page))
        }
        return result
    }

    /// `<!-- … -->`, `//<![CDATA[ … //]]>` and `/*<![CDATA[*/ … /*]]>*/` around the JSON.
    private static func trimmed(_ range: ByteRange, of page: UTF8Text) -> ByteRange {
        let bytes = page.bytes
        let limit = min(range.upperBound, range.lowerBound + 64)
        let start = bytes[range.lowerBound..<limit].firstIndex { $0 == UInt8(ascii: "{") }
        let array = bytes[range.lowerBound..<limit].firstIndex { $0 == UInt8(ascii: "[") }
        var inner = page.trimmed(range)
        guard let first = bytes[inner].first, first == UInt8(ascii: "<") || first == UInt8(ascii: "/") else {
            return inner
        }
        // The first "[" may be that of CDATA.
        let isCharacterData = find("<![cdata[", in: Array(bytes[range.lowerBound..<limit]), from: 0) != nil
        guard let open = isCharacterData ? start ?? array : [start, array].compactMap({ $0 }).min() else {
            return inner
        }
        let last = bytes[open] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        guard let close = bytes[open..<range.upperBound].lastIndex(of: last) else { return inner }
        inner = open..<close + 1
        return inner
    }

    /// The first place of an ASCII word in small letters, in any case.
    private static func find(_ word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard let first = wanted.first else { return nil }
        var offset = start
        while offset + wanted.count <= bytes.count {
            guard let found = bytes[offset...].firstIndex(where: { $0 == first || $0 | 0x20 == first }) else {
                return nil
            }
            guard found + wanted.count <= bytes.count else { return nil }
            let isWord = wanted.indices.allSatisfy { index in
                let byte = bytes[found + index]
                return byte == wanted[index] || byte >= 0x41 && byte <= 0x5A && byte | 0x20 == wanted[index]
            }
            if isWord { return found }
            offset = found + 1
        }
        return nil
    }
}
