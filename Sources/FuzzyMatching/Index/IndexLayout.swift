internal import UnicodeText

/// Lays what a builder collected out as an index.
struct IndexLayout: ~Copyable {
    private var header = IndexHeader()
    private var source: FuzzyIndexBuilder
    private let output: IndexOutput

    // By the builder's numbers: those of the index.
    private var pieceNumbers: [UInt32]
    private var symbolNumbers: [UInt32]
    /// First record of each length and of the one after the greatest.
    private var lengthStarts: [UInt32] = []

    init(_ builder: consuming FuzzyIndexBuilder, in output: IndexOutput) throws(FuzzyIndexError) {
        source = builder
        try source.takeWaiting()
        source.dropCollecting()
        try source.numberSymbols()
        self.output = output
        pieceNumbers = Array(repeating: 0, count: source.pieces.count)
        symbolNumbers = Array(repeating: 0, count: source.table.areSigns.count)
    }

    /// Writes the index, and gives its bytes.
    ///
    /// - Throws: `tooLarge`, `unwritable`, `unreadable`.
    consuming func bytes(stamp: FuzzyIndexStamp) throws(FuzzyIndexError) -> FileBytes {
        guard source.pieces.count < PieceCode.limit, source.count < Int(UInt32.max) else {
            throw FuzzyIndexError(.tooLarge)
        }
        header.language = source.language
        header.stamp = stamp
        header.records = source.count
        header.hasWideIDs = source.hasWideIDs
        header.seed = UInt64.random(in: 0 ... .max)
        numberSymbols()
        try layOutKeys()
        source.dropKeys()
        try layOutPieces()
        source.dropPieces()
        if header.hasWideIDs {
            try layOutRecords(ids: Int64.self)
        } else {
            try layOutRecords(ids: UInt32.self)
        }
        try layOutPostings()
        return try output.finish(header)
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
        var frequencies = source.frequencies
        frequencies[0] = .max
        let sorted = (0..<UInt32(frequencies.count)).sorted {
            (frequencies[Int($1)], $0) < (frequencies[Int($0)], $1)
        }
        header.pieces = sorted.count
        var ends: [UInt32] = []
        ends.reserveCapacity(sorted.count)
        output.begin(.pieceBytes)
        for piece in sorted.lazy.map(Int.init) {
            pieceNumbers[piece] = UInt32(ends.count)
            let key = pieces.range(piece).dropLast()
            try output.append(pieces.bytes[key])
            ends.append((ends.last ?? 0) + UInt32(key.count))
        }
        try output.endSection(.pieceBytes)
        try output.write(.pieceEnds, ends)
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
        try output.write(.keyEnds, keys.ends)
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
    private mutating func layOutRecords<ID: FixedWidthInteger & BitwiseCopyable>(ids: ID.Type) throws(FuzzyIndexError) {
        var starts = NumberBins<UInt32>(in: source.scratch)
        var ids = NumberBins<ID>(in: source.scratch)
        var (part, units): ([UInt16], [UInt16]) = ([], [])
        var end = 0
        try starts.append(0, to: 0)
        lengthStarts = [0]
        output.begin(.records)
        for length in 0..<max(1, source.lengths.count) {
            lengthStarts.append(lengthStarts[length] + (source.lengths.isEmpty ? 0 : source.lengths[length]))
            for number in 0..<source.records.parts {
                try source.records.read(number, of: length, into: &part)
                var place = 0
                while place < part.count {
                    let id = renumber(part, &place, &units)
                    end += units.count
                    guard end <= Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
                    try starts.append(UInt32(end), to: 0)
                    try ids.append(ID(id), to: 0)
                    try output.append(units)
                }
            }
        }
        try output.append([UInt16](repeating: 0, count: PieceCode.padding))
        try output.endSection(.records)
        source.dropRecords()
        try output.write(.recordStarts, starts)
        try output.write(.ids, ids)
        try output.write(.lengthStarts, lengthStarts)
    }

    /// Reads a record of the builder, gives its pieces their numbers of the index, and steps behind it.
    private func renumber(_ part: [UInt16], _ place: inout Int, _ units: inout [UInt16]) -> Int64 {
        units.removeAll(keepingCapacity: true)
        return part.withUnsafeBufferPointer { part in
            guard let base = part.baseAddress else { return 0 }
            var position = base + place
            let (id, count) = BuilderRecord.next(&position)
            let end = position + count
            while position < end { PieceCode.append(pieceNumbers[PieceCode.next(&position)], to: &units) }
            place = end - base
            return id
        }
    }

    private mutating func layOutPostings() throws(FuzzyIndexError) {
        var symbolOfPiece = [UInt32](repeating: 0, count: header.pieces)
        for (piece, symbol) in source.symbolOfPiece.enumerated() {
            symbolOfPiece[Int(pieceNumbers[piece])] = symbolNumbers[Int(symbol)]
        }
        let elements = IndexElements(
            symbolOfPiece: symbolOfPiece, symbols: header.symbols, firstWord: header.firstWord)
        let output = output
        let postings = try IndexPostings(
            elements, symbols: header.symbols, lengthStarts: lengthStarts, scratch: source.scratch
        ) {
            body throws(FuzzyIndexError) in
            try Self.forEachRecord(in: output, body)
        }
        header.elements = postings.starts.count - 1
        try output.write(.ranks, postings.ranks)
        try output.write(.repeatedKeys, postings.repeatedKeys)
        try output.write(.repeatedRanks, postings.repeatedRanks)
        try output.write(.postingStarts, postings.starts)
        try postings.write(to: output)
    }

    /// The records as they were written, in the order of the index.
    private static func forEachRecord(
        in output: IndexOutput, _ body: IndexPostings.Reading
    ) throws(FuzzyIndexError) {
        try output.read(.records) { bytes, release throws(FuzzyIndexError) in
            let units = bytes.assumingMemoryBound(to: UInt16.self)
            try output.read(.recordStarts) { bytes, releaseStarts throws(FuzzyIndexError) in
                let starts = bytes.assumingMemoryBound(to: UInt32.self)
                var released = 0
                for record in 0..<starts.count - 1 {
                    let end = Int(starts[record + 1])
                    try body(UnsafeBufferPointer(rebasing: units[Int(starts[record])..<end]), record)
                    if end - released > releasedAtOnce {
                        release(end * 2)
                        releaseStarts(record * 4)
                        released = end
                    }
                }
            }
        }
    }

    /// Units of records that are read before their memory is given back.
    private static let releasedAtOnce = 1 << 20
}
