/// The pieces of many records, one after another, in the codes of `PieceCode`.
///
/// In blocks: one array would take up to three times its size while it grows. Frequent pieces come early and so have small
/// numbers, most of one unit.
struct PieceSequences {
    private var blocks: [[UInt16]] = []
    /// Where each record begins: the block in the high 32 bits, and the place in it.
    private var starts: [UInt64] = []
    private static let blockSize = 1 << 20

    /// Units of all records.
    var unitCount: Int { blocks.reduce(0) { $0 + $1.count } }

    /// Adds a record.
    mutating func append(_ units: [UInt16]) {
        if blocks.last.map({ $0.count + units.count > Self.blockSize }) ?? true {
            var block: [UInt16] = []
            block.reserveCapacity(max(Self.blockSize, units.count))
            blocks.append(block)
        }
        let last = blocks.count - 1
        starts.append(UInt64(last) << 32 | UInt64(blocks[last].count))
        blocks[last].append(contentsOf: units)
    }

    /// The pieces of a record, in order. O(their number).
    func forEachPiece(of record: Int, _ body: (Int) -> Void) {
        let (block, start) = place(starts[record])
        let isLast = record + 1 == starts.count
        let (nextBlock, next) = isLast ? (-1, 0) : place(starts[record + 1])
        forEachPiece(in: blocks[block], start..<(nextBlock == block ? next : blocks[block].count), body)
    }

    /// The pieces of all records.
    func forEachPiece(_ body: (Int) -> Void) {
        for block in blocks { forEachPiece(in: block, 0..<block.count, body) }
    }

    private func place(_ start: UInt64) -> (block: Int, place: Int) { (Int(start >> 32), Int(start & 0xFFFF_FFFF)) }

    private func forEachPiece(in block: [UInt16], _ range: Range<Int>, _ body: (Int) -> Void) {
        block.withUnsafeBufferPointer { units in
            guard let base = units.baseAddress else { return }
            var position = base + range.lowerBound
            let end = base + range.upperBound
            while position < end { body(PieceCode.next(&position)) }
        }
    }
}
