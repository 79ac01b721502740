/// Where in a file something stands.
public struct XMLPlace: Hashable, Sendable {
    /// One-based.
    public let line: Int
    /// One-based, in code points.
    public let column: Int
    /// Bytes from the start of the text as parsed (UTF-8).
    public let offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}
