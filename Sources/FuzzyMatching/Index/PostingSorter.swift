/// Brings postings from the order of records into that of an index: by element, and of one element by length, by place in
/// the prefix, and by record. Memory does not depend on how many there are.
struct PostingSorter: ~Copyable {
    private let lengthStarts: [UInt32]
    private let buckets: RankBuckets
    private let scratch: ScratchPlace?

    /// The prefixes of the records of one length: in a bin, what is in one place.
    private var columns: NumberBins<UInt32>
    private var length = 1
    private var column: [UInt32] = []
    /// By bucket: the rank counted from the bucket's first in the high 24 bits, the place in eight, the record in 32.
    private var postings: NumberBins<UInt64>

    /// - Parameters:
    ///   - lengthStarts: First record of each length and of the one after the greatest.
    ///   - scratch: For what memory does not hold, `nil` where it holds all.
    init(lengthStarts: [UInt32], buckets: RankBuckets, scratch: ScratchPlace?) {
        self.lengthStarts = lengthStarts
        self.buckets = buckets
        self.scratch = scratch
        columns = NumberBins(in: scratch)
        postings = NumberBins(in: scratch)
    }

    /// Takes the prefix of a record, as ranks; records come in order, and of one length all have as many.
    mutating func add(_ prefix: [UInt32], of record: Int) throws(FuzzyIndexError) {
        while record >= Int(lengthStarts[length + 1]) { try endLength() }
        for place in prefix.indices { try columns.append(prefix[place], to: place) }
    }

    private mutating func endLength() throws(FuzzyIndexError) {
        for place in 0..<columns.count {
            var record = UInt64(lengthStarts[length])
            let placeBits = UInt64(min(place, 255)) << 32
            for part in 0..<columns.parts {
                try columns.read(part, of: place, into: &column)
                for rank in column {
                    let bucket = Int(buckets.bucketOfRank[Int(rank)])
                    let offset = UInt64(rank - buckets.starts[bucket])
                    try postings.append(offset << 40 | placeBits | record, to: bucket)
                    record += 1
                }
            }
        }
        columns = NumberBins(in: scratch)
        length += 1
    }

    /// Writes postings and their places.
    ///
    /// - Parameter starts: Where the postings of each rank begin, and where the last ones end.
    consuming func write(_ starts: [UInt32], to output: IndexOutput) throws(FuzzyIndexError) {
        while length + 1 < lengthStarts.count { try endLength() }
        var places = NumberBins<UInt8>(in: scratch)
        output.begin(.postings)
        for bucket in 0..<buckets.count {
            let ranks = buckets.ranks(bucket)
            if ranks.count == 1 {
                try copy(bucket, to: output, &places)
            } else {
                try sort(bucket, starts[ranks.lowerBound...ranks.upperBound], to: output, &places)
            }
        }
        try output.endSection(.postings)
        try output.write(.places, places)
    }

    /// Those of a single element are in order.
    private borrowing func copy(
        _ bucket: Int, to output: IndexOutput, _ places: inout NumberBins<UInt8>
    ) throws(FuzzyIndexError) {
        var entries: [UInt64] = []
        for part in 0..<postings.parts {
            try postings.read(part, of: bucket, into: &entries)
            try output.append(entries.map { UInt32(truncatingIfNeeded: $0) })
            try places.append(entries.map { UInt8(truncatingIfNeeded: $0 >> 32) }, to: 0)
        }
    }

    /// Those of several elements are in order but for the elements.
    private borrowing func sort(
        _ bucket: Int, _ starts: ArraySlice<UInt32>, to output: IndexOutput, _ places: inout NumberBins<UInt8>
    ) throws(FuzzyIndexError) {
        guard let base = starts.first, let end = starts.last, end > base else { return }
        var next = starts.map { Int($0 - base) }
        var records = [UInt32](repeating: 0, count: Int(end - base))
        var itsPlaces = [UInt8](repeating: 0, count: records.count)
        var entries: [UInt64] = []
        for part in 0..<postings.parts {
            try postings.read(part, of: bucket, into: &entries)
            for entry in entries {
                let rank = Int(entry >> 40)
                records[next[rank]] = UInt32(truncatingIfNeeded: entry)
                itsPlaces[next[rank]] = UInt8(truncatingIfNeeded: entry >> 32)
                next[rank] += 1
            }
        }
        try output.append(records)
        try places.append(itsPlaces, to: 0)
    }
}
