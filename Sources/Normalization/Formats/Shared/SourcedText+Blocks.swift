internal import UnicodeText

extension SourcedText {
    /// The text as one block of a kind that its format gives it.
    func block(
        _ kind: BlockKind, _ field: String, reason: BoilerplateReason? = nil, date: String? = nil
    ) -> RawBlock {
        var place = PagePlace()
        place.element = field
        place.declaredKind = kind
        place.dateTime = date
        if let reason { place.reasons = [reason] }
        return RawBlock(extent: extent, text: text, edits: edits, place: place, hasResolvedReferences: true)
    }

    /// The lines or paragraphs of plain text, without kinds.
    var plainBlocks: [RawBlock] { PlainLines(text).blocks.map(lifted) }

    /// The blocks of HTML, without kinds; of plain text where the HTML is nested too deep to be any.
    var markupBlocks: [RawBlock] {
        guard let blocks = HTMLExtractor.blocks(in: text) else { return plainBlocks }
        return blocks.map { block in
            var block = block
            block.hasResolvedReferences = true
            return lifted(block)
        }
    }

    /// The blocks of a story's body, each of the kind its element says, in HTML or plain text.
    func bodyBlocks(_ field: String, isMarkup: Bool? = nil) -> [RawBlock] {
        let isMarkup = isMarkup ?? MarkupDetection.hasTags(text)
        return (isMarkup ? markupBlocks : plainBlocks).map { block in
            var block = block
            block.place.declaredKind = Self.kind(of: block.place)
            block.place.element = isMarkup && !block.place.element.isEmpty ? block.place.element : field
            return block
        }
    }

    private static func kind(of place: PagePlace) -> BlockKind {
        if !place.reasons.isEmpty { return .boilerplate }
        switch place.element {
        case "h1", "h2", "h3", "h4", "h5", "h6": return .subhead
        case "li", "dt", "dd": return .list
        case "figcaption", "caption": return .caption
        default: break
        }
        if place.isByline { return .byline }
        return place.isQuotation ? .quote : .body
    }

    /// One line that may hold inline tags and references, as titles in feeds do.
    var titleText: SourcedText {
        guard MarkupDetection.hasTags(text) else { return resolvingReferences }
        guard let blocks = HTMLExtractor.blocks(in: text), blocks.count == 1, let only = blocks.first else {
            return self
        }
        let block = lifted(only)
        return SourcedText(text: block.text, extent: block.extent, edits: block.edits)
    }
}
