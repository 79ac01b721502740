internal import UnicodeText

/// The blocks of a plain text before clean-up: its lines, and paragraphs that were wrapped at a fixed width.
struct PlainLines: Sendable {
    let text: UTF8Text
    /// The bytes of each block.
    private(set) var extents: [ByteRange] = []
    /// Paragraphs of several lines, by the index of their block.
    private var joined: [Int: RawBlock] = [:]

    /// O(n).
    init(_ text: UTF8Text) { self.init(text, lines: Self.lines(of: text, in: text.all)) }

    private init(_ text: UTF8Text, lines: [ByteRange]) {
        self.text = text
        // A text without empty lines is one paragraph.
        if !lines.contains(where: { $0.isEmpty }), !HardWrap.isWrapped(lines[...], of: text) {
            extents = lines
            return
        }
        extents.reserveCapacity(lines.count)
        var hyphens = LineEndHyphen(text)
        var start = 0
        while start < lines.count {
            if lines[start].isEmpty {
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, !lines[end].isEmpty { end += 1 }
            let paragraph = lines[start..<end]
            if HardWrap.isWrapped(paragraph, of: text) {
                let extent = lines[start].lowerBound..<lines[end - 1].upperBound
                joined[extents.count] = HardWrap.joined(extent, of: text, lines: paragraph, hyphens: &hyphens)
                extents.append(extent)
            } else {
                extents += paragraph
            }
            start = end
        }
    }

    /// The same, the lines of a long text found on all cores.
    ///
    /// - Parameter size: bytes that one task looks for lines in.
    static func onAllCores(_ text: UTF8Text, size: Int = 1 << 20) async -> PlainLines {
        let pieces = Self.pieces(of: text, size)
        guard pieces.count > 1 else { return PlainLines(text) }
        let found = await Pieces.results(of: pieces) { Self.lines(of: text, in: $0) }
        return PlainLines(text, lines: Array(found.joined()))
    }

    /// Pieces that end in a line feed, but for the last.
    private static func pieces(of text: UTF8Text, _ size: Int) -> [ByteRange] {
        var pieces: [ByteRange] = []
        var start = 0
        while start < text.count {
            var end = min(text.count, start + size)
            if end < text.count { end = (text.bytes[(end - 1)...].firstIndex(of: 0x0A) ?? text.count - 1) + 1 }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }

    /// Lines without their ends: LF, CR, CR LF, form feed, and Unicode's line and paragraph separators. Where a line is
    /// blank there is an empty range. O(length).
    static func lines(of text: UTF8Text, in piece: ByteRange) -> [ByteRange] {
        text.borrowed { text in
            var result: [ByteRange] = []
            // News lines are longer, those of menus shorter.
            result.reserveCapacity(piece.count / 64)
            let bytes = text.bytes
            var start = piece.lowerBound
            var offset = start
            func end(_ length: Int) {
                let isBlank = text[start..<offset].isBlank
                result.append(isBlank ? start..<start : start..<offset)
                offset += length
                start = offset
            }
            while offset < piece.upperBound {
                switch bytes[offset] {
                case 0x0A, 0x0B, 0x0C: end(1)
                case 0x0D: end(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1)
                case 0xE2
                where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
                    end(3)
                default: offset = nextBreak(bytes, from: offset + 1, to: piece.upperBound)
                }
            }
            if start < piece.upperBound { end(0) }
            return result
        }
    }

    /// The next offset where a line may end: a control or the first byte of U+2028. O(distance), eight bytes a step.
    @inline(__always)
    private static func nextBreak(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        while offset + 8 <= end {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
            let controls = ASCIIWord.within(word, 0x0A, 0x0D)
            // 0xE2 is 0x62 without its high bit.
            let marks = ASCIIWord.within(word & 0x7F7F_7F7F_7F7F_7F7F, 0x62, 0x62) & word
            let found = controls | marks
            if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
            offset += 8
        }
        while offset < end, !(0x0A...0x0D ~= bytes[offset] || bytes[offset] == 0xE2) { offset += 1 }
        return offset
    }

    /// A paragraph that was put together of several lines, `nil` for a line as it stands.
    func joined(at index: Int) -> RawBlock? { joined.isEmpty ? nil : joined[index] }

    /// The text of a block.
    func bytes(at index: Int) -> ArraySlice<UInt8> { joined(at: index)?.text.bytes[...] ?? text.bytes[extents[index]] }

    /// A line as it stands.
    func line(_ extent: ByteRange) -> RawBlock {
        RawBlock(extent: extent, text: text[extent], edits: EditMap(identity: extent.count))
    }

    var blocks: [RawBlock] { extents.indices.map { joined(at: $0) ?? line(extents[$0]) } }
}
