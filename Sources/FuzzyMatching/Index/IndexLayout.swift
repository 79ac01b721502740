internal import UnicodeText

/// Lays what a builder collected out as the bytes of an index.
struct IndexLayout {
    private var header = IndexHeader()
    private var parts: [IndexSection: [UInt8]] = [:]

    // By the builder's numbers: those of the index.
    private var pieceNumbers: [UInt32]
    private var symbolNumbers: [UInt32]
    /// Records of the builder in the order of the index.
    private var order: [Int] = []
    private let source: FuzzyIndexBuilder

    init(_ source: FuzzyIndexBuilder) throws(FuzzyIndexError) {
        self.source = source
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
        let postings = IndexPostings(source, order: order, symbolNumbers: symbolNumbers)
        guard postings.postings.count < Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
        header.elements = postings.starts.count - 1
        set(.ranks, postings.ranks)
        set(.repeatedKeys, postings.repeatedKeys)
        set(.repeatedRanks, postings.repeatedRanks)
        set(.postingStarts, postings.starts)
        set(.postings, postings.postings)
        parts[.places] = postings.places
    }

    /// The bytes of the index.
    consuming func bytes(stamp: FuzzyIndexStamp) -> FileBytes {
        header.stamp = stamp
        var offset = IndexHeader.size
        for section in IndexSection.allCases {
            let part = parts[section] ?? []
            header.sections[section.rawValue] = IndexHeader.Section(
                offset: offset, length: part.count, checksum: SipHash.hash(part))
            offset += (part.count + 7) / 8 * 8
        }
        header.fileLength = offset
        return FileBytes(count: offset) { bytes in
            header.write(to: bytes)
            for section in IndexSection.allCases {
                let place = header.sections[section.rawValue]
                UnsafeMutableRawBufferPointer(rebasing: bytes[place.offset..<place.offset + place.length])
                    .copyBytes(from: parts[section] ?? [])
            }
        }
    }

    private mutating func set(_ section: IndexSection, _ numbers: [some FixedWidthInteger]) {
        parts[section] = numbers.withUnsafeBytes { Array($0) }
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
        for piece in source.sequences { frequencies[Int(piece)] += 1 }
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
        parts[.pieceBytes] = bytes
        set(.pieceEnds, try Self.narrow(ends))
        var starts = [UInt32](repeating: 0, count: header.symbols + 1)
        for symbol in source.symbolOfPiece { starts[Int(symbolNumbers[Int(symbol)]) + 1] += 1 }
        for symbol in 0..<header.symbols { starts[symbol + 1] += starts[symbol] }
        set(.symbolPieceStarts, starts)
        var symbolPieces = [UInt32](repeating: 0, count: header.pieces)
        for (piece, symbol) in source.symbolOfPiece.enumerated() {
            let number = Int(symbolNumbers[Int(symbol)])
            symbolPieces[Int(starts[number])] = pieceNumbers[piece]
            starts[number] += 1
        }
        set(.symbolPieces, symbolPieces)
    }

    private mutating func layOutKeys() throws(FuzzyIndexError) {
        let keys = source.table.keys
        header.keys = keys.count
        parts[.keyBytes] = keys.bytes
        set(.keyEnds, try Self.narrow((0..<keys.count).map { keys.range($0).upperBound }))
        set(.keySymbols, source.table.symbols.map { symbolNumbers[Int($0)] })
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
        set(.keySlots, slots)
    }

    /// Records in order of length; equal lengths stay in the order they came.
    private mutating func layOutOrder() {
        let longest = Int(source.lengths.max() ?? 0)
        var first = [Int](repeating: 0, count: longest + 2)
        for length in source.lengths { first[Int(length) + 1] += 1 }
        for length in 0...longest { first[length + 1] += first[length] }
        set(.lengthStarts, first.map { UInt32($0) })
        order = Array(repeating: 0, count: source.lengths.count)
        for (record, length) in source.lengths.enumerated() {
            order[first[Int(length)]] = record
            first[Int(length)] += 1
        }
    }

    private mutating func layOutRecords() throws(FuzzyIndexError) {
        var units: [UInt16] = []
        units.reserveCapacity(source.sequences.count)
        var starts = [0]
        starts.reserveCapacity(order.count + 1)
        for record in order {
            for piece in source.sequences[source.starts[record]..<source.starts[record + 1]] {
                PieceCode.append(pieceNumbers[Int(piece)], to: &units)
            }
            starts.append(units.count)
        }
        units += [UInt16](repeating: 0, count: PieceCode.padding)
        set(.records, units)
        set(.recordStarts, try Self.narrow(starts))
        let ids = order.map { source.ids[$0] }
        header.hasWideIDs = ids.contains { $0 < 0 || $0 > Int64(UInt32.max) }
        if header.hasWideIDs { set(.ids, ids) } else { set(.ids, ids.map { UInt32($0) }) }
    }
}
