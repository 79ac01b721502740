/// A file made to do harm, or broken in a way files are.
public struct HostileFile: Sendable, CustomStringConvertible {
    public enum Outcome: Sendable {
        /// Refused, with a message that holds these words, and this line.
        case refused(String, line: Int? = nil)
        /// Read, with this many units.
        case read(Int)
    }

    public let name: String
    public let bytes: [UInt8]
    public let outcome: Outcome

    public init(_ name: String, _ bytes: [UInt8], _ outcome: Outcome) {
        self.name = name
        self.bytes = bytes
        self.outcome = outcome
    }

    public init(_ name: String, _ text: String, _ outcome: Outcome) {
        self.init(name, Array(text.utf8), outcome)
    }

    public var description: String { name }
}
