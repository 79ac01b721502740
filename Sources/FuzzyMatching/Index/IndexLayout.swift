internal import UnicodeText

/// Lays what a builder collected out as an index.
struct IndexLayout: ~Copyable {
    private var header = IndexHeader()
    private var source: FuzzyIndexBuilder
    private let output: IndexOutput

    // By the builder's numbers: those of the index.
    private var pieceNumbers: [UInt32]
    private var symbolNumbers: [UInt32]
    /// Records of the builder in the order of the index.
    private var order: [UInt32] = []
    private var lengthStarts: [UInt32] = []
    private var recordStarts: [UInt32] = []

    init(_ builder: consuming FuzzyIndexBuilder, in output: IndexOutput) {
        source = builder
        source.takeWaiting()
        self.output = output
        pieceNumbers = Array(repeating: 0, count: source.pieces.count)
        symbolNumbers = Array(repeating: 0, count: source.table.areSigns.count)
    }

    /// Writes the index, and gives its bytes.
    ///
    /// - Throws: `tooLarge`, `unwritable`.
    consuming func bytes(stamp: FuzzyIndexStamp) throws(FuzzyIndexError) -> FileBytes {
        guard source.pieces.count < PieceCode.limit, source.ids.count < Int(UInt32.max) else {
            throw FuzzyIndexError(.tooLarge)
        }
        header.language = source.language
        header.stamp = stamp
        header.records = source.ids.count
        header.seed = UInt64.random(in: 0 ... .max)
        numberSymbols()
        try layOutPieces()
        try layOutKeys()
        source.dropKeys()
        orderRecords()
        try layOutRecords()
        try layOutPostings()
        return try output.finish(header)
    }

    private static func narrow(_ numbers: [Int]) throws(FuzzyIndexError) -> [UInt32] {
        guard numbers.last ?? 0 <= Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
        return numbers.map { UInt32($0) }
    }

    /// Signs come before words.
    private mutating func numberSymbols() {
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
        try output.write(.pieceBytes, bytes)
        try output.write(.pieceEnds, try Self.narrow(ends))
        var starts = [UInt32](repeating: 0, count: header.symbols + 1)
        for symbol in source.symbolOfPiece { starts[Int(symbolNumbers[Int(symbol)]) + 1] += 1 }
        for symbol in 0..<header.symbols { starts[symbol + 1] += starts[symbol] }
        try output.write(.symbolPieceStarts, starts)
        var symbolPieces = [UInt32](repeating: 0, count: header.pieces)
        for (piece, symbol) in source.symbolOfPiece.enumerated() {
            let number = Int(symbolNumbers[Int(symbol)])
            symbolPieces[Int(starts[number])] = pieceNumbers[piece]
            starts[number] += 1
        }
        try output.write(.symbolPieces, symbolPieces)
    }

    private mutating func layOutKeys() throws(FuzzyIndexError) {
        let keys = source.table.keys
        header.keys = keys.count
        try output.write(.keyBytes, keys.bytes)
        try output.write(.keyEnds, try Self.narrow((0..<keys.count).map { keys.range($0).upperBound }))
        try output.write(.keySymbols, source.table.symbols.map { symbolNumbers[Int($0)] })
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
        try output.write(.keySlots, slots)
    }

    /// By length; equal lengths stay in the order they came.
    private mutating func orderRecords() {
        let longest = Int(source.lengths.max() ?? 0)
        var next = [UInt32](repeating: 0, count: longest + 2)
        for length in source.lengths { next[Int(length) + 1] += 1 }
        for length in 0...longest { next[length + 1] += next[length] }
        lengthStarts = next
        order = Array(repeating: 0, count: source.lengths.count)
        for (record, length) in source.lengths.enumerated() {
            order[Int(next[Int(length)])] = UInt32(record)
            next[Int(length)] += 1
        }
    }

    private mutating func layOutRecords() throws(FuzzyIndexError) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(order.count + 1)
        var units: [UInt16] = []
        var end = 0
        output.begin(.records)
        for record in order {
            units.removeAll(keepingCapacity: true)
            source.sequences.forEachPiece(of: Int(record)) { PieceCode.append(pieceNumbers[$0], to: &units) }
            end += units.count
            guard end <= Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
            starts.append(UInt32(end))
            try output.append(units)
        }
        try output.append([UInt16](repeating: 0, count: PieceCode.padding))
        try output.endSection(.records)
        try output.write(.recordStarts, starts)
        recordStarts = starts
        header.hasWideIDs = source.ids.contains { $0 < 0 || $0 > Int64(UInt32.max) }
        if header.hasWideIDs {
            try output.write(.ids, order.map { source.ids[Int($0)] })
        } else {
            try output.write(.ids, order.map { UInt32(source.ids[Int($0)]) })
        }
        order = []
        source.dropRecords()
        try output.write(.lengthStarts, lengthStarts)
    }

    private mutating func layOutPostings() throws(FuzzyIndexError) {
        var symbolOfPiece = [UInt32](repeating: 0, count: header.pieces)
        for (piece, symbol) in source.symbolOfPiece.enumerated() {
            symbolOfPiece[Int(pieceNumbers[piece])] = symbolNumbers[Int(symbol)]
        }
        let elements = IndexElements(
            symbolOfPiece: symbolOfPiece, symbols: header.symbols, firstWord: header.firstWord)
        let (output, starts) = (output, recordStarts)
        let postings = try IndexPostings(
            elements, symbols: header.symbols, lengthStarts: lengthStarts, scratch: output.scratch()
        ) {
            body throws(FuzzyIndexError) in
            try Self.forEachRecord(starts, in: output, body)
        }
        header.elements = postings.starts.count - 1
        try output.write(.ranks, postings.ranks)
        try output.write(.repeatedKeys, postings.repeatedKeys)
        try output.write(.repeatedRanks, postings.repeatedRanks)
        try output.write(.postingStarts, postings.starts)
        try output.write(.postings, postings.postings)
        try output.write(.places, postings.places)
    }

    /// The records as they were written, in the order of the index.
    private static func forEachRecord(
        _ starts: [UInt32], in output: IndexOutput, _ body: IndexPostings.Reading
    ) throws(FuzzyIndexError) {
        try output.read(.records) { bytes, release throws(FuzzyIndexError) in
            let units = bytes.assumingMemoryBound(to: UInt16.self)
            var released = 0
            for record in 0..<starts.count - 1 {
                let end = Int(starts[record + 1])
                try body(UnsafeBufferPointer(rebasing: units[Int(starts[record])..<end]), record)
                if end - released > releasedAtOnce {
                    release(end * 2)
                    released = end
                }
            }
        }
    }

    /// Units of records that are read before their memory is given back.
    private static let releasedAtOnce = 1 << 20
}
