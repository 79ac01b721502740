internal import UnicodeText

/// The blocks of a copy before clean-up: those that a format made, or the lines of a plain text.
enum RawBlocks: Sendable {
    case made([RawBlock])
    case plain(PlainLines)

    var count: Int {
        switch self {
        case .made(let blocks): blocks.count
        case .plain(let lines): lines.extents.count
        }
    }

    /// The index of each block and the length of its text in bytes.
    func forEachLength(_ take: (Int, Int) -> Void) {
        switch self {
        case .made(let blocks): for index in blocks.indices { take(index, blocks[index].text.count) }
        case .plain(let lines):
            for (index, extent) in lines.extents.enumerated() {
                take(index, lines.joined(at: index)?.text.count ?? extent.count)
            }
        }
    }

    /// The text of a block.
    func bytes(at index: Int) -> ArraySlice<UInt8> {
        switch self {
        case .made(let blocks): blocks[index].text.bytes[...]
        case .plain(let lines): lines.bytes(at: index)
        }
    }
}
