/// Goes through the postings of elements for the records that can still reach a score.
struct PostingScan {
    private let lengthStarts: IndexColumn<UInt32>
    private let postingStarts: IndexColumn<UInt32>
    private let postings: IndexColumn<UInt32>
    private let places: IndexColumn<UInt8>
    private let records: Int
    /// Number of tokens of the query.
    let query: Int
    let minimum: Int
    /// Lengths of records that are looked for.
    let shortest: Int
    let longest: Int

    init(index: FuzzyIndex, query: Int, minimum: Int, shortest: Int, longest: Int) {
        lengthStarts = index.lengthStarts
        postingStarts = index.postingStarts
        postings = index.postings
        places = index.places
        records = index.count
        self.query = query
        self.minimum = minimum
        self.shortest = shortest
        self.longest = longest
    }

    /// Calls `found` with records of one element and their lengths. Records may come again for other elements.
    ///
    /// - Parameters:
    ///   - rank: The element's place in the order from rare to frequent.
    ///   - place: Its place in the query's order.
    /// - Throws: `damaged`.
    @inline(__always)
    func run(_ rank: UInt32, place: Int, _ found: (UInt32, Int) -> Void) throws(FuzzyIndexError) {
        guard Int(rank) + 1 < postingStarts.count else { throw FuzzyIndexError(.damaged) }
        let end = Int(postingStarts[Int(rank) + 1])
        guard end <= postings.count else { throw FuzzyIndexError(.damaged) }
        let first = lengthStarts[shortest]
        let last = lengthStarts[longest + 1]
        guard first <= last, Int(last) <= records else { throw FuzzyIndexError(.damaged) }
        var position = self.position(atOrAfter: first, from: Int(postingStarts[Int(rank)]), to: end)
        var length = shortest
        while position < end, postings[position] < last {
            let record = postings[position]
            while lengthStarts[length + 1] <= record { length += 1 }
            let next = lengthStarts[length + 1]
            let needed = FuzzyIndex.needed(minimum, longer: max(query, length))
            // Of the query this element and the more frequent ones are left to share, of the record as many.
            if query - place >= needed {
                let lastPlace = length - needed
                while position < end, postings[position] < next, Int(places[position]) <= lastPlace {
                    let record = postings[position]
                    guard record >= first else { throw FuzzyIndexError(.damaged) }
                    found(record, length)
                    position += 1
                }
            } else if length >= query {
                // Longer records need still more.
                return
            }
            position = self.position(atOrAfter: next, from: position, to: end)
        }
    }

    /// Postings are grouped by length, so that the first one of a length is found by halving, after doubling steps.
    private func position(atOrAfter record: UInt32, from start: Int, to end: Int) -> Int {
        var low = start
        var step = 1
        while low < end, postings[low] < record {
            let probe = min(low + step, end)
            if probe == end || postings[probe] >= record {
                var high = probe
                low += 1
                while low < high {
                    let middle = (low + high) / 2
                    if postings[middle] < record { low = middle + 1 } else { high = middle }
                }
                return low
            }
            low = probe
            step *= 2
        }
        return low
    }
}
