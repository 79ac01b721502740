internal import FuzzyMatching
internal import UnicodeText

/// Characters of a pattern that stand together; none between two wildcards and at an end that is a wildcard.
struct PatternPiece {
    let weak: [UInt32]
    let strict: [UInt64]
    /// Necessary for the piece to occur in a text's weak key.
    let bytes: BytePattern
    /// In NFC, with its case.
    let original: [UInt8]
    /// Elements that must have the marks they have here.
    private let marked: [Int]
    /// For each prefix the length of its longest proper border (Knuth, Morris, Pratt 1977).
    private let borders: [Int]

    init(_ text: UTF8Text) {
        var weak: [UInt32] = []
        var strict: [UInt64] = []
        var bytes: [UInt8] = []
        WeakKey.forEachElement(of: FoldedKey.key(of: text)) { element in
            weak.append(element.weak)
            strict.append(element.strict)
            if let scalar = Unicode.Scalar(element.weak) { bytes.append(scalar) }
        }
        self.weak = weak
        self.strict = strict
        self.bytes = BytePattern(bytes)
        original = ConcordanceText.original(text)
        marked = weak.indices.filter { strict[$0] != UInt64(weak[$0]) }
        var borders = [Int](repeating: 0, count: weak.count)
        var length = 0
        for index in weak.indices.dropFirst() {
            while length > 0, weak[index] != weak[length] { length = borders[length - 1] }
            if weak[index] == weak[length] { length += 1 }
            borders[index] = length
        }
        self.borders = borders
    }

    var count: Int { weak.count }
    var isEmpty: Bool { weak.isEmpty }

    /// Every start of the piece in a text, ascending; all places for an empty one. A letter without marks is found with
    /// any, one with marks only with the same (UTS #10, section 8.2, asymmetric search).
    func starts(in text: ConcordanceText) -> [Int] {
        guard !weak.isEmpty else { return Array(0...text.count) }
        var starts: [Int] = []
        var matched = 0
        for index in 0..<text.count {
            while matched > 0, matched == weak.count || text.weak[index] != weak[matched] {
                matched = borders[matched - 1]
            }
            if text.weak[index] == weak[matched] { matched += 1 }
            guard matched == weak.count else { continue }
            let start = index + 1 - matched
            if marked.allSatisfy({ text.strict[start + $0] == strict[$0] }) { starts.append(start) }
        }
        return starts
    }

    /// How near elements that match are to the piece.
    func likeness(of elements: Range<Int>, in text: ConcordanceText) -> Likeness {
        guard !isEmpty else { return .exact }
        guard text.strict[elements].elementsEqual(strict) else { return .accentless }
        guard let found = text.original(elements) else { return .folded }
        return found == original ? .exact : .folded
    }
}

/// What a match has in common with what was looked for.
enum Likeness: UInt8, Comparable {
    /// The same characters.
    case exact
    /// But for case.
    case folded
    /// But for case and marks.
    case accentless

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
}
