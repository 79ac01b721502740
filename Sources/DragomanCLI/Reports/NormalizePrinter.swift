import Dragoman

/// An article in one of the formats of `normalize` but for the page, which holds many.
struct NormalizePrinter: Sendable {
    enum Form {
        case text, segments, json, explainedJSON, explain
    }

    let form: Form
    let profile: Profile
    let selection: CopySelection

    /// A long text's copy is written block by block: its bytes are there already.
    func printed(_ article: Article) -> PrintedCopy {
        if form == .text, profile == .press, article.source.text.count >= Self.longText {
            return .blocks(of: article, selection)
        }
        return .bytes(print(article))
    }

    /// Bytes of a text that is not put together once more before it is written.
    private static let longText = 1 << 20

    private func print(_ article: Article) -> [UInt8] {
        switch form {
        case .text: text(article)
        case .segments: segments(article)
        case .json: NormalizeJSON.document(article)
        case .explainedJSON: NormalizeJSON.document(article, isExplained: true)
        case .explain: ExplainPrinter.print(article)
        }
    }

    /// Blocks with an empty line between; a text kept whole brings its own line ends.
    private func text(_ article: Article) -> [UInt8] {
        var bytes: [UInt8] = []
        if profile == .text {
            bytes.reserveCapacity(article.source.text.count)
            article.forEachText(where: selection.holds) { bytes.append(contentsOf: $0) }
        } else {
            PrintedCopy.forEachPortion(of: article, selection, size: Self.longText) { bytes += $0 }
        }
        return bytes
    }

    /// A sentence a line.
    private func segments(_ article: Article) -> [UInt8] {
        let segmenter = Segmenter(language: article.language.language)
        var bytes: [UInt8] = []
        for block in selection.sentences(of: article) {
            let text = block.text
            for segment in segmenter.segments(in: text) {
                bytes += text[segment.range].onOneLine.bytes
                bytes.append(0x0A)
            }
        }
        return bytes
    }
}
