internal import UnicodeText

/// A stretch of UTF-8 in UTF-16, and a cursor that leads from the offsets of one to those of the other.
///
/// Offsets must be asked for in order: each is found from the one before, and all of them in O(n).
struct UTF16Places {
    let units: [UInt16]
    private let bytes: [UInt8]
    private let start: Int
    private var byte: Int
    private var unit = 0

    /// O(length of the range).
    init(_ bytes: [UInt8], _ range: ByteRange) {
        self.bytes = bytes
        start = range.lowerBound
        byte = start
        units = Array(unsafeUninitializedCapacity: range.count) { buffer, count in
            var position = range.lowerBound
            while position < range.upperBound {
                let first = bytes[position]
                if first < 0x80 {
                    buffer[count] = UInt16(first)
                    count += 1
                    position += 1
                    continue
                }
                let (scalar, length) = decodeScalar(bytes, at: position)
                position += length
                if scalar.value < 0x10000 {
                    buffer[count] = UInt16(scalar.value)
                    count += 1
                } else {
                    buffer[count] = UInt16(0xD7C0 + scalar.value >> 10)
                    buffer[count + 1] = UInt16(0xDC00 | scalar.value & 0x3FF)
                    count += 2
                }
            }
        }
    }

    /// The byte offset, in the whole text, of an offset in code units.
    mutating func byteOffset(_ offset: Int) -> Int {
        while unit < offset { step() }
        return byte
    }

    /// The offset in code units of a byte offset in the whole text.
    mutating func unitOffset(_ offset: Int) -> Int {
        while byte < offset { step() }
        return unit
    }

    mutating func rewind() {
        byte = start
        unit = 0
    }

    private mutating func step() {
        let first = bytes[byte]
        byte += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        unit += first < 0xF0 ? 1 : 2
    }
}
