public import UnicodeText

/// A stretch of a text that is no text, such as a tag or a placeholder of a segment of a memory.
///
/// Boundaries are decided as if it were not there.
public struct SegmentCode: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Opens what another code closes: `<b>`.
        case opening
        case closing
        /// Stands alone: `<br/>`.
        case standalone
    }

    /// UTF-8 bytes of the text.
    public let range: ByteRange
    public let kind: Kind

    public init(range: ByteRange, kind: Kind) {
        self.range = range
        self.kind = kind
    }

    /// On which side of a boundary codes go that stand at it. A code never goes before one that stands before it: behind
    /// the first that goes to the following segment, all do.
    public struct Sides: Hashable, Sendable {
        /// The kinds that go to the segment before the boundary.
        public var preceding: Set<Kind>

        /// Closing and standalone codes go to what precedes, opening ones to what follows.
        public init(preceding: Set<Kind> = [.closing, .standalone]) { self.preceding = preceding }
    }
}

extension Segmenter {
    /// The sentences of a text with inline codes, as if the codes were not there.
    ///
    /// Every code is in some segment: between segments there is white space alone. A code in the middle of a segment
    /// stays there. A segment begins or ends with white space only where a code stands beyond it.
    ///
    /// - Parameter codes: in order; one that overlaps the one before, or reaches beyond the text, is taken for text.
    /// - Complexity: O(n + codes).
    public func segments(in text: UTF8Text, codes: [SegmentCode], sides: SegmentCode.Sides = .init()) -> [Segment] {
        let coded = CodedText(text, codes: codes)
        return coded.restored(segments(in: coded.plain), sides: sides)
    }
}

extension SRXSegmenter {
    /// The sentences of a text with inline codes, as if the codes were not there.
    ///
    /// - Parameters:
    ///   - codes: in order; one that overlaps the one before, or reaches beyond the text, is taken for text.
    ///   - sides: `nil` for those that the file's `<formathandle>` elements name.
    public func segments(
        in text: UTF8Text, codes: [SegmentCode], sides: SegmentCode.Sides? = nil
    ) throws -> [Segment] {
        let coded = CodedText(text, codes: codes)
        return coded.restored(try segments(in: coded.plain), sides: sides ?? formats.sides)
    }
}

extension SRXDocument.FormatHandling {
    /// The sides of a boundary that codes go to: an included one goes to what precedes (SRX 2.0, `<formathandle>`).
    public var sides: SegmentCode.Sides {
        var preceding: Set<SegmentCode.Kind> = []
        if includesStart { preceding.insert(.opening) }
        if includesEnd { preceding.insert(.closing) }
        if includesIsolated { preceding.insert(.standalone) }
        return SegmentCode.Sides(preceding: preceding)
    }
}
