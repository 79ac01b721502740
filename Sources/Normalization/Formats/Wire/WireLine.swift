internal import UnicodeText

/// A line of a wire message, without control characters and blanks at its ends.
struct WireLine {
    /// The line in the source, as it stands.
    let whole: ByteRange
    /// Without controls and blanks at its ends.
    let inner: ByteRange

    /// Controls of the wire (SOH, STX, ETX, EOT, shifts) are C0 characters that no text holds.
    init(_ whole: ByteRange, of text: UTF8Text) {
        self.whole = whole
        var start = whole.lowerBound
        var end = whole.upperBound
        while start < end, text.bytes[start] <= 0x20 || text.bytes[start] == 0x7F { start += 1 }
        while end > start, text.bytes[end - 1] <= 0x20 || text.bytes[end - 1] == 0x7F { end -= 1 }
        inner = start..<end
    }

    var isBlank: Bool { inner.isEmpty }

    /// Whether the line begins a paragraph by its indent.
    func isIndented(in text: UTF8Text) -> Bool {
        let indent = text.bytes[whole.lowerBound..<inner.lowerBound].drop { $0 < 0x20 && $0 != 0x09 }
        return indent.first == 0x09 || indent.count >= 2
    }

    /// All lines of a range; a line ends at CR LF, LF or CR.
    static func lines(of text: UTF8Text, in range: ByteRange) -> [WireLine] {
        let bytes = text.bytes
        var lines: [WireLine] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let byte = bytes[offset]
            offset += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            lines.append(WireLine(start..<offset - 1, of: text))
            if byte == 0x0D {
                // CR CR LF ends a teleprinter's line.
                while offset < range.upperBound, bytes[offset] == 0x0D { offset += 1 }
                if offset < range.upperBound, bytes[offset] == 0x0A { offset += 1 }
            }
            start = offset
        }
        if start < range.upperBound { lines.append(WireLine(start..<range.upperBound, of: text)) }
        return lines
    }
}
