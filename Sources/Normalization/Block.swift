public import UnicodeText

/// A paragraph or line of press copy, with the way back to the bytes it came from.
///
/// A long text has many that stand in it as they are: such a block has no bytes of its own.
public struct Block: Sendable {
    public var kind: BlockKind
    /// Set for boilerplate.
    public var reason: BoilerplateReason?
    /// Whether the text is all of `shared`, not the extent in it.
    private var isWhole: Bool
    /// The bytes of the decoded source (`SourceText.text`) the block was made of.
    public let extent: ByteRange
    private var shared: SharedText
    private var details: Boxed<Details>?

    /// What most blocks have none of.
    private struct Details: Hashable, Sendable {
        /// `nil` for a text that stands in the source as it is.
        var edits: EditMap?
        var date: String?
        var dateReadings: [String] = []
        var evidence: [Evidence] = []
    }

    public init(
        kind: BlockKind = .body, text: UTF8Text, extent: ByteRange, edits: EditMap, reason: BoilerplateReason? = nil,
        date: String? = nil, dateReadings: [String] = [], evidence: [Evidence] = []
    ) {
        self.kind = kind
        self.reason = reason
        self.extent = extent
        isWhole = true
        shared = SharedText(text)
        let isPlain = edits == EditMap(identity: text.count)
        if !isPlain || date != nil || !dateReadings.isEmpty || !evidence.isEmpty {
            details = Boxed(
                Details(
                    edits: isPlain ? nil : edits, date: date, dateReadings: dateReadings, evidence: evidence))
        }
    }

    /// Bytes of the longest line that stays in its source. Longer ones have bytes of their own, so that to ask for the text
    /// again and again never takes long.
    static let sharedLength = 4096

    /// A stretch of a source as it stands there, not longer than `sharedLength`.
    init(_ extent: ByteRange, of source: SharedText) {
        kind = .body
        self.extent = extent
        isWhole = false
        shared = source
    }

    /// The clean text. A copy for a line that has no bytes of its own: where a look at them will do, `bytes` is cheaper.
    public var text: UTF8Text {
        get { isWhole ? shared.text : shared.text[extent] }
        set {
            // The way back stays what it was until it is set, too.
            if details?.value.edits == nil { edits = edits }
            shared = SharedText(newValue)
            isWhole = true
        }
    }

    /// The bytes of the clean text, not copied.
    public var bytes: ArraySlice<UInt8> { shared.text.bytes[range] }

    /// From the bytes of `extent` to `text`.
    public var edits: EditMap {
        get { details?.value.edits ?? EditMap(identity: range.count) }
        set { change { $0.edits = newValue } }
    }

    /// ISO 8601 date or date and time of a dateline, with an offset only where the text gives one; `XXXX-10-20` where it
    /// gives no year (ISO 8601-2:2019).
    public var date: String? {
        get { details?.value.date }
        set { change { $0.date = newValue } }
    }

    /// The dates in ISO 8601, the likelier first, where the order of the figures cannot be known; else empty.
    public var dateReadings: [String] {
        get { details?.value.dateReadings ?? [] }
        set { change { $0.dateReadings = newValue } }
    }

    /// What led to the kind, if it was asked for (`Pipeline.givesEvidence`).
    public var evidence: [Evidence] {
        get { details?.value.evidence ?? [] }
        set { change { $0.evidence = newValue } }
    }

    /// The bytes of the decoded source that a range of the block's text came from.
    public func decodedRange(of range: ByteRange) -> ByteRange {
        let inside = edits.source(of: range)
        return extent.lowerBound + inside.lowerBound..<extent.lowerBound + inside.upperBound
    }

    /// Lends the bytes of the clean text for the length of a call.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try shared.text.bytes.withUnsafeBufferPointer { (all: UnsafeBufferPointer<UInt8>) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[range]))
        }
    }

    /// Whether two have the same clean text, byte for byte.
    @inline(__always)
    func hasBytes(of other: Block) -> Bool {
        withBytes { bytes in
            other.withBytes { sameBytes(UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer($0)) }
        }
    }

    /// Lends the text for the length of a call.
    @inline(__always)
    func borrowed<Result>(_ body: (BorrowedText) -> Result) -> Result {
        shared.text.borrowed { body($0[range]) }
    }

    private var range: ByteRange { isWhole ? shared.text.all : extent }

    private mutating func change(_ change: (inout Details) -> Void) {
        var value = details?.value ?? Details()
        change(&value)
        details = Boxed(value)
    }
}

extension Block: Hashable {
    public static func == (left: Block, right: Block) -> Bool {
        left.kind == right.kind && left.reason == right.reason && left.extent == right.extent
            && left.text == right.text && left.edits == right.edits && left.date == right.date
            && left.dateReadings == right.dateReadings && left.evidence == right.evidence
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(extent)
        hasher.combine(text)
    }
}
