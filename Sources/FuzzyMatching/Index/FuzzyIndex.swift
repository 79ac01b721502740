public import UnicodeText

/// Finds the segments that are like a text, all of them: nothing that scores enough is ever missed.
///
/// Candidates come from a length filter and a prefix filter with positions (Xiao, Wang, Lin, Yu 2008) over pairs of token
/// and occurrence, rarest first. A segment within the wanted distance shares so many of them that one must be among the
/// rarest of both; what passes is verified by bit-parallel Levenshtein distance, then scored by `FuzzyComparison`.
///
/// An index never changes; it lies in memory or in a file that is mapped. About 80 bytes a segment of ten words, the text
/// included: texts are stored as numbers of their pieces.
///
/// Unchecked: the pointers lead into `bytes`, which nobody writes to and which lives as long as the index.
public final class FuzzyIndex: @unchecked Sendable {
    /// The lowest score the prefix filter serves; below it every segment of a fitting length is verified.
    static let lowestFiltered = 50

    public let language: LanguageTag
    public let stamp: FuzzyIndexStamp
    /// Number of segments.
    public let count: Int

    let header: IndexHeader
    let bytes: FileBytes
    let pieceBytes: IndexColumn<UInt8>
    let pieceEnds: IndexColumn<UInt32>
    let symbolPieces: IndexColumn<UInt32>
    let symbolPieceStarts: IndexColumn<UInt32>
    let keyBytes: IndexColumn<UInt8>
    let keyEnds: IndexColumn<UInt32>
    let keySymbols: IndexColumn<UInt32>
    let keySlots: IndexColumn<UInt32>
    let records: IndexColumn<UInt16>
    let recordStarts: IndexColumn<UInt32>
    let narrowIDs: IndexColumn<UInt32>
    let wideIDs: IndexColumn<Int64>
    let lengthStarts: IndexColumn<UInt32>
    let ranks: IndexColumn<UInt32>
    let repeatedKeys: IndexColumn<UInt64>
    let repeatedRanks: IndexColumn<UInt32>
    let postingStarts: IndexColumn<UInt32>
    let postings: IndexColumn<UInt32>
    let places: IndexColumn<UInt8>

    private let searchers: FuzzySearcherPool

    /// Builds an index in memory. O(total tokens · log of the longest segment); ids may repeat.
    ///
    /// - Throws: `tooLarge`.
    public convenience init(
        language: LanguageTag, segments: some Sequence<(Int64, UTF8Text)>
    ) throws(FuzzyIndexError) {
        var builder = FuzzyIndexBuilder(language: language)
        for (id, text) in segments { try builder.add(id, text) }
        let layout = try IndexLayout(builder, in: IndexOutput())
        try self.init(layout.bytes(stamp: FuzzyIndexStamp()))
    }

    /// Opens an index file. O(1): pages are read as searches need them.
    ///
    /// - Throws: All kinds but `unwritable` and `tooLarge`.
    public convenience init(path: String) throws(FuzzyIndexError) {
        try self.init(FileBytes.index(path), path: path)
    }

    init(_ bytes: FileBytes, path: String = "") throws(FuzzyIndexError) {
        let header = try IndexHeader(bytes.raw, path: path)
        self.bytes = bytes
        self.header = header
        searchers = FuzzySearcherPool()
        language = header.language
        stamp = header.stamp
        count = header.records
        func column<Element: FixedWidthInteger>(
            _ section: IndexSection, _ count: Int? = nil, padding: Int = 0
        ) throws(FuzzyIndexError) -> IndexColumn<Element> {
            let place = header.sections[section.rawValue]
            let width = MemoryLayout<Element>.stride
            guard place.length % width == 0, place.length / width >= padding,
                count.map({ $0 == place.length / width }) ?? true, let start = bytes.raw.baseAddress
            else { throw FuzzyIndexError(.damaged, path: path) }
            return IndexColumn(
                base: (start + place.offset).assumingMemoryBound(to: Element.self),
                count: place.length / width - padding)
        }
        pieceBytes = try column(.pieceBytes)
        pieceEnds = try column(.pieceEnds, header.pieces)
        symbolPieces = try column(.symbolPieces, header.pieces)
        symbolPieceStarts = try column(.symbolPieceStarts, header.symbols + 1)
        keyBytes = try column(.keyBytes)
        keyEnds = try column(.keyEnds, header.keys)
        keySymbols = try column(.keySymbols, header.keys)
        keySlots = try column(.keySlots)
        records = try column(.records, padding: PieceCode.padding)
        recordStarts = try column(.recordStarts, header.records + 1)
        // Only that column is read whose width the ids have.
        narrowIDs = try column(.ids, header.records * (header.hasWideIDs ? 2 : 1))
        wideIDs = IndexColumn(
            base: UnsafeRawPointer(narrowIDs.base).assumingMemoryBound(to: Int64.self), count: narrowIDs.count / 2)
        lengthStarts = try column(.lengthStarts)
        ranks = try column(.ranks, header.symbols)
        repeatedKeys = try column(.repeatedKeys, header.elements - header.symbols)
        repeatedRanks = try column(.repeatedRanks, header.elements - header.symbols)
        postingStarts = try column(.postingStarts, header.elements + 1)
        postings = try column(.postings)
        places = try column(.places, postings.count)
        guard lengthStarts.count >= 2, keySlots.count.nonzeroBitCount == 1, header.firstWord <= header.symbols,
            header.firstWord >= Symbol.firstSign, Int(lengthStarts[lengthStarts.count - 1]) == count
        else { throw FuzzyIndexError(.damaged, path: path) }
    }

    /// Writes the index to a file, which it replaces only when all of it is on the disk.
    ///
    /// - Throws: `unwritable`.
    public func write(to path: String) throws(FuzzyIndexError) { try bytes.writeIndex(to: path) }

    /// Reads all of the index against its checksums. O(bytes).
    ///
    /// - Throws: `damaged`.
    public func verify() throws(FuzzyIndexError) {
        for section in header.sections {
            let part = UnsafeRawBufferPointer(rebasing: bytes.raw[section.offset..<section.offset + section.length])
            guard SipHash.hash(part) == section.checksum else { throw FuzzyIndexError(.damaged) }
        }
    }

    /// Bytes of the index.
    public var size: Int { bytes.raw.count }

    /// The segments that score at least `minimum` percent, best first, then by id; a segment of the text itself scores 100.
    ///
    /// Several tasks may search at once.
    ///
    /// - Parameters:
    ///   - minimum: 1...100; more is 100, less is 1.
    ///   - limit: Most matches to return; 0 means all.
    /// - Throws: `damaged`, where the index leads outside of itself.
    public func matches(for text: UTF8Text, minimum: Int, limit: Int = 0) throws(FuzzyIndexError) -> [FuzzyMatch] {
        let searcher = searchers.take(for: self)
        defer { searchers.giveBack(searcher) }
        return try searcher.matches(in: self, for: text, minimum: min(max(minimum, 1), 100), limit: max(0, limit))
    }

    func id(_ record: Int) -> Int64 { header.hasWideIDs ? wideIDs[record] : Int64(narrowIDs[record]) }

    /// Longest number of tokens of a segment.
    var longest: Int { lengthStarts.count - 2 }

    /// Whether there are records of any of these numbers of tokens.
    func hasRecords(of lengths: Range<Int>) -> Bool {
        !lengths.isEmpty && lengthStarts[lengths.lowerBound] < lengthStarts[lengths.upperBound]
    }

    /// Tokens that two texts, the longer of so many, must at least share for a score.
    static func needed(_ score: Int, longer: Int) -> Int { (score * longer + 99) / 100 }

    /// How many of its rarest elements a segment is found by.
    static func prefixCount(_ length: Int) -> Int { min(length, length - needed(lowestFiltered, longer: length) + 1) }
}
