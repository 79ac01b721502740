public import UnicodeText

/// A paragraph or line of press copy, with the way back to the bytes it came from.
public struct Block: Hashable, Sendable {
    public var kind: BlockKind
    /// The clean text.
    public var text: UTF8Text
    /// The bytes of the decoded source (`SourceText.text`) the block was made of.
    public var extent: ByteRange
    /// From the bytes of `extent` to `text`.
    public var edits: EditMap
    /// Set for boilerplate.
    public var reason: BoilerplateReason?
    /// ISO 8601 date or date and time of a dateline, with an offset only where the text gives one; `XXXX-10-20` where it
    /// gives no year (ISO 8601-2:2019).
    public var date: String?
    /// The dates in ISO 8601, the likelier first, where the order of the figures cannot be known; else empty.
    public var dateReadings: [String]
    /// What led to the kind.
    public var evidence: [Evidence]

    public init(
        kind: BlockKind = .body, text: UTF8Text, extent: ByteRange, edits: EditMap, reason: BoilerplateReason? = nil,
        date: String? = nil, dateReadings: [String] = [], evidence: [Evidence] = []
    ) {
        self.kind = kind
        self.text = text
        self.extent = extent
        self.edits = edits
        self.reason = reason
        self.date = date
        self.dateReadings = dateReadings
        self.evidence = evidence
    }

    /// The bytes of the decoded source that a range of the block's text came from.
    public func decodedRange(of range: ByteRange) -> ByteRange {
        let inside = edits.source(of: range)
        return extent.lowerBound + inside.lowerBound..<extent.lowerBound + inside.upperBound
    }
}
