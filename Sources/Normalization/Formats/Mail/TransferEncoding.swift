internal import UnicodeText

/// Undoes quoted-printable and base64 (RFC 2045, section 6).
enum TransferEncoding {
    struct Decoded {
        var bytes: [UInt8] = []
        /// From the encoded bytes to the decoded.
        var edits: [Edit] = []
    }

    static let quotedPrintableRules = ["quoted-printable"]
    static let base64Rules = ["base64"]

    /// Quoted-printable; what is not well formed stays as it is. O(n).
    static func quotedPrintable(_ source: ArraySlice<UInt8>) -> Decoded {
        var result = Decoded()
        result.bytes.reserveCapacity(source.count)
        let base = source.startIndex
        var offset = base
        func lineEnd(_ start: Int) -> Int? {
            guard start < source.endIndex else { return start }
            if source[start] == 0x0A { return start + 1 }
            guard source[start] == 0x0D else { return nil }
            return start + 1 < source.endIndex && source[start + 1] == 0x0A ? start + 2 : start + 1
        }
        func blankEnd(_ start: Int) -> Int {
            var end = start
            while end < source.endIndex, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
            return end
        }
        func edit(_ range: Range<Int>, _ count: Int, isJoined: Bool) {
            let source = range.lowerBound - base..<range.upperBound - base
            let end = result.bytes.count
            if isJoined, let last = result.edits.last, last.target.isEmpty, let before = result.edits.dropLast().last,
                before.source.upperBound == last.source.lowerBound, before.target.upperBound == end - count
            {
                // A soft line break within the character is of it too.
                result.edits.removeLast()
                result.edits[result.edits.count - 1].source = before.source.lowerBound..<last.source.upperBound
            }
            if isJoined, let last = result.edits.last, last.source.upperBound == source.lowerBound,
                last.target.upperBound == end - count
            {
                result.edits[result.edits.count - 1].source = last.source.lowerBound..<source.upperBound
                result.edits[result.edits.count - 1].target = last.target.lowerBound..<end
            } else {
                result.edits.append(Edit(source: source, target: end - count..<end, rules: quotedPrintableRules))
            }
        }
        while offset < source.endIndex {
            let byte = source[offset]
            if byte == UInt8(ascii: "=") {
                if offset + 2 < source.endIndex, let high = hexadecimal(source[offset + 1]),
                    let low = hexadecimal(source[offset + 2])
                {
                    let value = high << 4 | low
                    result.bytes.append(value)
                    // The bytes of one character of UTF-8 are one edit.
                    edit(offset..<offset + 3, 1, isJoined: value & 0xC0 == 0x80)
                    offset += 3
                    continue
                }
                // A soft line break; blanks may have come between.
                let blank = blankEnd(offset + 1)
                if let end = lineEnd(blank) {
                    edit(offset..<end, 0, isJoined: false)
                    offset = end
                    continue
                }
            } else if byte == 0x20 || byte == 0x09 {
                let end = blankEnd(offset)
                if let _ = lineEnd(end) {
                    // Blanks before a line end were added on the way.
                    edit(offset..<end, 0, isJoined: false)
                } else {
                    result.bytes.append(contentsOf: source[offset..<end])
                }
                offset = end
                continue
            }
            result.bytes.append(byte)
            offset += 1
        }
        return result
    }

    /// Base64; characters outside its alphabet are passed over. Each edit stands for a line, or 76 characters of a
    /// longer one. O(n).
    static func base64(_ source: ArraySlice<UInt8>) -> Decoded {
        var result = Decoded()
        result.bytes.reserveCapacity(source.count / 4 * 3)
        let base = source.startIndex
        var pending: UInt32 = 0
        var count = 0
        var mark = (source: base, target: 0)
        func close(at end: Int) {
            guard end > mark.source else { return }
            result.edits.append(
                Edit(
                    source: mark.source - base..<end - base, target: mark.target..<result.bytes.count,
                    rules: base64Rules))
            mark = (end, result.bytes.count)
        }
        for offset in source.indices {
            // Whole groups only, so that an edit's bytes are its own.
            if count == 0, offset - mark.source >= 76 { close(at: offset) }
            let byte = source[offset]
            if byte == UInt8(ascii: "=") { break }
            guard let value = sextet(byte) else { continue }
            pending = pending << 6 | UInt32(value)
            count += 1
            if count == 4 {
                result.bytes.append(UInt8(truncatingIfNeeded: pending >> 16))
                result.bytes.append(UInt8(truncatingIfNeeded: pending >> 8))
                result.bytes.append(UInt8(truncatingIfNeeded: pending))
                (pending, count) = (0, 0)
            }
        }
        if count >= 2 { result.bytes.append(UInt8(truncatingIfNeeded: pending >> (count == 2 ? 4 : 10))) }
        if count == 3 { result.bytes.append(UInt8(truncatingIfNeeded: pending >> 2)) }
        close(at: source.endIndex)
        return result
    }

    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
