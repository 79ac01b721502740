/// Terms as sequences of words: from a node by a gap and a word to the next.
struct TermTree: Sendable {
    struct Step: Hashable {
        let node: Int32
        let word: Int32
        let gap: UInt64
    }

    struct Edge: Sendable, BitwiseCopyable {
        let gap: UInt64
        let node: Int32
        let word: Int32
        let target: Int32
        /// The next one of the same slot, -1 for none.
        var next: Int32
    }

    struct Node: Sendable, BitwiseCopyable {
        /// Entries that end here.
        var first: Int32 = 0
        var count: Int32 = 0
        var hasNext = false
        /// A bit for each pair of bytes that a word behind it may begin with: see `bit(of:)`.
        var beginnings: UInt64 = 0
    }

    /// The node behind each word that begins a term, -1 for the others.
    let roots: FixedBuffer<Int32>
    let nodes: FixedBuffer<Node>
    let edges: FixedBuffer<Edge>
    let slots: FixedBuffer<Int32>
    let mask: Int

    /// A bit for the first two bytes of a word, of which one has no more than 64.
    @inline(__always)
    static func bit(of word: UInt64) -> UInt64 { 1 << ((((word & 0xFFFF) &* 0x9E37_79B9) >> 20) & 63) }

    /// The node behind another one, -1 for none.
    @inline(__always)
    func next(_ node: Int32, _ gap: UInt64, _ word: Int32) -> Int32 {
        var index = slots.start[Self.slot(node, gap, word) & mask]
        while index >= 0 {
            let edge = edges.start[Int(index)]
            if edge.node == node, edge.word == word, edge.gap == gap { return edge.target }
            index = edge.next
        }
        return -1
    }

    @inline(__always)
    private static func slot(_ node: Int32, _ gap: UInt64, _ word: Int32) -> Int {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        return Int(truncatingIfNeeded: TokenHash.mixed(key ^ gap &* 0x9E37_79B9_7F4A_7C15))
    }

    /// Node 0 is the beginning.
    struct Builder {
        private var steps: [Step: Int32] = [:]
        private(set) var count: Int32 = 1

        mutating func next(_ node: Int32, _ gap: UInt64, _ word: Int32) -> Int32 {
            let step = Step(node: node, word: word, gap: gap)
            if let next = steps[step] { return next }
            steps[step] = count
            count += 1
            return count - 1
        }

        /// - Parameters:
        ///   - entries: how many end at each node; they are numbered in that order.
        ///   - beginnings: the bits of a word's beginnings.
        func tree(words: Int, entries: [Int32], beginnings: (Int32) -> UInt64) -> TermTree {
            var roots = [Int32](repeating: -1, count: words)
            var nodes: [Node] = []
            var first: Int32 = 0
            for count in entries {
                nodes.append(Node(first: first, count: count))
                first += count
            }
            var edges: [Edge] = []
            for (step, target) in steps {
                if step.node == 0 {
                    roots[Int(step.word)] = target
                    continue
                }
                nodes[Int(step.node)].hasNext = true
                nodes[Int(step.node)].beginnings |= beginnings(step.word)
                edges.append(Edge(gap: step.gap, node: step.node, word: step.word, target: target, next: -1))
            }
            var size = 16
            while size < edges.count * 2 { size *= 2 }
            var slots = [Int32](repeating: -1, count: size)
            for index in edges.indices {
                let slot = TermTree.slot(edges[index].node, edges[index].gap, edges[index].word) & (size - 1)
                edges[index].next = slots[slot]
                slots[slot] = Int32(index)
            }
            return TermTree(
                roots: FixedBuffer(roots), nodes: FixedBuffer(nodes), edges: FixedBuffer(edges),
                slots: FixedBuffer(slots), mask: size - 1)
        }
    }
}
