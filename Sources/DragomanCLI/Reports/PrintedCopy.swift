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
            // Gathered here and not in the output's own buffer, which has to be asked for each time.
            var bytes: [UInt8] = []
            bytes.reserveCapacity(2 * Self.portion)
            var isFirst = true
            try article.forEachText(where: selection.holds) { text in
                if !isFirst { bytes.append(0x0A) }
                isFirst = false
                bytes.append(contentsOf: text)
                bytes.append(0x0A)
                guard bytes.count >= Self.portion else { return }
                try out.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
            try out.write(bytes)
        }
    }
}
