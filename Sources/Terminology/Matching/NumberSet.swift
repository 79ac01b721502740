/// A few numbers other than 0, looked up where a `Set` takes longer to hash than all the rest takes.
struct NumberSet: Sendable {
    private let slots: FixedBuffer<UInt64>
    private let shift: UInt64

    init(_ numbers: Set<UInt64>) {
        var width: UInt64 = 4
        while 1 << width < numbers.count * 4 { width += 1 }
        shift = 64 - width
        var slots = [UInt64](repeating: 0, count: 1 << Int(width))
        for number in numbers where number != 0 {
            var slot = Self.slot(number, shift)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
        self.slots = FixedBuffer(slots)
    }

    @inline(__always)
    func contains(_ number: UInt64) -> Bool {
        var slot = Self.slot(number, shift)
        while true {
            let found = slots.start[slot]
            if found == number { return number != 0 }
            if found == 0 { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private static func slot(_ number: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
