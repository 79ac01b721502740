internal import UnicodeText

/// What a hyphen at the end of a wrapped line is: the printer's, the word's own, or a suspended one ("Vor-\nund
/// Nachteile").
///
/// The printer's goes only where the joined word is seen elsewhere in the text, or where what follows it is no word of
/// any language and ends many (`Data/repair.txt`).
struct LineEndHyphen {
    enum Meaning {
        /// The word goes on: "coop-\neration".
        case printed
        /// The hyphen is the word's: "well-\nknown".
        case own
        /// A blank follows the hyphen.
        case suspended
    }

    private let text: UTF8Text
    private lazy var words = SeenWords(text)

    init(_ text: UTF8Text) { self.text = text }

    /// - Parameters:
    ///   - end: where the line before ends, right after its hyphen.
    ///   - start: where the next line begins.
    mutating func meaning(end: Int, start: Int) -> Meaning {
        let (hyphen, length) = text.scalar(before: end)
        guard end > length else { return .suspended }
        let stem = SeenWords.part(before: end - length, in: text)
        let rest = SeenWords.part(after: start, in: text)
        guard !stem.isEmpty, !rest.isEmpty else {
            return text.scalar(before: end - length).scalar.isBlank ? .suspended : .own
        }
        if hyphen == "\u{AD}" { return .printed }
        if Self.conjunctions.contains(Array(text.bytes[rest])) { return .suspended }
        guard text.scalar(at: rest.lowerBound).scalar.kind != .upper else { return .own }
        let joined = SeenWords.hash([text.bytes[stem], text.bytes[rest]])
        if words.contains(joined) { return .printed }
        let hyphened = SeenWords.hash([text.bytes[stem], [UInt8(ascii: "-")], text.bytes[rest]])
        if words.contains(hyphened) { return .own }
        return Self.endings.contains(Array(text.bytes[rest])) ? .printed : .own
    }

    /// Whether a line ends in a hyphen: the ASCII one, U+2010 or a soft one.
    static func ends(_ line: ByteRange, of text: UTF8Text) -> Bool {
        guard !line.isEmpty else { return false }
        let last = text.scalar(before: line.upperBound).scalar
        return last == "-" || last == "\u{2010}" || last == "\u{AD}"
    }

    private static let data = LanguageData.file("normalization/repair.txt").map { SectionedFile($0) }
    private static let endings = Set((data?.lines("endings that are no words") ?? []).map(\.bytes))
    private static let conjunctions = Set((data?.lines("words after a suspended hyphen") ?? []).map(\.bytes))
}
