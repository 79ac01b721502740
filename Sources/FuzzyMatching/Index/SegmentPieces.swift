internal import UnicodeText

/// The pieces of some segments by numbers of their own, in the order they first come: what needs nothing of the segments
/// before.
struct SegmentPieces {
    /// Pieces by their bytes and, behind these, what they are (`PieceKind`).
    private(set) var vocabulary = Vocabulary()
    /// The pieces of all segments, one after another, and where each segment ends.
    private(set) var numbers: [UInt32] = []
    private(set) var ends: [Int] = []
    /// Number of tokens of each segment.
    private(set) var lengths: [UInt16] = []

    private let tokenizer = Tokenizer()
    private var tokens: [Token] = []

    /// Forgets what was added, and keeps the memory for more.
    mutating func removeAll() {
        vocabulary.removeAll()
        numbers.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
    }

    /// Adds a segment. O(n).
    mutating func add(_ text: UTF8Text) {
        var tokens = consumeTokens()
        tokenizer.forEach(in: text) { tokens.append($0) }
        defer { self.tokens = tokens }
        let words = tokens.count { $0.kind != .sign }
        let isOfSigns = words == 0
        let length = isOfSigns ? tokens.count : words
        if length > FuzzyComparison.maximumTokens || length == 0 {
            // Only an identical text is alike, and that is found by its bytes.
            lengths.append(0)
            addPiece(text, text.all, .blank)
        } else {
            lengths.append(UInt16(length))
            if isOfSigns { addPiece(text, 0..<0, .signMarker) }
            addPieces(of: text, tokens)
        }
        ends.append(numbers.count)
    }

    /// The array of the segment before, empty; taken out so that it stays the only reference.
    private mutating func consumeTokens() -> [Token] {
        var taken: [Token] = []
        swap(&taken, &tokens)
        taken.removeAll(keepingCapacity: true)
        return taken
    }

    /// A token and the one space before it are a piece; other white space is one by itself.
    private mutating func addPieces(of text: UTF8Text, _ tokens: [Token]) {
        text.bytes.withUnsafeBytes { bytes in
            var end = 0
            for token in tokens {
                var start = token.range.lowerBound
                if start == end + 1, bytes[end] == 0x20 {
                    start = end
                } else if start > end {
                    addPiece(bytes, end..<start, .blank)
                }
                addPiece(bytes, start..<token.range.upperBound, PieceKind(token.kind))
                end = token.range.upperBound
            }
            if end < bytes.count { addPiece(bytes, end..<bytes.count, .blank) }
        }
    }

    private mutating func addPiece(_ text: UTF8Text, _ range: ByteRange, _ kind: PieceKind) {
        text.bytes.withUnsafeBytes { addPiece($0, range, kind) }
    }

    private mutating func addPiece(_ text: UnsafeRawBufferPointer, _ range: ByteRange, _ kind: PieceKind) {
        numbers.append(vocabulary.number(text, range, kind.rawValue))
    }
}
