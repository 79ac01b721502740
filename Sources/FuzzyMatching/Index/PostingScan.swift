/// Goes through the postings of elements for the records that can still reach a score.
///
/// Of a record and a query that share n of their elements one must be among the rarest of both: all but n - 1 of each. Two
/// must be among these and one more, three among these and two more (Wang, Li, Feng 2012). To ask for two costs longer
/// lists, and spares most of the records that share one by chance.
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
    /// How many elements must be among the rarest of both, where the index has so many of a record: at least 1.
    let wanted: Int

    init(index: FuzzyIndex, query: Int, minimum: Int, shortest: Int, longest: Int, wanted: Int) {
        lengthStarts = index.lengthStarts
        postingStarts = index.postingStarts
        postings = index.postings
        places = index.places
        records = index.count
        self.query = query
        self.minimum = minimum
        self.shortest = shortest
        self.longest = longest
        self.wanted = wanted
    }

    /// How many elements a record of a length and the query must share.
    @inline(__always)
    private func needed(_ length: Int) -> Int { FuzzyIndex.needed(minimum, longer: max(query, length)) }

    /// How many elements, the last one that is looked for and the more frequent ones, each side has at least.
    ///
    /// The index has the rarer half of a record's (`FuzzyIndex.prefixCount`).
    @inline(__always)
    private func rest(_ length: Int, _ needed: Int) -> Int {
        max(needed - wanted + 1, FuzzyIndex.needed(FuzzyIndex.lowestFiltered, longer: length))
    }

    /// How many elements of the query, from the rarest on, are looked for.
    var prefix: Int { query - rest(shortest, needed(shortest)) + 1 }

    /// Calls `found` with records of one element, their lengths, and how many elements must lead to a record of this length.
    ///
    /// - Parameters:
    ///   - rank: The element's place in the order from rare to frequent.
    ///   - place: Its place in the query's order.
    /// - Throws: `damaged`.
    @inline(__always)
    func run(_ rank: UInt32, place: Int, _ found: (UInt32, Int, Int) -> Void) throws(FuzzyIndexError) {
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
            let next = min(lengthStarts[length + 1], last)
            let needed = needed(length)
            let rest = rest(length, needed)
            // Of the query this element and the more frequent ones are left to share, of the record as many.
            if query - place >= rest {
                let lastPlace = length - rest
                while position < end, postings[position] < next, Int(places[position]) <= lastPlace {
                    let record = postings[position]
                    guard record >= first else { throw FuzzyIndexError(.damaged) }
                    found(record, length, needed - rest + 1)
                    position += 1
                }
            } else if length >= query {
                // For longer records still more must be left.
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
