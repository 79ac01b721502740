/// One rule's say in what a block is.
public struct Evidence: Hashable, Sendable {
    /// The rule's name, such as `terminal-punctuation` or `legal:all rights reserved`.
    public let rule: String
    /// Positive for copy, negative for boilerplate.
    public let weight: Double

    public init(_ rule: String, _ weight: Double) {
        self.rule = rule
        self.weight = weight
    }
}
