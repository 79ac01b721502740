internal import CICU

/// One of ICU's converters: bytes in, characters out with the places they came from.
final class ICUConverter {
    private let converter: OpaquePointer
    private let name: String
    private var units = [UInt16](repeating: 0, count: 16 * 1024)
    private var places = [Int32](repeating: 0, count: 16 * 1024)
    /// The first half of a surrogate pair whose other half is still to come.
    private var high: (unit: UInt16, place: Int?)?

    /// Bytes given to ICU at a time; no more units come of them than there is room for.
    private static let step = 8 * 1024

    init(_ encoding: String) throws(ICUError) {
        var opened: OpaquePointer?
        try ICUError.check(dgm_converter_open(encoding, &opened), "open converter \(encoding)")
        guard let opened else { throw ICUError(code: 7, operation: "open converter \(encoding)") }
        converter = opened
        name = encoding
    }

    deinit { dgm_converter_close(converter) }

    /// Decodes bytes from an offset on; `isLast` says that no more will come. O(bytes).
    ///
    /// - Parameter take: is given each character and the offset of its first byte, `nil` where that was in bytes given
    ///   before. What means nothing in the encoding is U+FFFD.
    func decode(
        _ bytes: [UInt8], from start: Int = 0, isLast: Bool, _ take: (Unicode.Scalar, Int?) -> Void
    ) throws(ICUError) {
        var position = start
        while true {
            let end = min(bytes.count, position + Self.step)
            let isEnd = end == bytes.count
            var consumed: Int32 = 0
            var produced: Int32 = 0
            let status = bytes.withUnsafeBufferPointer { source in
                dgm_converter_decode(
                    converter, source.baseAddress.map { $0 + position }, Int32(end - position), isLast && isEnd ? 1 : 0,
                    &units, Int32(units.count), &places, &consumed, &produced)
            }
            for index in 0..<Int(produced) {
                // -1 marks a unit whose first byte was read by the call before.
                // For a sequence cut off at the end some converters name the place behind it.
                let place = min(Int(places[index]), end - position - 1)
                join(units[index], at: place < 0 ? nil : position + place, take)
            }
            position += Int(consumed)
            if status == 15 { continue }
            try ICUError.check(status, "decode \(name)")
            if isEnd { break }
        }
        if isLast, let first = high {
            high = nil
            take("\u{FFFD}", first.place)
        }
    }

    /// Puts surrogates together; a lone one means nothing.
    private func join(_ unit: UInt16, at place: Int?, _ take: (Unicode.Scalar, Int?) -> Void) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(first.unit & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                return take(Unicode.Scalar(value) ?? "\u{FFFD}", first.place)
            }
            take("\u{FFFD}", first.place)
        }
        if UTF16.isLeadSurrogate(unit) {
            high = (unit, place)
        } else {
            take(Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}", place)
        }
    }
}
