internal import UnicodeText

/// A set of characters that a text is searched for: of the ASCII ones many bytes at a time, of others one by one.
struct MarkSet: Sendable {
    /// A bit for every character of the first plane.
    private var plane = [UInt64](repeating: 0, count: 0x10000 / 64)
    /// Whether the set has characters beyond the first plane; any of those is then held to be in it.
    private var hasOtherPlanes = false
    /// The ASCII ones; four of them are looked for in each step, and any others behind.
    private var ascii: [UInt8] = []
    private var lanes = (ByteLanes.all(.max), ByteLanes.all(.max), ByteLanes.all(.max), ByteLanes.all(.max))

    mutating func insert(_ scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        guard value < 0x10000 else {
            hasOtherPlanes = true
            return
        }
        guard plane[value >> 6] & 1 << UInt64(value & 63) == 0 else { return }
        plane[value >> 6] |= 1 << UInt64(value & 63)
        guard value < 0x80 else { return }
        ascii.append(UInt8(value))
        func lane(_ index: Int) -> ByteLanes.Vector { ByteLanes.all(index < ascii.count ? ascii[index] : .max) }
        lanes = (lane(0), lane(1), lane(2), lane(3))
    }

    /// The first offset from another on where a character of the set begins; the limit if there is none. O(n).
    func next(in bytes: [UInt8], from start: Int, to limit: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            plane.withUnsafeBufferPointer { next(in: bytes, $0, from: start, to: min(limit, bytes.count)) }
        }
    }

    private func next(
        in bytes: UnsafeRawBufferPointer, _ plane: UnsafeBufferPointer<UInt64>, from start: Int, to limit: Int
    ) -> Int {
        var offset = start
        while offset < limit {
            let first = Int(bytes[offset])
            if first < 0x80 {
                guard offset + ByteLanes.count <= limit else {
                    if plane[first >> 6] & 1 << UInt64(first & 63) != 0 { return offset }
                    offset += 1
                    continue
                }
                let vector = ByteLanes(bytes, at: offset).vector
                let count = ByteLanes.first(vector .>= ByteLanes.all(0x80))
                let found = ByteLanes.first(find(vector))
                if found < count { return offset + found }
                offset += count
            } else if first < 0xE0 {
                guard offset + 2 <= limit else { return limit }
                let value = (first & 0x1F) << 6 | Int(bytes[offset + 1]) & 0x3F
                if plane[value >> 6] & 1 << UInt64(value & 63) != 0 { return offset }
                // A byte amid a character is passed over.
                offset += first < 0xC0 ? 1 : 2
            } else if first < 0xF0 {
                guard offset + 3 <= limit else { return limit }
                let high = (first & 0x0F) << 6 | Int(bytes[offset + 1]) & 0x3F
                if plane[high] & 1 << UInt64(bytes[offset + 2] & 0x3F) != 0 { return offset }
                offset += 3
            } else {
                if hasOtherPlanes { return offset }
                offset += 4
            }
        }
        return limit
    }

    @inline(__always)
    private func find(_ bytes: ByteLanes.Vector) -> ByteLanes.Mask {
        var found = (bytes .== lanes.0) .| (bytes .== lanes.1) .| (bytes .== lanes.2) .| (bytes .== lanes.3)
        if ascii.count > 4 {
            for mark in ascii[4...] { found = found .| (bytes .== ByteLanes.all(mark)) }
        }
        return found
    }
}
