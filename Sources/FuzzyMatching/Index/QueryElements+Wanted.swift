extension QueryElements {
    /// Fewer records are read sooner than looked for by more elements.
    private static let few = 32.0
    /// How many postings cost as much as a record that is read.
    private static let postingsOfRecord = 12

    /// How many of the rarest elements a record should share with the query (`PostingScan.wanted`), by what going through
    /// their postings costs and reading the records that share one.
    ///
    /// - Parameters:
    ///   - count: Tokens of the query.
    ///   - lengths: Lengths of records that are looked for.
    func wanted(of count: Int, _ minimum: Int, _ lengths: Range<Int>, _ index: FuzzyIndex) -> Int {
        let prefix = count - lengths.lowerBound + 1 - unknown
        guard prefix > 0 else { return 1 }
        let first = ranks.prefix(prefix).reduce(0) { $0 + index.postingCount($1) }
        let records = Int(index.lengthStarts[lengths.upperBound]) - Int(index.lengthStarts[lengths.lowerBound])
        guard Double(first) * Double(records) > Self.few * Double(index.count) else { return 1 }
        var postings = first
        var wanted = 1
        // Far down texts share many words by chance: there a third one still spares enough.
        for rank in ranks.dropFirst(prefix).prefix(minimum < 65 ? HitCounts.highest - 1 : 1) {
            postings += index.postingCount(rank)
            guard postings <= first * Self.postingsOfRecord else { break }
            wanted += 1
        }
        return wanted
    }
}

extension FuzzyIndex {
    /// Postings of the element at a place in the order from rare to frequent.
    fileprivate func postingCount(_ rank: UInt32) -> Int {
        let rank = Int(rank)
        return rank + 1 < postingStarts.count ? Int(postingStarts[rank + 1]) - Int(postingStarts[rank]) : 0
    }
}
