public import UnicodeText

/// Resolves HTML character references that were left in plain text: "&amp;", "&nbsp;", "&#8217;".
///
/// What was escaped twice is resolved twice ("&amp;quot;"), but for "&amp;lt;" and "&amp;gt;", which texts about markup
/// mean as they stand. O(n).
public struct CharacterReferences: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard holds(UInt8(ascii: "&"), in: text.bytes) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(of: UInt8(ascii: "&")) {
            offset = start + 1
            guard let found = CharacterReference(in: text.bytes, at: start) else { continue }
            if let meant = found.meant, !Self.isMisplaced(meant, start..<found.end, in: text) {
                var bytes: [UInt8] = []
                bytes.append(meant)
                rewriter.replace(start..<found.end, with: bytes, rule: "character-reference")
            }
            offset = found.end
        }
        return rewriter.finish()
    }

    /// A fraction or a spacing accent between two letters is in no word: something else happened to the text before it
    /// was escaped, and what, the reference alone does not say.
    private static func isMisplaced(_ meant: Unicode.Scalar, _ range: ByteRange, in text: UTF8Text) -> Bool {
        switch CharacterTraits.traits(of: meant.value).role {
        case .fraction, .symbol: break
        default: return false
        }
        guard range.lowerBound > 0, range.upperBound < text.count else { return false }
        return text.scalar(before: range.lowerBound).scalar.isLetter
            && text.scalar(at: range.upperBound).scalar.isLetter
    }
}
