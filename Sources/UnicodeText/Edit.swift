/// One changed place: bytes of the source, the bytes that stand for them, and the rules that did it.
public struct Edit: Hashable, Sendable {
    /// Bytes of the source; empty for an insertion.
    public var source: ByteRange
    /// Bytes of the result; empty for a deletion.
    public var target: ByteRange
    /// Names of the rules, in the order they worked.
    public var rules: [String]

    public init(source: ByteRange, target: ByteRange, rules: [String]) {
        self.source = source
        self.target = target
        self.rules = rules
    }
}
