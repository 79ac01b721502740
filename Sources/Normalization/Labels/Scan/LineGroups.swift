/// Lines that say the same but for case, each by the first of them. O(lines).
struct LineGroups {
    /// For each line the index of the first that says the same, which may be itself.
    private(set) var firsts: [Int32]

    /// Open addressing with linear probing, at most half full: the upper half of a line's hash, and its index plus one.
    init(_ lines: [LabelledBlock]) {
        var size = 16
        while size < lines.count * 2 { size *= 2 }
        var slots = [(hash: UInt32, line: UInt32)](repeating: (0, 0), count: size)
        firsts = []
        firsts.reserveCapacity(lines.count)
        for index in lines.indices {
            let upper = UInt32(truncatingIfNeeded: lines[index].foldedHash >> 32)
            var place = Int(truncatingIfNeeded: lines[index].foldedHash) & (size - 1)
            while true {
                let slot = slots[place]
                if slot.line == 0 {
                    slots[place] = (upper, UInt32(truncatingIfNeeded: index + 1))
                    firsts.append(Int32(truncatingIfNeeded: index))
                    break
                }
                let first = Int(slot.line) - 1
                if slot.hash == upper, lines[first].saysTheSame(as: lines[index]) {
                    firsts.append(Int32(truncatingIfNeeded: first))
                    break
                }
                place = (place + 1) & (size - 1)
            }
        }
    }

    /// For each line whether others say the same.
    var isRepeated: [Bool] {
        var isRepeated = [Bool](repeating: false, count: firsts.count)
        for (index, first) in firsts.enumerated() where first != index {
            isRepeated[Int(first)] = true
            isRepeated[index] = true
        }
        return isRepeated
    }
}
