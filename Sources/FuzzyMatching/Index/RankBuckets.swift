/// The order from rare to frequent in ranges, so that the postings of each range fit into memory.
struct RankBuckets {
    /// First rank of each bucket, and the one after the last.
    private(set) var starts: [UInt32] = [0]
    /// The bucket of each rank.
    private(set) var bucketOfRank: [UInt32] = []

    /// Most ranks of a bucket.
    static let ranks = 1 << 20

    /// - Parameters:
    ///   - frequencies: By rank at least as many as postings.
    ///   - postings: A bucket of several ranks has no more; one of a single rank may have any number.
    init(_ frequencies: some Collection<UInt32>, postings: Int) {
        bucketOfRank.reserveCapacity(frequencies.count)
        var held = 0
        for (rank, frequency) in frequencies.enumerated() {
            let isEmpty = rank == Int(starts[starts.count - 1])
            if !isEmpty, held + Int(frequency) > postings || rank - Int(starts[starts.count - 1]) == Self.ranks {
                starts.append(UInt32(rank))
                held = 0
            }
            held += Int(frequency)
            bucketOfRank.append(UInt32(starts.count - 1))
        }
        starts.append(UInt32(frequencies.count))
    }

    /// Number of buckets.
    var count: Int { starts.count - 1 }

    func ranks(_ bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }
}
