internal import FuzzyMatching
internal import UnicodeText

/// Texts that are the same but for their figures: the lines of a table, the results of a day.
///
/// Each of thousands of them is like all others, and an index would compare all with all. One comparison settles it: no
/// texts that differ are more alike than `highest`.
struct FigureTwins {
    /// The score of texts that differ as little as texts can, percent.
    private static let highest = 99
    /// The last text of each kind.
    private var last: [UTF8Text: UTF8Text] = [:]

    /// The text before this one that differs from it in figures alone, if there is one; takes this one in.
    mutating func before(_ text: UTF8Text) -> UTF8Text? { last.updateValue(text, forKey: Self.kind(of: text)) }

    /// The score of two texts if no other could score more, `nil` if one might.
    static func score(_ text: UTF8Text, _ twin: UTF8Text, in language: LanguageTag) -> Int? {
        let score = FuzzyComparison(query: text, match: twin, language: language).score
        return score == highest ? score : nil
    }

    /// The text with each number in figures as one zero.
    private static func kind(of text: UTF8Text) -> UTF8Text {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var isInNumber = false
        for (index, byte) in text.bytes.enumerated() {
            let isSeparator = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            if isDigit(byte) {
                if !isInNumber { bytes.append(UInt8(ascii: "0")) }
                isInNumber = true
            } else if isInNumber, isSeparator, index + 1 < text.count, isDigit(text.bytes[index + 1]) {
                continue
            } else {
                isInNumber = false
                bytes.append(byte)
            }
        }
        return UTF8Text(unchecked: bytes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
