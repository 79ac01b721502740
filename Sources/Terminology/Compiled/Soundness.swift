// Tables of a file are read through pointers without a look at their ends: whatever leads somewhere is checked when the file
// is opened, even though its checksum holds.

extension WordIndex {
    /// Whether all that leads somewhere leads into the index. O(n).
    var isSound: Bool {
        guard mask >= 0, (mask + 1).nonzeroBitCount == 1, hashes.count == uses.count, marks.count == bytes.count,
            bits.isTable(shift: bitShift), bytes.count <= Int(Int32.max)
        else { return false }
        for word in words.elements {
            guard word.key >= 0, word.count > 0, Int(word.key) + Int(word.count) <= bytes.count else { return false }
        }
        let raw = UnsafeRawBufferPointer(uses.elements)
        guard let kind = MemoryLayout<Use>.offset(of: \.kind) else { return false }
        for number in 0..<uses.count {
            // Before the use is touched: another byte is none of the kinds.
            guard let kind = Use.Kind(rawValue: raw[number * MemoryLayout<Use>.stride + kind]) else { return false }
            let use = uses.start[number]
            guard use.word >= 0, use.word < words.count, use.key >= 0, use.count >= 0, use.own >= 0,
                Int(use.key) + Int(use.count) <= bytes.count
            else { return false }
            if kind == .base, Int(use.own) + Int(use.count) > Int(words.start[Int(use.word)].count) { return false }
        }
        var last: Int32 = 0
        for slot in slots.elements {
            guard slot >= last, slot <= uses.count else { return false }
            last = slot
        }
        return true
    }
}

extension TermTree {
    /// Whether all that leads somewhere leads into the tree, to its words and to its entries, and no chain is a ring. O(n).
    func isSound(words: Int, entries: Int) -> Bool {
        guard mask >= 0, (mask + 1).nonzeroBitCount == 1, roots.count == words, nodes.count > 0,
            let hasNext = MemoryLayout<Node>.offset(of: \.hasNext)
        else { return false }
        for root in roots.elements where root < -1 || root >= nodes.count { return false }
        let raw = UnsafeRawBufferPointer(nodes.elements)
        for number in 0..<nodes.count {
            guard raw[number * MemoryLayout<Node>.stride + hasNext] <= 1 else { return false }
            let node = nodes.start[number]
            guard node.first >= 0, node.count >= 0, Int(node.first) + Int(node.count) <= entries else { return false }
        }
        for (number, edge) in edges.elements.enumerated() {
            guard edge.target >= 0, edge.target < nodes.count, edge.next >= -1, edge.next < number else { return false }
        }
        for slot in slots.elements where slot < -1 || slot >= edges.count { return false }
        return true
    }
}

extension WordFilter {
    var isSound: Bool { bits.isTable(shift: shift) }
}

extension FixedBuffer<UInt64> {
    /// Whether they are a bit for each hash without so many of its low bits.
    fileprivate func isTable(shift: UInt64) -> Bool { (32...58).contains(shift) && count == 1 << (58 - Int(shift)) }
}
