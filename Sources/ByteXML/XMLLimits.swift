/// How much of one thing a file may hold. Real files stay far below; hostile ones do not.
public struct XMLLimits: Sendable {
    /// Elements within elements.
    public var depth = 64
    /// Bytes of one attribute's value.
    public var attribute = 1 << 20
    /// Attributes of one element.
    public var attributes = 256
    /// Bytes of one tag, comment or processing instruction.
    public var token = 4 << 20
    /// Bytes of text an element's own reader gathers (a segment, a term).
    public var text = 10 << 20
    /// Bytes of all a reader gathers before it hands it on: a unit with its languages.
    public var unit = 20 << 20
    /// Bytes of values an element gets from the document type instead of its own tag: so many for each of its few.
    public var defaults = 1024

    public init() {}
}
