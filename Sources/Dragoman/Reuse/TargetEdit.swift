internal import FuzzyMatching
internal import UnicodeText

/// A place of a translation and what should stand there instead.
struct TargetEdit {
    let kind: Substitution.Kind
    /// Bytes of the text that was looked up, and of the match's source: what the edit provides for.
    let query: ByteRange
    let match: ByteRange
    /// Bytes of the memory's translation.
    let range: ByteRange
    let replacement: UTF8Text
}

/// The three texts that a substitution looks at.
struct ReuseTexts {
    let query: UTF8Text
    let match: UTF8Text
    let target: UTF8Text
    let differences: [FuzzyDifference]
}
