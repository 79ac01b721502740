/// Strict UTF-8 checks (RFC 3629; Unicode 15, table 3-7).
public enum UTF8Validation {
    /// Length of the well-formed sequence at `offset`, or 0 when there is none. O(1).
    public static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = bytes[offset]
        if first < 0x80 { return 1 }
        let left = bytes.count - offset
        func tail(_ index: Int) -> Bool { bytes[offset + index] & 0xC0 == 0x80 }
        switch first {
        case 0xC2...0xDF:
            return left >= 2 && tail(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, tail(1), tail(2) else { return 0 }
            let second = bytes[offset + 1]
            if first == 0xE0 && second < 0xA0 { return 0 }
            if first == 0xED && second > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, tail(1), tail(2), tail(3) else { return 0 }
            let second = bytes[offset + 1]
            if first == 0xF0 && second < 0x90 { return 0 }
            if first == 0xF4 && second > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }

    /// Length of the maximal subpart of an ill-formed sequence at `offset` (Unicode 15, section 3.9), at least 1.
    ///
    /// This is what one replacement character stands for.
    public static func illFormedLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = bytes[offset]
        let wanted: Int
        switch first {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF: wanted = 3
        case 0xF0...0xF4: wanted = 4
        default: return 1
        }
        var length = 1
        while length < wanted, offset + length < bytes.count {
            let byte = bytes[offset + length]
            guard byte & 0xC0 == 0x80 else { break }
            if length == 1 {
                if first == 0xE0 && byte < 0xA0 || first == 0xED && byte > 0x9F
                    || first == 0xF0 && byte < 0x90 || first == 0xF4 && byte > 0x8F
                {
                    break
                }
            }
            length += 1
        }
        return length
    }

    /// Whether an ill-formed place is a character of which the rest is still to come.
    static func isCutOff(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let length = illFormedLength(bytes, at: offset)
        guard offset + length == bytes.count else { return false }
        // The maximal ill-formed part is, but for a byte that can begin nothing, the beginning of a character.
        let first = bytes[offset]
        let wanted = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return length < wanted
    }

    /// How many bytes at the end begin a character of which the rest is still to come, 0 if none. O(1).
    static func cutOffLength(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { all in
            for length in 1...3 where length <= all.count {
                let lead = all[all.count - length]
                if lead & 0xC0 == 0x80 { continue }
                return lead >= 0x80 && isCutOff(all, at: all.count - length) ? length : 0
            }
            return 0
        }
    }

    /// Offset of the first byte that is not part of a well-formed sequence, `nil` if the bytes are valid. O(n).
    public static func firstError(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { firstError(in: $0) }
    }

    /// Whether 32 bytes are all ASCII.
    @inline(__always)
    private static func isASCII(_ bytes: UnsafeRawPointer) -> Bool {
        let words = bytes.loadUnaligned(as: SIMD4<UInt64>.self)
        return (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 == 0
    }

    public static func firstError(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let raw = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var offset = 0
        let count = bytes.count
        while offset < count {
            let first = bytes[offset]
            if first < 0x80 {
                offset += 1
                // Eight bytes at a time, to the first that is not ASCII; in long stretches 32.
                while offset + 32 <= count, isASCII(raw + offset) { offset += 32 }
                while offset + 8 <= count {
                    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    let others = word & 0x8080_8080_8080_8080
                    offset += others.trailingZeroBitCount >> 3
                    if others != 0 { break }
                }
            } else if first >= 0xE1, first <= 0xEC, offset + 4 <= count {
                // Most of the world's letters: three bytes with nothing to look out for but that two of them follow.
                let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                guard UInt32(littleEndian: word) & 0x00C0_C000 == 0x0080_8000 else { return offset }
                offset += 3
            } else if first >= 0xC2, first <= 0xDF, offset + 2 <= count {
                guard bytes[offset + 1] & 0xC0 == 0x80 else { return offset }
                offset += 2
            } else {
                let length = sequenceLength(bytes, at: offset)
                if length == 0 { return offset }
                offset += length
            }
        }
        return nil
    }
}
