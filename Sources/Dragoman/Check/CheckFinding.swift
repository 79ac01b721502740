public import UnicodeText

/// Something that is not right in a translation.
public struct CheckFinding: Hashable, Sendable {
    public enum Side: String, Hashable, Sendable {
        case source, target
    }

    public var code: CheckCode
    public var severity: Diagnostic.Severity
    public var side: Side
    /// Bytes of that side's text.
    public var range: ByteRange
    public var message: String
    /// What could stand in the target instead; `nil` where nothing is certain.
    public var suggestion: UTF8Text?

    public init(
        _ code: CheckCode, _ severity: Diagnostic.Severity? = nil, side: Side, range: ByteRange, message: String,
        suggestion: UTF8Text? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.side = side
        self.range = range
        self.message = message
        self.suggestion = suggestion
    }
}
