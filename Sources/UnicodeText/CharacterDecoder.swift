internal import CICU

/// Decodes bytes of any encoding ICU knows to UTF-8, with the place every character came from.
public enum CharacterDecoder {
    public struct Result: Sendable {
        public let text: UTF8Text
        public let offsets: OffsetRuns
        /// Offsets in the file of bytes that mean nothing in the encoding; each became U+FFFD.
        public let errors: [Int]

        init(text: UTF8Text, offsets: OffsetRuns, errors: [Int]) {
            self.text = text
            self.offsets = offsets
            self.errors = errors
        }

        /// Bytes that are UTF-8 as they stand. They are not looked at. O(1).
        public init(wellFormed bytes: [UInt8]) {
            self.init(text: UTF8Text(unchecked: bytes), offsets: OffsetRuns(identity: bytes.count), errors: [])
        }
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
        let converter = try ICUConverter(encoding)
        var sink = Sink()
        sink.offsets.skip(start)
        sink.output.reserveCapacity(bytes.count - start + 64)
        try converter.decode(bytes, from: start, isLast: true) { sink.put($0, at: $1) }
        sink.flush(before: bytes.count)
        return Result(text: UTF8Text(unchecked: sink.output), offsets: sink.offsets, errors: sink.errors)
    }

    /// Decodes UTF-8; each maximal ill-formed part becomes U+FFFD (Unicode 15, section 3.9).
    public static func decodeUTF8(_ bytes: [UInt8], from start: Int = 0) -> Result {
        if start == 0, UTF8Validation.firstError(in: bytes) == nil {
            return Result(wellFormed: bytes)
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

    /// Puts characters together to UTF-8 and measures what each took in the file.
    private struct Sink {
        var output: [UInt8] = []
        var offsets = OffsetRuns()
        var errors: [Int] = []
        /// The character whose length in the file is not known before the next one begins.
        private var pending: (start: Int, length: Int)?

        mutating func put(_ scalar: Unicode.Scalar, at place: Int?) {
            let place = place ?? pending.map { $0.start } ?? offsets.sourceCount
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

        mutating func flush(before place: Int) {
            guard let now = pending else { return }
            offsets.append(source: place - now.start, target: now.length)
            pending = nil
        }
    }
}
