import Dragoman

/// An article in one of the formats of `normalize` but for the page, which holds many.
struct NormalizePrinter: Sendable {
    enum Form {
        case text, segments, json, explainedJSON, explain
    }

    let form: Form
    let profile: Profile
    let selection: CopySelection

    func print(_ article: Article) -> [UInt8] {
        switch form {
        case .text: text(article)
        case .segments: segments(article)
        case .json: NormalizeJSON.document(article)
        case .explainedJSON: NormalizeJSON.document(article, isExplained: true)
        case .explain: ExplainPrinter.print(article)
        }
    }

    /// Blocks with an empty line between.
    private func text(_ article: Article) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(article.source.text.count)
        for index in article.blocks.indices where selection.holds(article.blocks[index].kind) {
            // A text kept whole brings its own line ends.
            if profile == .text {
                bytes += article.blocks[index].text.bytes
                continue
            }
            if !bytes.isEmpty { bytes.append(0x0A) }
            bytes += article.blocks[index].text.bytes
            bytes.append(0x0A)
        }
        return bytes
    }

    /// A sentence a line.
    private func segments(_ article: Article) -> [UInt8] {
        let segmenter = Segmenter(language: article.language.language)
        var bytes: [UInt8] = []
        for block in selection.sentences(of: article) {
            for segment in segmenter.segments(in: block.text) {
                SegmentLine.append(block.text.bytes[segment.range], to: &bytes)
                bytes.append(0x0A)
            }
        }
        return bytes
    }
}
