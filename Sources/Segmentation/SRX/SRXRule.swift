public import UnicodeText

/// A rule of an SRX file: a break, or none, where one pattern ends and another begins (SRX 2.0, `<rule>`).
public struct SRXRule: Hashable, Sendable {
    /// Whether the rule breaks; otherwise it forbids a break.
    public let isBreak: Bool
    /// What stands before the place, as the file writes it; empty for anything.
    public let beforeBreak: UTF8Text
    /// What stands behind it.
    public let afterBreak: UTF8Text
    /// Name of the `<languagerule>` it belongs to.
    public let languageRule: String
    /// One-based line and column of its tag.
    public let line: Int
    public let column: Int

    let before: SRXPattern
    let after: SRXPattern
}
