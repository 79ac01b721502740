/// The first ranks of an order, at most as many as are wanted: a heap whose root is the last of them.
struct RankedHits {
    private let order: ConcordanceQuery.Order
    private let limit: Int
    private var heap: [ConcordanceRank] = []

    /// - Parameter limit: 0 for none.
    init(order: ConcordanceQuery.Order, limit: Int) {
        self.order = order
        self.limit = limit
    }

    var isFull: Bool { limit > 0 && heap.count == limit }

    /// The last one kept.
    var last: ConcordanceRank? { limit > 0 ? heap.first : nil }

    /// O(log limit).
    mutating func add(_ rank: ConcordanceRank) {
        guard limit > 0 else { return heap.append(rank) }
        if heap.count < limit {
            heap.append(rank)
            var child = heap.count - 1
            while child > 0, heap[(child - 1) / 2].precedes(heap[child], in: order) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if rank.precedes(heap[0], in: order) {
            heap[0] = rank
            sink()
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var last = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[last].precedes(heap[child], in: order) {
                last = child
            }
            if last == parent { return }
            heap.swapAt(parent, last)
            parent = last
        }
    }

    /// In their order. O(n log n).
    var sorted: [ConcordanceRank] { heap.sorted { $0.precedes($1, in: order) } }
}
