internal import UnicodeText

/// Finds URLs and e-mail addresses: ASCII without blanks around `://`, `@`, or after `www.`.
enum AddressScanner {
    /// Ranges in order, not overlapping. O(n).
    static func ranges(in text: [UInt8]) -> [ByteRange] {
        var result: [ByteRange] = []
        var position = next(in: text, from: 0)
        while position < text.count {
            let free = result.last?.upperBound ?? 0
            var range: ByteRange?
            switch text[position] {
            case 0x3A: range = url(text, colon: position, from: free)
            case 0x40: range = mail(text, at: position, from: free)
            case 0x57, 0x77: range = www(text, at: position)
            default: break
            }
            if let range { result.append(range) }
            position = next(in: text, from: range?.upperBound ?? position + 1)
        }
        return result
    }

    /// The first place from another on where an address may be told by; the end if there is none.
    private static func next(in text: [UInt8], from start: Int) -> Int {
        text.withUnsafeBytes { bytes in
            var position = start
            // One byte more, for of "www" two are looked for: texts are full of single ones.
            while position + ByteLanes.count < bytes.count {
                let vector = ByteLanes(bytes, at: position).vector
                let signs = (vector .== ByteLanes.all(0x3A)) .| (vector .== ByteLanes.all(0x40))
                let small = ByteLanes.all(0x20)
                let (first, second) = (vector | small, ByteLanes(bytes, at: position + 1).vector | small)
                let found = ByteLanes.first(
                    signs .| ((first .== ByteLanes.all(0x77)) .& (second .== ByteLanes.all(0x77))))
                position += found
                if found < ByteLanes.count { return position }
            }
            while position < bytes.count, ![0x3A, 0x40, 0x57, 0x77].contains(bytes[position]) { position += 1 }
            return position
        }
    }

    private static func url(_ text: [UInt8], colon: Int, from free: Int) -> ByteRange? {
        guard colon + 3 < text.count, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else { return nil }
        // Schemes are short (RFC 3986, section 3.1 sets no limit; registered ones have at most 36 characters).
        let start = start(text, before: colon, from: max(free, colon - 36)) { isAlphanumeric($0) || $0 == 0x2B }
        let end = end(text, after: colon + 3)
        return start < colon && end > colon + 3 ? start..<end : nil
    }

    private static func www(_ text: [UInt8], at start: Int) -> ByteRange? {
        guard start + 4 < text.count, text[start + 1] | 0x20 == 0x77, text[start + 2] | 0x20 == 0x77,
            text[start + 3] == 0x2E, isAlphanumeric(text[start + 4]), start == 0 || !isAlphanumeric(text[start - 1])
        else { return nil }
        return start..<end(text, after: start + 4)
    }

    private static func mail(_ text: [UInt8], at sign: Int, from free: Int) -> ByteRange? {
        func isPart(_ byte: UInt8) -> Bool {
            isAlphanumeric(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x25
        }
        // The part before "@" has at most 64 bytes, a domain 255 (RFC 5321, section 4.5.3.1).
        let start = start(text, before: sign, from: max(free, sign - 64), while: isPart)
        var end = sign + 1
        while end < text.count, end <= sign + 255, isPart(text[end]) { end += 1 }
        while end > sign + 1, !isAlphanumeric(text[end - 1]) { end -= 1 }
        return start < sign && end > sign + 1 ? start..<end : nil
    }

    private static func start(
        _ text: [UInt8], before position: Int, from limit: Int, while isPart: (UInt8) -> Bool
    ) -> Int {
        var start = position
        while start > limit, isPart(text[start - 1]) { start -= 1 }
        return start
    }

    /// The end of a URL; marks at its end belong to the sentence.
    private static func end(_ text: [UInt8], after position: Int) -> Int {
        var end = position
        while end < text.count, text[end] > 0x20, text[end] < 0x7F, ![0x22, 0x3C, 0x3E, 0x60].contains(text[end]) {
            end += 1
        }
        while end > position, !isAlphanumeric(text[end - 1]), text[end - 1] != 0x2F { end -= 1 }
        return end
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
