internal import CICU

/// What ICU's converters make of bytes, for comparing encodings.
enum EncodingTables {
    /// The 256 characters of an encoding of one byte a character; `nil` if ICU does not know it or it is not one.
    static func singleByte(_ name: String) -> [UInt32]? {
        guard let units = units((0...255).map { UInt8($0) }, name), units.count == 256 else { return nil }
        return units.map { UInt32($0) }
    }

    /// Bytes as characters, what means nothing as U+FFFD, so too a character cut off at the end.
    static func decode(_ bytes: [UInt8], _ name: String) -> [UInt32]? {
        guard let units = units(bytes, name) else { return nil }
        var result: [UInt32] = []
        result.reserveCapacity(units.count)
        var high: UInt16?
        for unit in units {
            if let first = high, UTF16.isTrailSurrogate(unit) {
                result.append(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
                high = nil
                continue
            }
            if high != nil { result.append(0xFFFD) }
            high = nil
            if UTF16.isLeadSurrogate(unit) {
                high = unit
            } else {
                result.append(UTF16.isTrailSurrogate(unit) ? 0xFFFD : UInt32(unit))
            }
        }
        return result
    }

    private static func units(_ bytes: [UInt8], _ name: String) -> [UInt16]? {
        var opened: OpaquePointer?
        guard dgm_converter_open(name, &opened) <= 0, let converter = opened else { return nil }
        defer { dgm_converter_close(converter) }
        // No converter makes more than three units of a byte.
        let capacity = bytes.count * 3 + 16
        var units = [UInt16](repeating: 0, count: capacity)
        var places = [Int32](repeating: 0, count: capacity)
        var consumed: Int32 = 0
        var produced: Int32 = 0
        let status = bytes.withUnsafeBufferPointer {
            dgm_converter_decode(
                converter, $0.baseAddress, Int32($0.count), 1, &units, Int32(capacity), &places, &consumed, &produced)
        }
        guard status <= 0 else { return nil }
        return Array(units.prefix(Int(produced)))
    }
}
