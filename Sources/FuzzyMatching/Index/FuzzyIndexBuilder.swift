public import UnicodeText

/// Collects segments and lays them out as an index.
///
/// Takes about 60 bytes a segment of ten words while it does, and to lay them out in a file. Takes segments apart on all
/// processors. Belongs to one task at a time.
public struct FuzzyIndexBuilder: ~Copyable {
    let language: LanguageTag
    /// Segments that are still to be taken apart.
    private var waiting: [UTF8Text] = []
    private var waitingBytes = 0
    /// Those that are being taken apart, and those that are next.
    private var first = SegmentBatch()
    private var second = SegmentBatch()
    /// So many segments, or bytes of them, are taken apart at once.
    private static let batch = 8_192
    private static let batchBytes = 1 << 20

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
        ids.append(id)
        waiting.append(text)
        waitingBytes += text.count
        if waiting.count == Self.batch || waitingBytes >= Self.batchBytes { startWaiting() }
    }

    /// Takes in the segments that wait, to the same end as one by one.
    mutating func takeWaiting() {
        startWaiting()
        finishFirst()
    }

    /// Begins to take apart the segments that wait, and takes in those before.
    private mutating func startWaiting() {
        let segments = waiting
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
        second.start(segments)
        finishFirst()
        swap(&first, &second)
    }

    private mutating func finishFirst() {
        first.finish { take($0) }
    }

    private mutating func take(_ part: SegmentPieces) {
        let numbers = part.vocabulary.bytes.withUnsafeBytes { bytes in
            (0..<part.vocabulary.count).map { piece(bytes, part.vocabulary.range($0)) }
        }
        lengths += part.lengths
        var start = 0
        for end in part.ends {
            units.removeAll(keepingCapacity: true)
            for number in part.numbers[start..<end] { PieceCode.append(numbers[Int(number)], to: &units) }
            sequences.append(units)
            start = end
        }
    }

    /// The number of a piece and what it is, whose key is a range.
    private mutating func piece(_ keys: UnsafeRawBufferPointer, _ range: ByteRange) -> UInt32 {
        let text = range.lowerBound..<range.upperBound - 1
        let kind = keys[text.upperBound]
        let piece = pieces.number(keys, text, kind)
        guard Int(piece) == symbolOfPiece.count else { return piece }
        guard let kind = PieceKind(rawValue: kind)?.token else {
            symbolOfPiece.append(UInt32(Symbol.nothing))
            return piece
        }
        let bytes = keys[text]
        let token = bytes.count > 1 && bytes.first == 0x20 ? bytes.dropFirst() : bytes
        symbolOfPiece.append(table.symbol(of: UTF8Text(unchecked: Array(token)), kind))
        return piece
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

    // For who has laid them out already: what comes then takes as much memory again.

    mutating func dropKeys() {
        pieces = Vocabulary()
        table = SymbolTable(stemmer: nil)
        (first, second) = (SegmentBatch(), SegmentBatch())
        waiting = []
    }

    mutating func dropRecords() {
        sequences = PieceSequences()
        ids = []
        lengths = []
    }
}
