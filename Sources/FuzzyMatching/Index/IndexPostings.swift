/// The elements of all records in the order from rare to frequent, and the records each is found by.
struct IndexPostings: ~Copyable {
    /// Of the first occurrence of each symbol.
    let ranks: [UInt32]
    let repeatedKeys: [UInt64]
    let repeatedRanks: [UInt32]
    let starts: [UInt32]
    private let sorter: PostingSorter

    /// What is done with a record: its pieces, and its number.
    typealias Reading = (UnsafeBufferPointer<UInt16>, Int) throws(FuzzyIndexError) -> Void

    /// - Parameters:
    ///   - elements: What tells the elements of a record.
    ///   - lengthStarts: First record of each length and of the one after the greatest.
    ///   - scratch: For what memory does not hold, `nil` where it holds all.
    ///   - records: Reads the records twice, in order.
    /// - Throws: `tooLarge`, `unwritable`, `unreadable`, and what `records` throws.
    init(
        _ elements: consuming IndexElements, symbols: Int, lengthStarts: [UInt32], scratch: ScratchPlace?,
        records: (_ body: Reading) throws(FuzzyIndexError) -> Void
    ) throws(FuzzyIndexError) {
        var total = 0
        for length in 1..<max(1, lengthStarts.count - 1) {
            let count = Int(lengthStarts[length + 1] - lengthStarts[length])
            total += count * FuzzyIndex.prefixCount(length)
        }
        guard total < Int(UInt32.max) else { throw FuzzyIndexError(.tooLarge) }
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
        let keys = source.repeatedKeys
        let order = (0..<UInt32(frequencies.count)).sorted {
            (frequencies[Int($0)], $0) < (frequencies[Int($1)], $1)
        }
        var rankOfElement = [UInt32](repeating: 0, count: order.count)
        for (rank, element) in order.enumerated() { rankOfElement[Int(element)] = UInt32(rank) }
        let buckets = RankBuckets(
            order.lazy.map { frequencies[Int($0)] }, postings: scratch.map { $0.limit / 4 } ?? .max)
        var sorter = PostingSorter(lengthStarts: lengthStarts, buckets: buckets, scratch: scratch)
        var starts = [UInt32](repeating: 0, count: frequencies.count + 1)
        try records { units, record throws(FuzzyIndexError) in
            guard record >= first else { return }
            source.read(units, into: &found)
            Self.keepRarest(&found, rankOfElement)
            Self.count(found, in: &starts, at: 1)
            try sorter.add(found, of: record)
        }
        for rank in 0..<starts.count - 1 { starts[rank + 1] += starts[rank] }
        ranks = Array(rankOfElement[..<symbols])
        let sorted = keys.indices.sorted { keys[$0] < keys[$1] }
        repeatedRanks = sorted.map { rankOfElement[symbols + $0] }
        repeatedKeys = sorted.map { keys[$0] }
        self.starts = starts
        self.sorter = sorter
    }

    /// Writes postings and their places.
    ///
    /// - Throws: `unwritable`, `unreadable`.
    consuming func write(to output: IndexOutput) throws(FuzzyIndexError) { try sorter.write(starts, to: output) }

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
}
