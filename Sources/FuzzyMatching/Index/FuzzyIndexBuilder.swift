internal import Dispatch
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
    private var parts: [SegmentPieces] = []
    /// So many segments, or bytes of them, are taken apart at once, in parts of equal numbers of segments.
    private static let batch = 2_048
    private static let batchBytes = 1 << 18
    private static let partCount = 4
    /// Fewer are not worth other threads.
    private static let smallest = 512

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
        if waiting.count == Self.batch || waitingBytes >= Self.batchBytes { takeWaiting() }
    }

    /// Takes in the segments that wait, to the same end as one by one.
    mutating func takeWaiting() {
        guard !waiting.isEmpty else { return }
        let count = waiting.count < Self.smallest ? 1 : Self.partCount
        while parts.count < count { parts.append(SegmentPieces()) }
        let segments = waiting
        parts.withUnsafeMutableBufferPointer { parts in
            // Each part is of one thread.
            nonisolated(unsafe) let parts = parts
            let take: @Sendable (Int) -> Void = { part in
                let range = segments.count * part / count..<segments.count * (part + 1) / count
                // Not in its place: what lies beside it is of another thread.
                var own = SegmentPieces()
                swap(&own, &parts[part])
                for segment in segments[range] { own.add(segment) }
                swap(&own, &parts[part])
            }
            if count == 1 { take(0) } else { DispatchQueue.concurrentPerform(iterations: count, execute: take) }
        }
        for part in 0..<count {
            take(parts[part])
            parts[part].removeAll()
        }
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
    }

    private mutating func take(_ part: SegmentPieces) {
        let numbers = part.vocabulary.bytes.withUnsafeBytes { bytes in
            (0..<part.vocabulary.count).map { number in
                piece(UnsafeRawBufferPointer(rebasing: bytes[part.vocabulary.range(number)]))
            }
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

    /// The number of a piece and what it is.
    private mutating func piece(_ key: UnsafeRawBufferPointer) -> UInt32 {
        let piece = pieces.number(key)
        guard Int(piece) == symbolOfPiece.count else { return piece }
        guard let kind = key.last.flatMap(PieceKind.init(rawValue:))?.token else {
            symbolOfPiece.append(UInt32(Symbol.nothing))
            return piece
        }
        let bytes = key.dropLast()
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
        parts = []
        waiting = []
    }

    mutating func dropRecords() {
        sequences = PieceSequences()
        ids = []
        lengths = []
    }
}
