/// How many elements have led to each record, three at most: two bits a record.
struct HitCounts {
    static let highest = 3

    private var words: [UInt64]
    /// Records that an element has led to.
    private var touched: [UInt32] = []

    /// For no records.
    init() { words = [] }

    init(records: Int) { words = Array(repeating: 0, count: records / 32 + 1) }

    /// Counts an element of a record.
    ///
    /// - Parameter wanted: 1...`highest`, the same at each call for a record.
    /// - Returns: Whether it is just now as many as wanted; those that come later are not counted.
    @inline(__always)
    mutating func count(_ record: UInt32, upTo wanted: Int) -> Bool {
        let shift = UInt64(record % 32) * 2
        let count = Int(truncatingIfNeeded: words[Int(record / 32)] >> shift & 3)
        guard count < wanted else { return false }
        if count == 0 { touched.append(record) }
        words[Int(record / 32)] &+= 1 << shift
        return count + 1 == wanted
    }

    /// Forgets all. O(records counted).
    mutating func reset() {
        for record in touched { words[Int(record / 32)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}
