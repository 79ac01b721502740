public import UnicodeText

extension TermFlags {
    /// The words that files and commands have for flags, in the order they are written.
    public static let words: [(word: String, flag: TermFlags)] = [
        ("exact", .exact), ("case", .caseSensitive), ("prefix", .prefix),
    ]

    /// The flags of words with blanks or commas between; `nil` if one is none.
    public init?(words text: UTF8Text) {
        self = []
        for part in text.bytes.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: ",") }) {
            guard let known = Self.words.first(where: { $0.word.utf8.elementsEqual(part) }) else { return nil }
            insert(known.flag)
        }
    }

    /// The words of the flags, with blanks between.
    public var words: String { Self.words.filter { contains($0.flag) }.map(\.word).joined(separator: " ") }
}
