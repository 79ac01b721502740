/// Verified records in the order of their base scores, then of their ids: a binary heap, for mostly only the first few
/// of many are asked for. O(n) to make, O(log n) for each.
struct BestFirst {
    /// A record within the distance a score allows.
    struct Record {
        var record: Int
        /// The score its distance gives, before penalties.
        var base: Int
        var id: Int64

        func precedes(_ other: Record) -> Bool {
            if base != other.base { return base > other.base }
            return id != other.id ? id < other.id : record < other.record
        }
    }

    private var heap: [Record]

    init(_ records: [Record]) {
        heap = records
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    mutating func next() -> Record? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            heap[0] = last
            sink(0)
        }
        return first
    }

    /// Those that are left of a base score, in no order; they come no more. O(n).
    mutating func takeAll(of base: Int) -> [Record] {
        let taken = heap.filter { $0.base == base }
        self = BestFirst(heap.filter { $0.base != base })
        return taken
    }

    private mutating func sink(_ start: Int) {
        let record = heap[start]
        var hole = start
        while true {
            var child = hole * 2 + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(record) else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = record
    }
}
