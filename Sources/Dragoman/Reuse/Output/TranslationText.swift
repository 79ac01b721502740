internal import Normalization
internal import UnicodeText

/// A translation as plain text: a segment a line, a block a paragraph, with marks for what is not a translation of the very text.
///
/// `[82%] …` comes from a fuzzy match, `[new] …` is the source, its terms named behind it: `{digital economy = économie
/// numérique}`.
public enum TranslationText {
    public static func bytes(_ translation: TranslatedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        var block: Int?
        for segment in translation.segments {
            if let block { bytes += (block == segment.segment.block ? "\n" : "\n\n").utf8 }
            block = segment.segment.block
            bytes += line(segment)
        }
        return bytes + (block == nil ? "" : "\n").utf8
    }

    private static func line(_ segment: TranslatedSegment) -> [UInt8] {
        if let draft = segment.filled {
            let mark = draft.match.differences.isEmpty ? "" : "[\(draft.match.score)%] "
            return Array(mark.utf8) + draft.target.text.bytes
        }
        var bytes = Array("[new] ".utf8) + segment.segment.text.bytes
        var seen: Set<UTF8Text> = []
        for term in segment.terms where seen.insert(term.occurrence.term.text).inserted {
            bytes += Array(" {\(term.occurrence.term.text) = ".utf8) + term.translations[0].bytes + [UInt8(ascii: "}")]
        }
        return bytes
    }
}
