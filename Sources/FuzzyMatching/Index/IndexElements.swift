/// What records are found by: their symbols, numbered, and for each further occurrence of one in a record a number too.
struct IndexElements {
    /// The elements of all records, one after another.
    var numbers: [UInt32] = []
    private(set) var starts: [Int] = [0]
    private(set) var lengths: [Int] = []
    /// Number of symbols; the numbers from here on are those of `repeatedKeys`.
    let symbols: Int
    private(set) var repeatedKeys: [UInt64] = []

    /// - Parameter order: the records of the index by the builder's numbers.
    init(_ source: FuzzyIndexBuilder, order: [Int], symbolNumbers: [UInt32]) {
        symbols = symbolNumbers.count
        numbers.reserveCapacity(source.lengths.reduce(0) { $0 + Int($1) })
        starts.reserveCapacity(order.count + 1)
        // Which record a symbol was last seen in, and how often there.
        var lastRecord = [Int](repeating: -1, count: symbols)
        var occurrences = [UInt32](repeating: 0, count: symbols)
        var repeated: [UInt64: UInt32] = [:]
        let areSigns = source.table.areSigns
        for record in order {
            let length = Int(source.lengths[record])
            lengths.append(length)
            if length > 0 {
                // A text of signs begins with their marker.
                var isOfSigns: Bool?
                source.sequences.forEachPiece(of: record) { piece in
                    if isOfSigns == nil { isOfSigns = piece == 0 }
                    let symbol = source.symbolOfPiece[piece]
                    guard symbol != UInt32(Symbol.nothing), areSigns[Int(symbol)] == isOfSigns else { return }
                    let number = symbolNumbers[Int(symbol)]
                    if lastRecord[Int(number)] != record {
                        lastRecord[Int(number)] = record
                        occurrences[Int(number)] = 0
                        numbers.append(number)
                        return
                    }
                    occurrences[Int(number)] += 1
                    let key = RepeatedElement.key(number, occurrences[Int(number)])
                    let next = UInt32(symbols + repeatedKeys.count)
                    let element = repeated[key] ?? next
                    if element == next {
                        repeated[key] = next
                        repeatedKeys.append(key)
                    }
                    numbers.append(element)
                }
            }
            starts.append(numbers.count)
        }
    }
}
