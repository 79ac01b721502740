/// A place where a sentence might end, what was decided there, and by which rule.
public struct Boundary: Hashable, Sendable {
    /// UTF-8 byte offset just behind the mark and its closing quotes and brackets.
    public let offset: Int
    public let isBreak: Bool
    /// Name of the rule that decided, such as `full-stop`, `title` or `inside-token`.
    public let rule: String

    public init(offset: Int, isBreak: Bool, rule: String) {
        self.offset = offset
        self.isBreak = isBreak
        self.rule = rule
    }
}
