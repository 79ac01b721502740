internal import CICU

/// Decodes bytes of any encoding ICU knows to UTF-8, with the place every character came from.
public enum CharacterDecoder {
    public struct Result: Sendable {
        public let text: UTF8Text
        public let offsets: OffsetRuns
        /// Offsets in the file of bytes that mean nothing in the encoding; each became U+FFFD.
        public let errors: [Int]
    }

    /// The encoding's registered name (the one preferred in MIME, as IANA lists it) for any alias, `nil` when ICU does not know it.
    public static func canonicalName(_ alias: String) -> String? {
        let name = withCString { dgm_encoding_name(alias, $0, $1) }
        return name.isEmpty ? nil : name
    }

    /// Decodes all bytes from `start` on. O(n).
    ///
    /// - Throws: `ICUError` when ICU does not know the encoding.
    public static func decode(_ bytes: [UInt8], from start: Int = 0, encoding: String) throws(ICUError) -> Result {
        if encoding == "UTF-8" { return decodeUTF8(bytes, from: start) }
        var opened: OpaquePointer?
        try ICUError.check(dgm_converter_open(encoding, &opened), "open converter \(encoding)")
        guard let converter = opened else { throw ICUError(code: 7, operation: "open converter \(encoding)") }
        defer { dgm_converter_close(converter) }
        var sink = Sink()
        sink.offsets.skip(start)
        sink.output.reserveCapacity(bytes.count - start + 64)
        let capacity = 16 * 1024
        var units = [UInt16](repeating: 0, count: capacity)
        var places = [Int32](repeating: 0, count: capacity)
        var position = start
        let step = 8 * 1024
        while true {
            let end = min(bytes.count, position + step)
            var consumed: Int32 = 0
            var produced: Int32 = 0
            let isLast = end == bytes.count
            let status = bytes.withUnsafeBufferPointer { source in
                dgm_converter_decode(
                    converter, source.baseAddress.map { $0 + position }, Int32(end - position), isLast ? 1 : 0, &units,
                    Int32(capacity), &places, &consumed, &produced)
            }
            for index in 0..<Int(produced) {
                // -1 marks a unit whose first byte was read by the call before.
                // For a sequence cut off at the end some converters name the place behind it.
                let place = min(Int(places[index]), end - position - 1)
                sink.take(units[index], at: place < 0 ? nil : position + place)
            }
            position += Int(consumed)
            if status == 15 { continue }
            try ICUError.check(status, "decode \(encoding)")
            if isLast { break }
        }
        sink.finish(at: bytes.count)
        return Result(text: UTF8Text(unchecked: sink.output), offsets: sink.offsets, errors: sink.errors)
    }

    /// Decodes UTF-8; each maximal ill-formed part becomes U+FFFD (Unicode 15, section 3.9).
    public static func decodeUTF8(_ bytes: [UInt8], from start: Int = 0) -> Result {
        if start == 0, UTF8Validation.firstError(in: bytes) == nil {
            return Result(text: UTF8Text(unchecked: bytes), offsets: OffsetRuns(identity: bytes.count), errors: [])
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var offsets = OffsetRuns()
        offsets.skip(start)
        var errors: [Int] = []
        bytes.withUnsafeBufferPointer { all in
            var position = start
            while position < all.count {
                let rest = UnsafeBufferPointer(rebasing: all[position...])
                let valid = UTF8Validation.firstError(in: rest) ?? rest.count
                output.append(contentsOf: rest[..<valid])
                offsets.append(source: 1, target: 1, count: valid)
                position += valid
                guard position < all.count else { break }
                let length = UTF8Validation.illFormedLength(all, at: position)
                errors.append(position)
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                offsets.append(source: length, target: 3)
                position += length
            }
        }
        return Result(text: UTF8Text(unchecked: output), offsets: offsets, errors: errors)
    }

    /// Puts UTF-16 units together to UTF-8 and measures what each character took in the file.
    private struct Sink {
        var output: [UInt8] = []
        var offsets = OffsetRuns()
        var errors: [Int] = []
        /// The character whose length in the file is not known before the next one begins.
        private var pending: (start: Int, length: Int)?
        private var high: (unit: UInt16, place: Int)?

        mutating func take(_ unit: UInt16, at place: Int?) {
            let place = place ?? pending.map { $0.start } ?? offsets.sourceCount
            if let first = high {
                high = nil
                if UTF16.isTrailSurrogate(unit) {
                    let value = 0x10000 + (UInt32(first.unit & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                    put(Unicode.Scalar(value) ?? "\u{FFFD}", at: first.place)
                    return
                }
                put("\u{FFFD}", at: first.place)
            }
            if UTF16.isLeadSurrogate(unit) {
                high = (unit, place)
            } else {
                put(Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}", at: place)
            }
        }

        mutating func finish(at end: Int) {
            if let first = high { put("\u{FFFD}", at: first.place) }
            flush(before: end)
        }

        private mutating func put(_ scalar: Unicode.Scalar, at place: Int) {
            if let now = pending, place <= now.start {
                // One character of the file gave several: they count as one.
                let before = output.count
                output.append(scalar)
                pending = (now.start, now.length + output.count - before)
                return
            }
            flush(before: place)
            if offsets.sourceCount < place { offsets.skip(place - offsets.sourceCount) }
            let before = output.count
            output.append(scalar)
            pending = (place, output.count - before)
            if scalar == "\u{FFFD}" { errors.append(place) }
        }

        private mutating func flush(before place: Int) {
            guard let now = pending else { return }
            offsets.append(source: place - now.start, target: now.length)
            pending = nil
        }
    }
}
