internal import UnicodeText

/// Cuts a text at the line ends that no sentence reaches across.
enum UnitSplitter {
    struct Unit {
        let range: ByteRange
        /// What ends the unit.
        let rule: BoundaryRule
    }

    private struct Line {
        /// Without its line end.
        let range: ByteRange
        /// Whether it ends at a form feed or paragraph separator, which always break.
        let endsHard: Bool
        let isBlank: Bool
    }

    /// The units in order; they cover all but line ends. O(n).
    static func units(of bytes: [UInt8], _ policy: Segmenter.Options.Newlines, rules: RuleSet) -> [Unit] {
        let lines = lines(of: bytes)
        guard lines.count > 1 else { return [Unit(range: 0..<bytes.count, rule: .textEnd)] }
        var units: [Unit] = []
        var first = 0
        while first < lines.count {
            if lines[first].isBlank {
                first += 1
                continue
            }
            // A block is a run of lines without a blank or hard end between.
            var last = first
            while last + 1 < lines.count, !lines[last].endsHard, !lines[last + 1].isBlank { last += 1 }
            var start = first
            let wrapping = policy == .auto ? Wrapping(bytes, lines[first...last].map(\.range)) : nil
            for index in first...last {
                let isEnd = index == last
                let joins =
                    switch policy {
                    case .line: false
                    case .paragraph: true
                    case .auto: wrapping?.joins(lineAt: index - first, rules: rules) ?? false
                    }
                if isEnd || !joins {
                    let rule: BoundaryRule = isEnd ? .paragraph : .line
                    units.append(Unit(range: lines[start].range.lowerBound..<lines[index].range.upperBound, rule: rule))
                    start = index + 1
                }
            }
            first = last + 1
        }
        if let end = units.popLast() { units.append(Unit(range: end.range, rule: .textEnd)) }
        return units
    }

    /// Lines end at LF, CR, CR LF, VT, FF, NEL, LS and PS (UAX 14, classes BK, CR, LF, NL).
    private static func lines(of bytes: [UInt8]) -> [Line] { bytes.withUnsafeBytes { lines(of: $0) } }

    private static func lines(of bytes: UnsafeRawBufferPointer) -> [Line] {
        var lines: [Line] = []
        var start = 0
        var isBlank = true
        var index = 0
        func close(_ end: Int, _ length: Int, _ endsHard: Bool) {
            // A run of blank lines says no more than one of them.
            if !isBlank || lines.last?.isBlank != true {
                lines.append(Line(range: start..<end, endsHard: endsHard, isBlank: isBlank))
            }
            start = end + length
            index = start
            isBlank = true
        }
        while index < bytes.count {
            if !isBlank {
                index = possibleEnd(in: bytes, from: index)
                guard index < bytes.count else { break }
            }
            let byte = bytes[index]
            switch byte {
            case 0x0A, 0x0B: close(index, 1, false)
            case 0x0C: close(index, 1, true)
            case 0x0D: close(index, index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1, false)
            case 0x20, 0x09: index += 1
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: close(index, 2, false)
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9:
                close(index, 3, bytes[index + 2] == 0xA9)
            default:
                if isBlank, byte >= 0xC2 {
                    let (scalar, length) = decodeScalar(bytes.assumingMemoryBound(to: UInt8.self), at: index)
                    isBlank = scalar.isBlank
                    index += length
                } else {
                    // Controls are text: nothing but white space is passed over.
                    isBlank = false
                    index += 1
                }
            }
        }
        lines.append(Line(range: start..<bytes.count, endsHard: true, isBlank: isBlank))
        return lines
    }

    /// The next control below U+0010, or byte that NEL, LS and PS begin with; the end if there is none.
    private static func possibleEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + ByteLanes.count <= bytes.count {
            let bytes = ByteLanes(bytes, at: index).vector
            // C2 and E2 differ in one bit.
            let found = (bytes .< ByteLanes.all(0x10)) .| ((bytes & ByteLanes.all(0xDF)) .== ByteLanes.all(0xC2))
            let first = ByteLanes.first(found)
            if first < ByteLanes.count { return index + first }
            index += ByteLanes.count
        }
        while index < bytes.count, bytes[index] >= 0x10, bytes[index] & 0xDF != 0xC2 { index += 1 }
        return index
    }
}
