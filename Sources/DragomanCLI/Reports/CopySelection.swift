import Dragoman

/// Which blocks of an article make its text: all that is kept, or those of the kinds asked for.
struct CopySelection {
    /// `nil` for all that is kept.
    let kinds: Set<BlockKind>?

    func holds(_ kind: BlockKind) -> Bool { kinds?.contains(kind) ?? kind.isKept }

    func text(of article: Article) -> [Block] { article.blocks.filter { holds($0.kind) } }

    /// The blocks that are cut into sentences: without a choice, dates and names of authors are not.
    func sentences(of article: Article) -> [Block] {
        kinds == nil ? article.kept.filter(\.kind.isTranslated) : text(of: article)
    }
}
