/// Why bytes are not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Byte offset of the trouble.
    public let offset: Int
    public let message: String

    public var description: String { "\(message) at byte \(offset)" }
}
