/// Whether all bytes are below 0x80. O(n), eight bytes a step.
public func isASCII(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { isASCII($0) } }

/// Whether all bytes are below 0x80. O(n), eight bytes a step.
public func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
        if raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
        offset += 8
    }
    while offset < raw.count {
        if raw[offset] >= 0x80 { return false }
        offset += 1
    }
    return true
}

/// Whether a byte is among others. O(n), eight bytes a step.
public func holds(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var offset = 0
        while offset + 8 <= raw.count {
            // A byte that is the same becomes zero, and a zero byte borrows.
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
            if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            offset += 8
        }
        while offset < raw.count {
            if raw[offset] == byte { return true }
            offset += 1
        }
        return false
    }
}

/// Whether two runs of bytes are the same. O(n), eight bytes a step.
public func sameBytes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { sameBytes(left, $0) } }
}

public func sameBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    if left.baseAddress == right.baseAddress { return true }
    var offset = 0
    while offset + 8 <= left.count {
        let one = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if one != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
    }
    while offset < left.count {
        if left[offset] != right[offset] { return false }
        offset += 1
    }
    return true
}
