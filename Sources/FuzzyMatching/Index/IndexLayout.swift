internal import UnicodeText

/// Lays what a builder collected out as the bytes of an index.
struct IndexLayout {
    private var header = IndexHeader()
    private var parts: [IndexSection: IndexPart] = [:]

    // By the builder's numbers: those of the index.
    private var pieceNumbers: [UInt32]
    private var symbolNumbers: [UInt32]
    /// Records of the builder in the order of the index.
    private var order: [Int] = []
    private var source: FuzzyIndexBuilder

    init(_ builder: consuming FuzzyIndexBuilder) throws(FuzzyIndexError) {
        source = builder
        pieceNumbers = Array(repeating: 0, count: source.pieces.count)
        symbolNumbers = Array(repeating: 0, count: source.table.areSigns.count)
        guard source.pieces.count < PieceCode.limit, source.ids.count < Int(UInt32.max) else {
            throw FuzzyIndexError(.tooLarge)
        }
        header.language = source.language
        header.records = source.ids.count
        header.seed = UInt64.random(in: 0 ... .max)
        layOutSymbols()
        try layOutPieces()
        try layOutKeys()
        layOutOrder()
        try layOutRecords()
        let elements = IndexElements(source, order: order, symbolNumbers: symbolNumbers)
        // They are in the records now; what comes takes as much memory again.
        source.dropSequences()
        let postings = IndexPostings(elements)
        guard postings.postings.count < Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
        header.elements = postings.starts.count - 1
        parts[.ranks] = .words(postings.ranks)
        parts[.repeatedKeys] = .longs(postings.repeatedKeys)
        parts[.repeatedRanks] = .words(postings.repeatedRanks)
        parts[.postingStarts] = .words(postings.starts)
        parts[.postings] = .words(postings.postings)
        parts[.places] = .bytes(postings.places)
    }

    /// The bytes of the index.
    consuming func bytes(stamp: FuzzyIndexStamp) -> FileBytes {
        var layout = self
        layout.header.stamp = stamp
        var offset = IndexHeader.size
        for section in IndexSection.allCases {
            let (length, checksum) =
                layout.parts[section]?.withUnsafeBytes { ($0.count, SipHash.hash($0)) } ?? (0, SipHash.hash([]))
            layout.header.sections[section.rawValue] = IndexHeader.Section(
                offset: offset, length: length, checksum: checksum)
            offset += (length + 7) / 8 * 8
        }
        layout.header.fileLength = offset
        return FileBytes(count: offset) { bytes in
            layout.header.write(to: bytes)
            for section in IndexSection.allCases {
                let place = layout.header.sections[section.rawValue]
                // Each is let go when it is copied, so that both do not lie there whole.
                layout.parts.removeValue(forKey: section)?.withUnsafeBytes { part in
                    UnsafeMutableRawBufferPointer(rebasing: bytes[place.offset..<place.offset + place.length])
                        .copyMemory(from: part)
                }
            }
        }
    }

    private static func narrow(_ numbers: [Int]) throws(FuzzyIndexError) -> [UInt32] {
        guard numbers.last ?? 0 <= Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
        return numbers.map { UInt32($0) }
    }

    /// Signs come before words.
    private mutating func layOutSymbols() {
        let areSigns = source.table.areSigns
        var next = UInt32(Symbol.firstSign)
        for symbol in 0..<Symbol.firstSign { symbolNumbers[symbol] = UInt32(symbol) }
        for wanted in [true, false] {
            for symbol in areSigns.indices.dropFirst(Symbol.firstSign) where areSigns[symbol] == wanted {
                symbolNumbers[symbol] = next
                next += 1
            }
            if wanted { header.firstWord = Int(next) }
        }
        header.symbols = Int(next)
    }

    /// Frequent pieces get small numbers; the marker of signs stays the first.
    private mutating func layOutPieces() throws(FuzzyIndexError) {
        let pieces = source.pieces
        var frequencies = [Int](repeating: 0, count: pieces.count)
        source.sequences.forEachPiece { frequencies[$0] += 1 }
        frequencies[0] = .max
        let sorted = frequencies.indices.sorted { (frequencies[$1], $0) < (frequencies[$0], $1) }
        header.pieces = sorted.count
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for piece in sorted {
            pieceNumbers[piece] = UInt32(ends.count)
            bytes.append(contentsOf: pieces.bytes[pieces.range(piece).dropLast()])
            ends.append(bytes.count)
        }
        parts[.pieceBytes] = .bytes(bytes)
        parts[.pieceEnds] = .words(try Self.narrow(ends))
        var starts = [UInt32](repeating: 0, count: header.symbols + 1)
        for symbol in source.symbolOfPiece { starts[Int(symbolNumbers[Int(symbol)]) + 1] += 1 }
        for symbol in 0..<header.symbols { starts[symbol + 1] += starts[symbol] }
        parts[.symbolPieceStarts] = .words(starts)
        var symbolPieces = [UInt32](repeating: 0, count: header.pieces)
        for (piece, symbol) in source.symbolOfPiece.enumerated() {
            let number = Int(symbolNumbers[Int(symbol)])
            symbolPieces[Int(starts[number])] = pieceNumbers[piece]
            starts[number] += 1
        }
        parts[.symbolPieces] = .words(symbolPieces)
    }

    private mutating func layOutKeys() throws(FuzzyIndexError) {
        let keys = source.table.keys
        header.keys = keys.count
        parts[.keyBytes] = .bytes(keys.bytes)
        parts[.keyEnds] = .words(try Self.narrow((0..<keys.count).map { keys.range($0).upperBound }))
        parts[.keySymbols] = .words(source.table.symbols.map { symbolNumbers[Int($0)] })
        var size = 8
        while size * 3 < keys.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: .max, count: size)
        keys.bytes.withUnsafeBytes { bytes in
            for number in 0..<keys.count {
                let key = UnsafeRawBufferPointer(rebasing: bytes[keys.range(number)])
                var slot = Int(truncatingIfNeeded: SipHash.hash(key, seed: header.seed)) & (size - 1)
                while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
                slots[slot] = UInt32(number)
            }
        }
        parts[.keySlots] = .words(slots)
    }

    /// Records in order of length; equal lengths stay in the order they came.
    private mutating func layOutOrder() {
        let longest = Int(source.lengths.max() ?? 0)
        var first = [Int](repeating: 0, count: longest + 2)
        for length in source.lengths { first[Int(length) + 1] += 1 }
        for length in 0...longest { first[length + 1] += first[length] }
        parts[.lengthStarts] = .words(first.map { UInt32($0) })
        order = Array(repeating: 0, count: source.lengths.count)
        for (record, length) in source.lengths.enumerated() {
            order[first[Int(length)]] = record
            first[Int(length)] += 1
        }
    }

    private mutating func layOutRecords() throws(FuzzyIndexError) {
        var units: [UInt16] = []
        units.reserveCapacity(source.sequences.unitCount + PieceCode.padding)
        var starts = [0]
        starts.reserveCapacity(order.count + 1)
        for record in order {
            source.sequences.forEachPiece(of: record) { PieceCode.append(pieceNumbers[$0], to: &units) }
            starts.append(units.count)
        }
        units += [UInt16](repeating: 0, count: PieceCode.padding)
        parts[.records] = .shorts(units)
        parts[.recordStarts] = .words(try Self.narrow(starts))
        let ids = order.map { source.ids[$0] }
        header.hasWideIDs = ids.contains { $0 < 0 || $0 > Int64(UInt32.max) }
        parts[.ids] = header.hasWideIDs ? .identifiers(ids) : .words(ids.map { UInt32($0) })
    }
}
