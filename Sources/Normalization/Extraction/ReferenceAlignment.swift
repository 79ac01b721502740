internal import UnicodeText

/// Finds where a text node's decoded text differs from its raw bytes: character references and line ends.
enum ReferenceAlignment {
    static func edits(raw: ArraySlice<UInt8>, decoded: [UInt8], sourceOffset: Int, targetOffset: Int) -> [Edit] {
        var edits: [Edit] = []
        var from = raw.startIndex
        var to = 0
        let shift = sourceOffset - raw.startIndex
        func add(_ source: Range<Int>, _ target: Range<Int>) {
            edits.append(
                Edit(
                    source: source.lowerBound + shift..<source.upperBound + shift,
                    target: target.lowerBound + targetOffset..<target.upperBound + targetOffset,
                    rules: ["character-reference"]))
        }
        while from < raw.endIndex {
            let byte = raw[from]
            if byte == UInt8(ascii: "&"), let (end, length) = reference(raw, from, decoded, to) {
                add(from..<end, to..<to + length)
                from = end
                to += length
            } else if byte == 0x0D, to >= decoded.count || decoded[to] != 0x0D {
                // HTML makes CR LF and CR one line feed.
                let isPair = from + 1 < raw.endIndex && raw[from + 1] == 0x0A
                add(from..<from + 1, to..<to + (isPair ? 0 : 1))
                from += 1
                if !isPair { to += 1 }
            } else if to < decoded.count, decoded[to] == byte {
                from += 1
                to += 1
            } else {
                break
            }
        }
        // What could not be matched (a NUL, a broken tag inside the node) is one edit to the end.
        if from < raw.endIndex || to < decoded.count {
            add(from..<raw.endIndex, min(to, decoded.count)..<decoded.count)
        }
        return edits
    }

    /// End of the reference at `from` and the length of what it became: the decoded text goes on as the raw bytes do
    /// after it.
    private static func reference(
        _ raw: ArraySlice<UInt8>, _ from: Int, _ decoded: [UInt8], _ to: Int
    ) -> (end: Int, length: Int)? {
        var end = from + 1
        while end < raw.endIndex, end - from < 40, isNameByte(raw[end]) { end += 1 }
        guard end > from + 1 else { return nil }
        if end < raw.endIndex, raw[end] == UInt8(ascii: ";") { end += 1 }
        // "&amp" without a semicolon may end before the letters do.
        for stop in stride(from: end, to: from + 1, by: -1) {
            let next = nextLiteral(raw, stop)
            // No reference stands for more than two characters, nor for a part of one.
            for length in 1...8 where to + length <= decoded.count && isBoundary(decoded, to + length) {
                let rest = decoded[(to + length)...]
                let fits = next.isEmpty ? stop == raw.endIndex ? rest.isEmpty : true : rest.starts(with: next)
                if fits, !decoded[to..<to + length].elementsEqual(raw[from..<stop]) { return (stop, length) }
            }
            if stop == end, raw[end - 1] == UInt8(ascii: ";") { continue }
        }
        return nil
    }

    private static func nextLiteral(_ raw: ArraySlice<UInt8>, _ start: Int) -> ArraySlice<UInt8> {
        var end = start
        while end < raw.endIndex, end - start < 16, raw[end] != UInt8(ascii: "&"), raw[end] != 0x0D { end += 1 }
        return raw[start..<end]
    }

    private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
        offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
