import Dragoman

/// What is to be written of an article.
enum PrintedCopy: Sendable {
    case bytes([UInt8])
    /// The blocks of a selection with an empty line between.
    case blocks(of: Article, CopySelection)

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
            var isFirst = true
            for index in article.blocks.indices where selection.holds(article.blocks[index].kind) {
                if !isFirst { try out.write(CollectionOfOne<UInt8>(0x0A)) }
                isFirst = false
                try out.write(article.blocks[index].bytes)
                try out.write(CollectionOfOne<UInt8>(0x0A))
            }
        }
    }
}
