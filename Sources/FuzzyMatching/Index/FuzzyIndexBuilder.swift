public import UnicodeText

/// Collects segments and lays them out as an index.
///
/// With a place for scratch files it takes memory for the vocabulary, some 80 bytes for each distinct word, and 20 MB more,
/// however many segments there are; else up to three times what the index takes. Takes segments apart on all processors.
/// Belongs to one task at a time.
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
    /// What tokens are told apart by, when all pieces are there.
    private(set) var table: SymbolTable
    /// The symbol of each piece.
    private(set) var symbolOfPiece: [UInt32] = []

    /// How often each piece comes.
    private(set) var frequencies: [UInt32] = []
    /// The records by length in tokens, as `BuilderRecord` has them.
    private(set) var records: NumberBins<UInt16>
    /// Number of segments of each length.
    private(set) var lengths: [UInt32] = []
    private(set) var hasWideIDs = false
    private var units: [UInt16] = []
    /// Of the segments that are not yet taken in.
    private var ids: [Int64] = []
    /// For what memory does not hold; `nil` where it holds all.
    let scratch: ScratchPlace?

    /// - Parameter scratch: What scratch files lie beside, if they are needed; `nil` where all stays in memory.
    public init(language: LanguageTag, scratch: String? = nil) {
        self.init(language: language, in: scratch.map { ScratchPlace(path: $0) })
    }

    init(language: LanguageTag, in scratch: ScratchPlace?) {
        self.language = language
        self.scratch = scratch
        records = NumberBins(in: scratch)
        table = SymbolTable(stemmer: Stemmer(algorithm: language.language))
        // The marker of signs is piece 0, whether any text needs it or not.
        _ = [PieceKind.signMarker.rawValue].withUnsafeBytes { pieces.number($0) }
        frequencies.append(0)
    }

    /// Number of segments so far.
    public private(set) var count = 0

    /// Adds a segment. O(n).
    ///
    /// - Throws: `tooLarge`, and `unwritable` if there is a place for scratch files.
    public mutating func add(_ id: Int64, _ text: UTF8Text) throws(FuzzyIndexError) {
        count += 1
        hasWideIDs = hasWideIDs || id < 0 || id > Int64(UInt32.max)
        ids.append(id)
        waiting.append(text)
        waitingBytes += text.count
        if waiting.count == Self.batch || waitingBytes >= Self.batchBytes { try startWaiting() }
    }

    /// Takes in the segments that wait, to the same end as one by one.
    mutating func takeWaiting() throws(FuzzyIndexError) {
        try startWaiting()
        try finishFirst()
    }

    /// Begins to take apart the segments that wait, and takes in those before.
    private mutating func startWaiting() throws(FuzzyIndexError) {
        let segments = waiting
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
        second.start(segments)
        try finishFirst()
        swap(&first, &second)
    }

    private mutating func finishFirst() throws(FuzzyIndexError) {
        var taken = 0
        try first.finish { part throws(FuzzyIndexError) in
            try take(part, from: taken)
            taken += part.ends.count
        }
        ids.removeFirst(taken)
    }

    private mutating func take(_ part: SegmentPieces, from first: Int) throws(FuzzyIndexError) {
        guard pieces.bytes.count + part.vocabulary.bytes.count < Int(UInt32.max) else {
            throw FuzzyIndexError(.tooLarge)
        }
        let numbers = part.vocabulary.bytes.withUnsafeBytes { bytes in
            (0..<part.vocabulary.count).map {
                pieces.number(UnsafeRawBufferPointer(rebasing: bytes[part.vocabulary.range($0)]))
            }
        }
        while frequencies.count < pieces.count { frequencies.append(0) }
        var start = 0
        for segment in part.ends.indices {
            units.removeAll(keepingCapacity: true)
            BuilderRecord.begin(&units, ids[first + segment])
            let end = part.ends[segment]
            for number in part.numbers[start..<end] {
                let piece = numbers[Int(number)]
                if frequencies[Int(piece)] < .max { frequencies[Int(piece)] += 1 }
                PieceCode.append(piece, to: &units)
            }
            BuilderRecord.end(&units)
            let length = Int(part.lengths[segment])
            try records.append(units, to: length)
            while lengths.count <= length { lengths.append(0) }
            lengths[length] += 1
            start = end
        }
    }

    /// Gives all pieces their symbols. In the end and once, for what finds pieces and what finds symbols need
    /// not be in memory at once.
    mutating func numberSymbols() throws(FuzzyIndexError) {
        for number in 0..<pieces.count {
            let key = pieces.range(number)
            guard let kind = PieceKind(rawValue: pieces.bytes[key.upperBound - 1])?.token else {
                symbolOfPiece.append(UInt32(Symbol.nothing))
                continue
            }
            let bytes = pieces.bytes[key.lowerBound..<key.upperBound - 1]
            let token = bytes.count > 1 && bytes.first == 0x20 ? bytes.dropFirst() : bytes
            // Folded, a token is some times as long at most (Unicode 15, table 5-4), and it may have a stem besides.
            guard table.keys.bytes.count + token.count * 32 < Int(UInt32.max) else {
                throw FuzzyIndexError(.tooLarge)
            }
            symbolOfPiece.append(table.symbol(of: UTF8Text(unchecked: Array(token)), kind))
        }
        table.endLookup()
    }

    /// The index of all that was added. O(total tokens · log of the longest segment).
    ///
    /// - Parameter path: The file to lay it in, which it replaces when all of it is on the disk; `nil` for memory.
    /// - Throws: `tooLarge`, `unwritable`, `unreadable`.
    public consuming func finish(
        stamp: FuzzyIndexStamp = FuzzyIndexStamp(), at path: String? = nil
    ) throws(FuzzyIndexError) -> FuzzyIndex {
        let output = if let path { try IndexOutput(path: path) } else { IndexOutput() }
        return try FuzzyIndex(try IndexLayout(self, in: output).bytes(stamp: stamp), path: path ?? "")
    }

    // For who needs them no longer: what comes then takes as much memory again.

    mutating func dropCollecting() {
        (first, second) = (SegmentBatch(), SegmentBatch())
        waiting = []
        pieces.endLookup()
    }

    mutating func dropKeys() { table = SymbolTable(stemmer: nil) }

    mutating func dropPieces() {
        pieces = Vocabulary()
        frequencies = []
    }

    mutating func dropRecords() { records = NumberBins(in: nil) }
}
