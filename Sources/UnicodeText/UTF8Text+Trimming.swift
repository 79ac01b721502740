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

    private func skippingBlanks(_ range: ByteRange) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = scalar(at: offset)
            guard scalar.isBlank else { break }
            offset += length
        }
        return offset
    }

    /// The text without white space at its ends.
    public var trimmed: UTF8Text {
        let range = trimmed(all)
        return range == all ? self : self[range]
    }
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
