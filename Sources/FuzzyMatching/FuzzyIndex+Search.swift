public import UnicodeText

extension FuzzyIndex {
    /// The segments that score at least `minimum` percent, best first, then by id; a segment of the text itself scores 100.
    ///
    /// - Parameters:
    ///   - minimum: 1...100; more is 100, less is 1.
    ///   - limit: Most matches to return; 0 means all.
    public func matches(for text: UTF8Text, minimum: Int, limit: Int = 0) -> [FuzzyMatch] {
        let minimum = min(max(minimum, 1), 100)
        let tokenizer = Tokenizer()
        let sequence = TokenSequence(text, tokenizer: tokenizer)
        var collector = FuzzyMatchCollector(limit: limit)
        if sequence.tokens.count > FuzzyComparison.maximumTokens || sequence.tokens.isEmpty {
            for record in identical(to: text) { collector.add(FuzzyMatch(id: ids[record], score: 100)) }
            return collector.matches
        }
        let query = sequence.tokens.map { vocabulary.find(sequence.key(of: $0)) }
        var distance = TokenDistance(query)
        var found: [(record: Int, base: Int)] = []
        forEachCandidate(query, minimum) { record in
            let longer = max(query.count, length(record))
            let limit = longer - Self.needed(minimum, longer: longer)
            let edits = distance.distance(
                to: symbols[symbolStarts[record]..<symbolStarts[record + 1]], limit: limit)
            if edits <= limit { found.append((record, FuzzyComparison.base(distance: edits, longer: longer))) }
        }
        found.sort { ($1.base, ids[$0.record], $0.record) < ($0.base, ids[$1.record], $1.record) }
        for (record, base) in found {
            // No later one can score more than its base.
            if collector.isFull, base < collector.lowest { break }
            let comparison = FuzzyComparison(
                query: sequence, match: TokenSequence(self.text(record), tokenizer: tokenizer))
            guard comparison.score >= minimum else { continue }
            collector.add(
                FuzzyMatch(
                    id: ids[record], score: comparison.score, differences: comparison.differences,
                    penalties: comparison.penalties))
        }
        return collector.matches
    }

    /// Records whose bytes are the text's: for texts too long, or with nothing to compare.
    private func identical(to text: UTF8Text) -> [Int] {
        // Records without tokens, texts beyond the limit among them.
        guard firstOfLength.count > 1 else { return [] }
        return (firstOfLength[0]..<firstOfLength[1]).filter {
            texts[textStarts[$0]..<textStarts[$0 + 1]].elementsEqual(text.bytes)
        }
    }

    /// Calls `found` once with each record that the filters let pass.
    private func forEachCandidate(_ query: [UInt32], _ minimum: Int, _ found: (Int) -> Void) {
        let longest = firstOfLength.count - 2
        let shortestWanted = Self.needed(minimum, longer: query.count)
        let longestWanted = min(longest, query.count * 100 / minimum)
        guard shortestWanted <= longestWanted else { return }
        let records = firstOfLength[shortestWanted]..<firstOfLength[longestWanted + 1]
        if minimum < Self.lowestFiltered {
            for record in records { found(record) }
            return
        }
        var seen = [UInt64](repeating: 0, count: records.count / 64 + 1)
        let ordered = orderedRanks(query)
        let prefix = query.count - shortestWanted + 1
        for (place, rank) in ordered.prefix(prefix).enumerated() {
            guard let rank else { continue }
            scan(rank, place: place, query: query.count, minimum: minimum, records: records) { record in
                let bit = record - records.lowerBound
                if seen[bit / 64] & 1 << UInt64(bit % 64) == 0 {
                    seen[bit / 64] |= 1 << UInt64(bit % 64)
                    found(record)
                }
            }
        }
    }

    /// The query's elements from rare to frequent; `nil` for one that no record has, the rarest.
    private func orderedRanks(_ query: [UInt32]) -> [UInt32?] {
        var occurrences: [UInt32: UInt32] = [:]
        var unknown = 0
        var known: [UInt32] = []
        for symbol in query {
            let occurrence = occurrences[symbol, default: 0]
            occurrences[symbol] = occurrence + 1
            if symbol == Vocabulary.none {
                unknown += 1
            } else if occurrence == 0 {
                known.append(ranks[Int(symbol)])
            } else if let element = repeatedElements[Self.repeated(symbol, occurrence)] {
                known.append(ranks[Int(element)])
            } else {
                unknown += 1
            }
        }
        return Array(repeating: nil, count: unknown) + known.sorted().map { $0 }
    }

    /// Postings of one element that can still reach the score, by length.
    private func scan(
        _ rank: UInt32, place: Int, query: Int, minimum: Int, records: Range<Int>, _ found: (Int) -> Void
    ) {
        let end = postingStarts[Int(rank) + 1]
        var position = firstPosting(atOrAfter: records.lowerBound, from: postingStarts[Int(rank)], to: end)
        while position < end, Int(postings[position]) < records.upperBound {
            let length = length(Int(postings[position]))
            let next = firstOfLength[length + 1]
            let needed = Self.needed(minimum, longer: max(query, length))
            // Of the query this element and the more frequent ones are left to share, of the record as many.
            if query - place >= needed {
                let lastPlace = length - needed
                while position < end, Int(postings[position]) < next, Int(places[position]) <= lastPlace {
                    found(Int(postings[position]))
                    position += 1
                }
            } else if length >= query {
                // Longer records need still more.
                return
            }
            position = firstPosting(atOrAfter: next, from: position, to: end)
        }
    }

    /// Postings are grouped by length, so that the first one of a length is found by halving, after doubling steps.
    private func firstPosting(atOrAfter record: Int, from start: Int, to end: Int) -> Int {
        var low = start
        var step = 1
        while low < end, Int(postings[low]) < record {
            let probe = min(low + step, end)
            if probe == end || Int(postings[probe]) >= record {
                var high = probe
                low += 1
                while low < high {
                    let middle = (low + high) / 2
                    if Int(postings[middle]) < record { low = middle + 1 } else { high = middle }
                }
                return low
            }
            low = probe
            step *= 2
        }
        return low
    }
}
