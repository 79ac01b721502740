/// What a record is found by: its symbols, and for each further occurrence of one in it a number of its own.
struct IndexElements {
    /// The symbol of each piece.
    private let symbolOfPiece: [UInt32]
    /// Symbols before it are no words.
    private let firstWord: UInt32
    private let symbols: Int
    /// The elements from `symbols` on.
    private(set) var repeatedKeys: [UInt64] = []
    private var repeated: [UInt64: UInt32] = [:]
    /// Which record a symbol was last seen in, and how often there.
    private var lastRecord: [UInt32]
    private var occurrences: [UInt32]
    private var record: UInt32 = 0

    init(symbolOfPiece: [UInt32], symbols: Int, firstWord: Int) {
        self.symbolOfPiece = symbolOfPiece
        self.symbols = symbols
        self.firstWord = UInt32(firstWord)
        lastRecord = Array(repeating: 0, count: symbols)
        occurrences = Array(repeating: 0, count: symbols)
    }

    /// Number of elements seen so far; those of symbols count, whether seen or not.
    var count: Int { symbols + repeatedKeys.count }

    /// Replaces `elements` by those of a record. O(its pieces).
    mutating func read(_ units: UnsafeBufferPointer<UInt16>, into elements: inout [UInt32]) {
        elements.removeAll(keepingCapacity: true)
        guard var position = units.baseAddress else { return }
        if record == .max {
            record = 0
            for symbol in lastRecord.indices { lastRecord[symbol] = 0 }
        }
        record += 1
        let end = position + units.count
        // A text of signs begins with their marker.
        let isOfSigns = units.first == 0
        while position < end {
            let symbol = symbolOfPiece[PieceCode.next(&position)]
            guard symbol != UInt32(Symbol.nothing) else { continue }
            let isSign = symbol >= UInt32(Symbol.firstSign) && symbol < firstWord
            guard isSign == isOfSigns else { continue }
            if lastRecord[Int(symbol)] != record {
                lastRecord[Int(symbol)] = record
                occurrences[Int(symbol)] = 0
                elements.append(symbol)
                continue
            }
            occurrences[Int(symbol)] += 1
            let key = RepeatedElement.key(symbol, occurrences[Int(symbol)])
            let next = UInt32(count)
            let element = repeated[key] ?? next
            if element == next {
                repeated[key] = next
                repeatedKeys.append(key)
            }
            elements.append(element)
        }
    }
}
