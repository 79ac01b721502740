internal import UnicodeText

/// Tells line ends that wrap a paragraph from those that end something, within one block of lines.
struct Wrapping {
    /// Columns (code points) between which a text is held to be wrapped; longer lines are whole paragraphs.
    private static let widths = 40...120

    private let bytes: [UInt8]
    private let lines: [ByteRange]
    /// Whether all lines but the last are full: the next line's first word had no room on them.
    private let isWrapped: Bool

    init(_ bytes: [UInt8], _ lines: [ByteRange]) {
        self.bytes = bytes
        self.lines = lines
        isWrapped = lines.count >= 3 && Self.isWrapped(bytes, lines)
    }

    /// Whether the sentence may go on from a line of the block to the next.
    func joins(lineAt index: Int, rules: RuleSet) -> Bool {
        guard index + 1 < lines.count else { return false }
        let line = lines[index]
        let next = lines[index + 1]
        var start = next.lowerBound
        while start < next.upperBound, CharacterClass(decodeScalar(bytes, at: start).scalar.value) == .space {
            start += decodeScalar(bytes, at: start).length
        }
        guard start < next.upperBound else { return false }
        let scalar = decodeScalar(bytes, at: start).scalar
        if let mark = rules.marks.match(bytes, at: start, limit: next.upperBound) {
            // A stop alone on the next line belongs to this one; a bullet begins an item.
            return mark.kind != .bullet && mark.kind != .bracket
        }
        if startsListItem(start, next.upperBound) { return false }
        if isWrapped { return true }
        // RFC 3676 (format=flowed): white space before the line end says that the paragraph goes on.
        let isFlowed = line.upperBound > line.lowerBound && bytes[line.upperBound - 1] == 0x20
        if isFlowed {
            return scalar.basicKind == .lower || CharacterClass(scalar.value) == .openBracket
        }
        // Scripts without spaces wrap anywhere; a line that begins with a particle or blank goes on.
        if scalar.isUnspaced, scalar.script != "Thai", let last = lastScalar(of: line), last.isUnspaced {
            return scalar.script == "Hira" || last.script == "Hira" || start > next.lowerBound
        }
        return false
    }

    private func lastScalar(of line: ByteRange) -> Unicode.Scalar? {
        var start = line.upperBound - 1
        guard start >= line.lowerBound else { return nil }
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decodeScalar(bytes, at: start).scalar
    }

    /// "1.", "a)", "(ii)" or a dash and a space.
    private func startsListItem(_ start: Int, _ end: Int) -> Bool {
        var index = start
        if bytes[index] == 0x2D || bytes[index] == 0x2A { return index + 1 < end && bytes[index + 1] == 0x20 }
        if bytes[index] == 0x28 { index += 1 }
        let first = index
        while index < end, index - first < 4, bytes[index].isASCIIAlphanumeric { index += 1 }
        guard index > first, index < end else { return false }
        let isNumber = bytes[first..<index].allSatisfy { $0 <= 0x39 }
        return bytes[index] == 0x29 || bytes[index] == 0x2E && (isNumber || index - first == 1)
    }

    private static func isWrapped(_ bytes: [UInt8], _ lines: [ByteRange]) -> Bool {
        // No character takes more than four bytes, and most texts have a line that is long by any count.
        guard lines.allSatisfy({ $0.count <= widths.upperBound * 4 }) else { return false }
        var columns: [Int] = []
        columns.reserveCapacity(lines.count)
        for line in lines {
            var count = 0
            for index in line where bytes[index] & 0xC0 != 0x80 { count += 1 }
            guard count <= widths.upperBound else { return false }
            columns.append(count)
        }
        guard let width = columns.max(), widths.contains(width) else { return false }
        for index in 0..<lines.count - 1 {
            var word = 0
            for place in lines[index + 1] {
                if bytes[place] == 0x20 {
                    if word == 0 { continue }
                    break
                }
                if bytes[place] & 0xC0 != 0x80 { word += 1 }
            }
            if columns[index] + 1 + word <= width { return false }
        }
        return true
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIIUpper || isASCIILower }
}
