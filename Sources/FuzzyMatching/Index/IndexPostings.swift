/// The elements of all records in the order from rare to frequent, and the records each is found by.
struct IndexPostings {
    /// Of the first occurrence of each symbol.
    private(set) var ranks: [UInt32]
    private(set) var repeatedKeys: [UInt64] = []
    private(set) var repeatedRanks: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var postings: [UInt32] = []
    private(set) var places: [UInt8] = []

    /// Places in the order from rare to frequent, by element.
    private var rankOfElement: [UInt32] = []

    /// What is done with a record: its pieces, and its number.
    typealias Reading = (UnsafeBufferPointer<UInt16>, Int) throws(FuzzyIndexError) -> Void

    /// - Parameters:
    ///   - elements: What tells the elements of a record.
    ///   - scratch: Holds the rarest elements of each record meanwhile: half as much again as all else here.
    ///   - records: Reads the records twice, in order.
    ///   - lengthStarts: First record of each length and of the one after the greatest.
    /// - Throws: `tooLarge`, and what `records` and `scratch` throw.
    init(
        _ elements: consuming IndexElements, symbols: Int, lengthStarts: [UInt32], scratch: IndexOutput,
        records: (_ body: Reading) throws(FuzzyIndexError) -> Void
    ) throws(FuzzyIndexError) {
        ranks = Array(repeating: 0, count: symbols)
        var source = elements
        var found: [UInt32] = []
        // Texts without a length have no elements.
        let first = Int(lengthStarts[1])
        var frequencies = [UInt32](repeating: 0, count: symbols)
        try records { units, record in
            guard record >= first else { return }
            source.read(units, into: &found)
            while frequencies.count < source.count { frequencies.append(0) }
            Self.count(found, in: &frequencies, at: 0)
        }
        rank(frequencies, source.repeatedKeys)
        starts = Array(repeating: 0, count: frequencies.count + 1)
        var total = 0
        for length in 1..<max(1, lengthStarts.count - 1) {
            let count = Int(lengthStarts[length + 1] - lengthStarts[length])
            total += count * FuzzyIndex.prefixCount(length)
        }
        guard total < Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
        // Of one length all records have as many.
        scratch.begin(.postings)
        try records { units, record throws(FuzzyIndexError) in
            guard record >= first else { return }
            source.read(units, into: &found)
            Self.keepRarest(&found, rankOfElement)
            Self.count(found, in: &starts, at: 1)
            try scratch.append(found)
        }
        try scratch.endSection(.postings)
        rankOfElement = []
        for rank in 0..<starts.count - 1 { starts[rank + 1] += starts[rank] }
        postings = Array(repeating: 0, count: total)
        places = Array(repeating: 0, count: total)
        var next = starts
        try scratch.read(.postings) { prefixes, release in
            post(prefixes.assumingMemoryBound(to: UInt32.self), lengthStarts, &next) { release($0 * 4) }
        }
    }

    // What is done for each record stands by itself: within a closure each access to an array would be checked.

    private static func count(_ elements: [UInt32], in counts: inout [UInt32], at offset: Int) {
        for element in elements { counts[Int(element) + offset] += 1 }
    }

    /// Gives elements as their ranks, in order, as many as a record is found by.
    private static func keepRarest(_ elements: inout [UInt32], _ rankOfElement: [UInt32]) {
        // Most records have a dozen, which are put in order as they come.
        let isShort = elements.count <= 32
        for index in elements.indices {
            let rank = rankOfElement[Int(elements[index])]
            var place = index
            while isShort, place > 0, elements[place - 1] > rank {
                elements[place] = elements[place - 1]
                place -= 1
            }
            elements[place] = rank
        }
        if !isShort { elements.sort() }
        elements.removeLast(elements.count - FuzzyIndex.prefixCount(elements.count))
    }

    /// Orders the elements, and gives their places in the order for their numbers.
    private mutating func rank(_ frequencies: [UInt32], _ keys: [UInt64]) {
        let order = (0..<UInt32(frequencies.count)).sorted {
            (frequencies[Int($0)], $0) < (frequencies[Int($1)], $1)
        }
        rankOfElement = Array(repeating: 0, count: frequencies.count)
        for (rank, element) in order.enumerated() { rankOfElement[Int(element)] = UInt32(rank) }
        let symbols = ranks.count
        ranks = Array(rankOfElement[..<symbols])
        let sorted = keys.indices.sorted { keys[$0] < keys[$1] }
        repeatedRanks = sorted.map { rankOfElement[symbols + $0] }
        repeatedKeys = sorted.map { keys[$0] }
    }

    /// Postings are by element, and of one element by length, by place in the prefix, and by record.
    private mutating func post(
        _ prefixes: UnsafeBufferPointer<UInt32>, _ lengthStarts: [UInt32], _ next: inout [UInt32],
        _ release: (Int) -> Void
    ) {
        var base = 0
        for length in 1..<max(1, lengthStarts.count - 1) {
            let width = FuzzyIndex.prefixCount(length)
            let records = lengthStarts[length]..<lengthStarts[length + 1]
            for place in 0..<width {
                for (row, record) in records.enumerated() {
                    let rank = Int(prefixes[base + row * width + place])
                    postings[Int(next[rank])] = record
                    places[Int(next[rank])] = UInt8(min(place, 255))
                    next[rank] += 1
                }
            }
            base += records.count * width
            release(base)
        }
    }
}
