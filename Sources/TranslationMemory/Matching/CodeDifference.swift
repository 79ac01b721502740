/// How the inline codes of two texts differ.
enum CodeDifference: Int {
    case none = 0
    /// The same codes, elsewhere or in another order.
    case moved = 1
    /// One has codes that the other lacks.
    case missing = 2

    /// The numbers that pair codes (`i`, `x`) are left out: they differ from file to file. O(n log n).
    init(_ one: InlineText, _ other: InlineText) {
        if one.codes.isEmpty, other.codes.isEmpty {
            self = .none
            return
        }
        let (mine, theirs) = (one.codes.map(Signature.init), other.codes.map(Signature.init))
        if mine == theirs, one.codes.map(\.position) == other.codes.map(\.position) {
            self = .none
        } else {
            self = Self.counted(mine) == Self.counted(theirs) ? .moved : .missing
        }
    }

    private static func counted(_ codes: [Signature]) -> [Signature: Int] {
        Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private struct Signature: Hashable {
        let kind: InlineCode.Kind
        let type: [UInt8]?
        let content: [UInt8]?

        init(_ code: InlineCode) {
            kind = code.kind
            type = code.attributes["type"].map { Array($0.utf8) }
            content = InlineCodeCoding.encode([InlineCode(kind: code.kind, position: 0, content: code.content)])
        }
    }
}
