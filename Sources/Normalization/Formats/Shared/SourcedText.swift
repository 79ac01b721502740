internal import UnicodeText

/// A text made out of a stretch of the decoded source, with the way back: a JSON string, an XML element, a mail's body.
struct SourcedText {
    let text: UTF8Text
    /// Bytes of the decoded source.
    let extent: ByteRange
    /// From the bytes of `extent` to `text`.
    let edits: EditMap

    init(text: UTF8Text, extent: ByteRange, edits: EditMap) {
        self.text = text
        self.extent = extent
        self.edits = edits
    }

    /// A stretch of the source as it is.
    init(_ source: UTF8Text, _ range: ByteRange) {
        self.init(text: source[range], extent: range, edits: EditMap(identity: range.count))
    }

    var isBlank: Bool { text.isBlank }

    /// A part of the text. O(length of the part + edits in it).
    func slice(_ range: ByteRange) -> SourcedText {
        if range == text.all { return self }
        if edits.isIdentity {
            let from = extent.lowerBound
            return SourcedText(
                text: text[range], extent: from + range.lowerBound..<from + range.upperBound,
                edits: EditMap(identity: range.count))
        }
        let (source, map) = edits.slice(range)
        return SourcedText(
            text: text[range],
            extent: extent.lowerBound + source.lowerBound..<extent.lowerBound + source.upperBound, edits: map)
    }

    var trimmed: SourcedText { slice(text.trimmed(text.all)) }

    /// The text after another step.
    func rewritten(_ next: (text: UTF8Text, edits: EditMap)) -> SourcedText {
        next.edits.isIdentity
            ? self : SourcedText(text: next.text, extent: extent, edits: edits.composed(with: next.edits))
    }

    /// References such as "&amp;" in it resolved.
    var resolvingReferences: SourcedText { rewritten(CharacterReferences().apply(to: text)) }

    /// A block found in this text as a block of the source.
    func lifted(_ inner: RawBlock) -> RawBlock {
        let outer = slice(inner.extent)
        return RawBlock(
            extent: outer.extent, text: inner.text, edits: outer.edits.composed(with: inner.edits), place: inner.place,
            hasResolvedReferences: inner.hasResolvedReferences)
    }
}
