/// When the term links of a unit that comes in take the place of the stored unit's.
public enum TermLinkPolicy: Hashable, Sendable {
    /// When it has any: a file that knows nothing of terms takes none away.
    case whenPresent
    /// Always: the terms were looked for anew, and none found means none.
    case always
}
