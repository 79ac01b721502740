/// How much of a text is worked on.
public enum Profile: String, Sendable, CaseIterable {
    /// Press copy: every block gets a kind, and furniture is told from copy.
    case press
    /// Any text: repaired whole, nothing cut.
    case text
}
