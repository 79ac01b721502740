public import UnicodeText

/// Languages, and the `<languagerule>` that is theirs.
public struct SRXLanguageMap: Hashable, Sendable {
    /// A regular expression that takes a language tag whole, in any case.
    public let pattern: UTF8Text
    public let languageRule: String
    /// One-based.
    public let line: Int
    public let column: Int
    /// Bytes before its tag.
    public let offset: Int

    let regex: SRXPattern
}
