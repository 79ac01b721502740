/// The elements of all records in the order from rare to frequent, and the records each is found by.
struct IndexPostings {
    /// Of the first occurrence of each symbol.
    private(set) var ranks: [UInt32] = []
    private(set) var repeatedKeys: [UInt64] = []
    private(set) var repeatedRanks: [UInt32] = []
    private(set) var starts: [UInt32] = []
    private(set) var postings: [UInt32] = []
    private(set) var places: [UInt8] = []

    init(_ source: consuming IndexElements) {
        var elements = source
        ranks = Array(repeating: 0, count: elements.symbols)
        repeatedKeys = elements.repeatedKeys
        rank(&elements)
        post(&elements)
    }

    /// Orders the elements, and gives their places in the order for their numbers.
    private mutating func rank(_ elements: inout IndexElements) {
        var frequencies = [UInt32](repeating: 0, count: ranks.count + repeatedKeys.count)
        for element in elements.numbers { frequencies[Int(element)] += 1 }
        let order = (0..<UInt32(frequencies.count)).sorted {
            (frequencies[Int($0)], $0) < (frequencies[Int($1)], $1)
        }
        var rankOfElement = [UInt32](repeating: 0, count: frequencies.count)
        for (rank, element) in order.enumerated() { rankOfElement[Int(element)] = UInt32(rank) }
        for index in elements.numbers.indices {
            elements.numbers[index] = rankOfElement[Int(elements.numbers[index])]
        }
        let symbols = ranks.count
        ranks = Array(rankOfElement[..<symbols])
        let sorted = repeatedKeys.indices.sorted { repeatedKeys[$0] < repeatedKeys[$1] }
        repeatedRanks = sorted.map { rankOfElement[symbols + $0] }
        repeatedKeys = sorted.map { repeatedKeys[$0] }
    }

    /// Postings are by element, and of one element by length, by place in the prefix, and by record.
    private mutating func post(_ elements: inout IndexElements) {
        let count = ranks.count + repeatedKeys.count
        starts = Array(repeating: 0, count: count + 1)
        let bounds = elements.starts
        elements.numbers.withUnsafeMutableBufferPointer { numbers in
            for record in 0..<bounds.count - 1 {
                // Sorting a slice of an array would copy the array.
                var part = UnsafeMutableBufferPointer(rebasing: numbers[bounds[record]..<bounds[record + 1]])
                part.sort()
                for rank in part.prefix(FuzzyIndex.prefixCount(part.count)) { starts[Int(rank) + 1] += 1 }
            }
        }
        for rank in 0..<count { starts[rank + 1] += starts[rank] }
        postings = Array(repeating: 0, count: Int(starts[count]))
        places = Array(repeating: 0, count: postings.count)
        var next = starts
        var first = 0
        while first < elements.lengths.count {
            let length = elements.lengths[first]
            var end = first + 1
            while end < elements.lengths.count, elements.lengths[end] == length { end += 1 }
            for place in 0..<FuzzyIndex.prefixCount(length) {
                for record in first..<end {
                    let rank = Int(elements.numbers[elements.starts[record] + place])
                    postings[Int(next[rank])] = UInt32(record)
                    places[Int(next[rank])] = UInt8(min(place, 255))
                    next[rank] += 1
                }
            }
            first = end
        }
    }
}
