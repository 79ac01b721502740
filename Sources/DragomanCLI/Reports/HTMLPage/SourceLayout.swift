import Dragoman

/// Where the blocks of an article stand in its source: the line each begins on, and what lies before it that is in no
/// block.
///
/// Blocks need not come in the order of the source, and may share bytes. O(source + blocks · log blocks).
struct SourceLayout {
    /// By block: the bytes between it and the block before it in the source.
    private(set) var gaps: [ByteRange]
    /// By block: the line it begins on, from 1.
    private(set) var lines: [Int]
    /// What lies behind the last.
    private(set) var rest: ByteRange

    init(_ article: Article) {
        let blocks = article.blocks
        let bytes = article.source.text.bytes
        gaps = Array(repeating: 0..<0, count: blocks.count)
        lines = Array(repeating: 1, count: blocks.count)
        var position = 0
        var end = 0
        var line = 1
        let order = blocks.indices.sorted {
            (blocks[$0].extent.lowerBound, $0) < (blocks[$1].extent.lowerBound, $1)
        }
        for index in order {
            let extent = blocks[index].extent.clamped(to: 0..<bytes.count)
            while position < extent.lowerBound {
                if bytes[position] == 0x0A { line += 1 }
                position += 1
            }
            lines[index] = line
            gaps[index] = end..<max(end, extent.lowerBound)
            end = max(end, extent.upperBound)
        }
        rest = end..<bytes.count
    }
}
