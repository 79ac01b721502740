import Dragoman

/// What is to be written of an article.
enum PrintedCopy: Sendable {
    case bytes([UInt8])
    /// The blocks of a selection with an empty line between.
    case blocks(of: Article, CopySelection)

    /// Bytes that are written at a time.
    private static let portion = 128 << 10

    var isEmpty: Bool {
        switch self {
        case .bytes(let bytes): bytes.isEmpty
        case .blocks(let article, let selection): !article.blocks.contains { selection.holds($0.kind) }
        }
    }

    func write(to out: OutputFile) throws {
        switch self {
        case .bytes(let bytes): try out.write(bytes)
        case .blocks(let article, let selection):
            try Self.forEachPortion(of: article, selection, size: Self.portion) { try out.write($0) }
        }
    }

    /// Hands on the blocks of a selection with an empty line between, so many bytes or a block more at a time.
    static func forEachPortion(
        of article: Article, _ selection: CopySelection, size: Int, _ take: ([UInt8]) throws -> Void
    ) rethrows {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(2 * size, article.source.text.count))
        var isFirst = true
        try article.forEachText(where: selection.holds) { text in
            if !isFirst { bytes.append(0x0A) }
            isFirst = false
            bytes.append(contentsOf: text)
            bytes.append(0x0A)
            guard bytes.count >= size else { return }
            try take(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        try take(bytes)
    }
}
