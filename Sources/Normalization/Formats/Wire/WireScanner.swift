/// Reads a header line of fixed fields from left to right.
struct WireScanner {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    var isAtEnd: Bool { offset >= bytes.endIndex }

    /// Takes as many ASCII letters as there are, within limits.
    mutating func letters(_ counts: ClosedRange<Int>) -> Bool { take(counts) { (0x61...0x7A).contains($0 | 0x20) } }
    mutating func digits(_ counts: ClosedRange<Int>) -> Bool { take(counts) { (0x30...0x39).contains($0) } }
    mutating func blanks(_ counts: ClosedRange<Int>) -> Bool { take(counts) { $0 == 0x20 } }
    mutating func sign(_ sign: Unicode.Scalar) -> Bool { take(1...1) { UInt32($0) == sign.value } }

    private mutating func take(_ counts: ClosedRange<Int>, _ holds: (UInt8) -> Bool) -> Bool {
        let start = offset
        while offset < bytes.endIndex, offset - start < counts.upperBound, holds(bytes[offset]) { offset += 1 }
        return offset - start >= counts.lowerBound
    }
}
