extension UTF8Text {
    /// The range without white space at its ends (Unicode White_Space, and the byte order mark).
    public func trimmed(_ range: ByteRange) -> ByteRange {
        let start = skippingBlanks(range)
        var end = range.upperBound
        while start < end {
            let (scalar, length) = scalar(before: end)
            guard scalar.isBlank else { break }
            end -= length
        }
        return start..<end
    }

    /// The first offset at or behind another where no white space stands, the end of the text if all is.
    public func skippingBlanks(from start: Int) -> Int { skippingBlanks(start..<count) }

    /// Whether there is nothing but white space in it, or nothing at all. O(blanks at its beginning).
    public var isBlank: Bool { skippingBlanks(from: 0) == count }

    private func skippingBlanks(_ range: ByteRange) -> Int {
        bytes.withUnsafeBufferPointer {
            endOfBlanks(UnsafeBufferPointer(rebasing: $0[..<range.upperBound]), from: range.lowerBound)
        }
    }

    /// The text without white space at its ends.
    public var trimmed: UTF8Text {
        let range = trimmed(all)
        return range == all ? self : self[range]
    }
}

/// The first offset of valid UTF-8 at or behind another where no white space stands, the end if all is.
@inlinable
public func endOfBlanks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
        let (scalar, length) = decodeScalar(bytes, at: offset)
        guard scalar.isBlank else { break }
        offset += length
    }
    return offset
}

extension Unicode.Scalar {
    /// White space of any kind, and the zero-width no-break space that stray byte order marks become.
    @inlinable
    public var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default:
            false
        }
    }
}
