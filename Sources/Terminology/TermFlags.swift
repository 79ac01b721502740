/// How a term may meet a text, where that differs from what its language's rules allow.
public struct TermFlags: OptionSet, Hashable, Sendable {
    public var rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// As it is written only, no inflected form of it.
    public static let exact = TermFlags(rawValue: 1 << 0)
    /// Capitals count: `WHO` is not `who`.
    public static let caseSensitive = TermFlags(rawValue: 1 << 1)
    /// It may begin a longer word: `cyber` in `cyberspace`.
    public static let prefix = TermFlags(rawValue: 1 << 2)
}
