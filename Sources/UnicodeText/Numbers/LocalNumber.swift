/// A number written in figures, as it stands in a text.
public struct LocalNumber: Hashable, Sendable {
    /// Bytes of the text.
    public var range: ByteRange
    /// The value in ASCII digits with a point: `1234.50`. `nil` where the figures are a number by no convention of the
    /// language, such as `1.2.3` or `007`; those are compared and copied as they are.
    public var decimal: String?
    /// Whether thousands are set apart.
    public var isGrouped: Bool
    /// Whether the digits are others than ASCII's.
    public var isNative: Bool

    public init(range: ByteRange, decimal: String?, isGrouped: Bool, isNative: Bool) {
        self.range = range
        self.decimal = decimal
        self.isGrouped = isGrouped
        self.isNative = isNative
    }
}
