internal import CICU

/// Decodes bytes that come in pieces, in one encoding, to UTF-8.
///
/// UTF-8 itself is passed on as it came, to be checked where it is used; other encodings go through ICU. What means
/// nothing in the encoding becomes U+FFFD.
public final class StreamDecoder {
    public let encoding: String
    private let converter: OpaquePointer?
    private var units = [UInt16](repeating: 0, count: 16 * 1024)
    private var places = [Int32](repeating: 0, count: 16 * 1024)
    /// The first half of a surrogate pair whose other half is still to come.
    private var high: UInt16?

    /// - Throws: `ICUError` when ICU does not know the encoding.
    public init(_ encoding: String) throws(ICUError) {
        self.encoding = encoding
        var opened: OpaquePointer?
        if encoding != "UTF-8" {
            try ICUError.check(dgm_converter_open(encoding, &opened), "open converter \(encoding)")
        }
        converter = opened
    }

    deinit {
        if let converter { dgm_converter_close(converter) }
    }

    /// The text of the next piece; `isLast` says that no more will come. O(piece).
    public func decode(_ piece: [UInt8], isLast: Bool) throws(ICUError) -> [UInt8] {
        guard let converter else { return piece }
        var output: [UInt8] = []
        output.reserveCapacity(piece.count + piece.count / 2)
        var position = 0
        while true {
            var consumed: Int32 = 0
            var produced: Int32 = 0
            let end = min(piece.count, position + 8 * 1024)
            let isEnd = isLast && end == piece.count
            let status = piece.withUnsafeBufferPointer { source in
                dgm_converter_decode(
                    converter, source.baseAddress.map { $0 + position }, Int32(end - position), isEnd ? 1 : 0, &units,
                    Int32(units.count), &places, &consumed, &produced)
            }
            for index in 0..<Int(produced) { append(units[index], to: &output) }
            position += Int(consumed)
            if status == 15 { continue }
            try ICUError.check(status, "decode \(encoding)")
            if position >= piece.count { break }
        }
        if isLast, high != nil { append(0xFFFD, to: &output) }
        return output
    }

    private func append(_ unit: UInt16, to output: inout [UInt8]) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                output.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                return
            }
            output.append("\u{FFFD}")
        }
        if UTF16.isLeadSurrogate(unit) {
            high = unit
        } else {
            output.append(Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}")
        }
    }
}
