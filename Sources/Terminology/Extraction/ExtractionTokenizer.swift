internal import UnicodeText

/// Splits texts into words by ICU (UAX #29; scripts without spaces by its dictionaries), numbered by a table.
///
/// Belongs to one task at a time.
final class ExtractionTokenizer {
    private let boundaries: Boundaries?
    let table: WordTable

    init(_ language: LanguageTag, table: WordTable) {
        boundaries = try? Boundaries(.words, language: language)
        self.table = table
    }

    /// The words of a text of less than 2 GB, in order. O(n).
    func tokens(of text: UTF8Text) -> [ExtractionToken] {
        var tokens: [ExtractionToken] = []
        forEachWord(of: text) { range, isJoined, isInitial in
            let word = text[range]
            let (number, stem) = table.number(of: (try? CaseMapping.fold(word)) ?? word)
            tokens.append(
                ExtractionToken(
                    start: Int32(range.lowerBound), end: Int32(range.upperBound), stem: stem, word: number,
                    shape: Self.shape(of: word), isJoined: isJoined, isInitial: isInitial))
        }
        return tokens
    }

    /// Calls `found` with the words of a text, and whether each is joined to the one before or begins a sentence.
    func forEachWord(of text: UTF8Text, _ found: (ByteRange, _ isJoined: Bool, _ isInitial: Bool) -> Void) {
        guard text.count < Int32.max else { return }
        var gap = Gap()
        boundaries?.forEach(in: text) { piece, status in
            guard status >= Boundaries.wordStatusMinimum else {
                gap.add(text, piece)
                return
            }
            let range = Self.withoutPossessive(text, piece)
            found(range, gap.joins, gap.isInitial)
            gap = Gap(isPossessive: range != piece)
        }
    }

    /// What lies between two words.
    private struct Gap {
        var hasBlank = false
        var hyphens = 0
        var isBroken: Bool
        var isInitial: Bool

        /// Before the first word.
        init() {
            isBroken = true
            isInitial = true
        }

        init(isPossessive: Bool) {
            isBroken = isPossessive
            isInitial = false
        }

        var joins: Bool { !isBroken && (hyphens == 0 || hyphens == 1 && !hasBlank) }

        mutating func add(_ text: UTF8Text, _ piece: ByteRange) {
            let scalar = text.scalar(at: piece.lowerBound).scalar
            if scalar.isBlank {
                hasBlank = true
                return
            }
            switch scalar {
            case "-", "\u{2010}", "\u{2011}": hyphens += 1
            case "&": break
            // A stop after a letter may belong to an initial; what comes then is cut off, but no sentence begins.
            case ",", ";", ")", "]", "”", "’", "»", "/", "%": isBroken = true
            default:
                isBroken = true
                isInitial = true
            }
        }
    }

    /// "China's" without its ending.
    private static func withoutPossessive(_ text: UTF8Text, _ range: ByteRange) -> ByteRange {
        for ending in [Array("'s".utf8), Array("’s".utf8)] where range.count > ending.count {
            if text.bytes[(range.upperBound - ending.count)..<range.upperBound].elementsEqual(ending) {
                return range.lowerBound..<range.upperBound - ending.count
            }
        }
        return range
    }

    private static func shape(of word: UTF8Text) -> ExtractionToken.Shape {
        var capitals = 0
        var others = 0
        var startsWithCapital = false
        for (index, placed) in word.placedScalars.enumerated() {
            switch placed.scalar.kind {
            case .upper:
                capitals += 1
                if index == 0 { startsWithCapital = true }
            case .lower, .otherLetter: others += 1
            default: break
            }
        }
        if capitals + others == 0 { return .number }
        if capitals >= 2, others == 0 || others == 1 && word.bytes.last == UInt8(ascii: "s") { return .capitals }
        if capitals == 1, others == 0, word.count > 1 { return .capitals }
        // "iPhone" and "AfCFTA" are names, too.
        return startsWithCapital || capitals >= 1 ? .capital : .lower
    }
}
