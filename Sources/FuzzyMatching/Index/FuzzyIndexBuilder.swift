public import UnicodeText

/// Collects segments and lays them out as an index.
///
/// Takes about 60 bytes a segment of ten words while it does, and to lay them out in a file. Belongs to one task at a time.
public struct FuzzyIndexBuilder: ~Copyable {
    let language: LanguageTag
    private let tokenizer = Tokenizer()
    private var tokens: [Token] = []
    private var key: [UInt8] = []

    /// Pieces by their bytes and, behind these, what they are (`PieceKind`).
    private(set) var pieces = Vocabulary()
    private(set) var table: SymbolTable
    /// The symbol of each piece.
    private(set) var symbolOfPiece: [UInt32] = []

    private(set) var ids: [Int64] = []
    private(set) var sequences = PieceSequences()
    private var units: [UInt16] = []
    /// Number of tokens of each segment.
    private(set) var lengths: [UInt16] = []

    public init(language: LanguageTag) {
        self.language = language
        table = SymbolTable(stemmer: Stemmer(algorithm: language.language))
        // The marker of signs is piece 0, whether any text needs it or not.
        _ = [PieceKind.signMarker.rawValue].withUnsafeBytes { pieces.number($0) }
        symbolOfPiece.append(UInt32(Symbol.nothing))
    }

    /// Number of segments so far.
    public var count: Int { ids.count }

    /// Adds a segment. O(n).
    public mutating func add(_ id: Int64, _ text: UTF8Text) {
        var tokens = consumeTokens()
        tokenizer.forEach(in: text) { tokens.append($0) }
        defer { self.tokens = tokens }
        ids.append(id)
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
        sequences.append(units)
        units.removeAll(keepingCapacity: true)
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
        var end = 0
        for token in tokens {
            var start = token.range.lowerBound
            if start == end + 1, text.bytes[end] == 0x20 {
                start = end
            } else if start > end {
                addPiece(text, end..<start, .blank)
            }
            addPiece(text, start..<token.range.upperBound, PieceKind(token.kind))
            end = token.range.upperBound
        }
        if end < text.count { addPiece(text, end..<text.count, .blank) }
    }

    private mutating func addPiece(_ text: UTF8Text, _ range: ByteRange, _ kind: PieceKind) {
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: text.bytes[range])
        key.append(kind.rawValue)
        let piece = key.withUnsafeBytes { pieces.number($0) }
        PieceCode.append(piece, to: &units)
        guard Int(piece) == symbolOfPiece.count else { return }
        guard let tokenKind = kind.token else { return symbolOfPiece.append(UInt32(Symbol.nothing)) }
        let start = range.count > 1 && text.bytes[range.lowerBound] == 0x20 ? range.lowerBound + 1 : range.lowerBound
        symbolOfPiece.append(table.symbol(of: text[start..<range.upperBound], tokenKind))
    }

    /// The index of all that was added. O(total tokens · log of the longest segment).
    ///
    /// - Parameter path: The file to lay it in, which it replaces when all of it is on the disk; `nil` for memory.
    /// - Throws: `tooLarge`, `unwritable`.
    public consuming func finish(
        stamp: FuzzyIndexStamp = FuzzyIndexStamp(), at path: String? = nil
    ) throws(FuzzyIndexError) -> FuzzyIndex {
        let output = if let path { try IndexOutput(path: path) } else { IndexOutput() }
        return try FuzzyIndex(try IndexLayout(self, in: output).bytes(stamp: stamp), path: path ?? "")
    }

    /// For who has laid them out already: what comes then takes as much memory again.
    mutating func dropRecords() {
        sequences = PieceSequences()
        ids = []
        lengths = []
    }
}
