import Dragoman

/// A block cut into rows that can stand side by side: after line ends both sides share, and within lines too long to
/// be laid out at once.
///
/// Nothing is cut inside an edit. Ranges of the source are offsets into the whole decoded text. O(text + edits).
struct SideBySideRows: Sequence, IteratorProtocol {
    enum Part {
        case same(source: ByteRange, target: ByteRange)
        case edit(Edit)
    }

    struct Row {
        var parts: [Part] = []
        var edits: Int = 0
    }

    /// Bytes after which a row ends at the next blank, and after which it ends at the next character.
    private static let softLimit = 4_000
    private static let hardLimit = 8_000

    private let block: Block
    private let source: UTF8Text
    private var edit = 0
    private var from: Int
    private var to = 0

    init(_ block: Block, in source: UTF8Text) {
        self.block = block
        self.source = source
        from = block.extent.lowerBound
    }

    mutating func next() -> Row? {
        var row = Row()
        var length = 0
        let edits = block.edits.edits
        while true {
            let start = edit < edits.count ? block.extent.lowerBound + edits[edit].source.lowerBound : nil
            let end = Swift.min(start ?? block.extent.upperBound, source.count)
            if from < end {
                let cut = cut(from..<end, length)
                let count = (cut ?? end) - from
                row.parts.append(.same(source: from..<from + count, target: to..<to + count))
                from += count
                to += count
                length += count
                if cut != nil, from < block.extent.upperBound { return row }
                if from < end { continue }
            }
            guard edit < edits.count else { break }
            var next = edits[edit]
            next.source =
                block.extent.lowerBound + next.source.lowerBound..<block.extent.lowerBound + next.source.upperBound
            row.parts.append(.edit(next))
            row.edits += 1
            edit += 1
            from = next.source.upperBound
            to = next.target.upperBound
            length += next.source.count
        }
        return row.parts.isEmpty ? nil : row
    }

    /// Where a row of a length so far is to end within a range, `nil` if not there.
    private func cut(_ range: ByteRange, _ length: Int) -> Int? {
        let bytes = source.bytes
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            let taken = length + offset - range.lowerBound
            offset += 1
            if byte == 0x0A {
                // Empty lines belong to the line before.
                while offset < range.upperBound, bytes[offset] == 0x0A { offset += 1 }
                return offset
            }
            if taken >= Self.softLimit, byte == 0x20 { return offset }
            if taken >= Self.hardLimit, offset < range.upperBound, bytes[offset] & 0xC0 != 0x80 { return offset }
        }
        return nil
    }
}
