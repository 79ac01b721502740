/// Decodes bytes that come in pieces, in one encoding, to UTF-8. What means nothing in the encoding becomes U+FFFD.
public final class StreamDecoder {
    public let encoding: String
    /// How many places meant nothing.
    public private(set) var errorCount = 0
    /// Offset in the input of the first of them.
    public private(set) var firstError: Int?

    /// `nil` for UTF-8, which needs none.
    private let converter: ICUConverter?
    /// Offset in the input of what comes next.
    private var position: Int
    /// The beginning of a character of which the rest is still to come, in UTF-8.
    private var begun: [UInt8] = []

    /// - Parameter position: offset in the input of the first byte that will be given.
    /// - Throws: `ICUError` when ICU does not know the encoding.
    public init(_ encoding: String, at position: Int = 0) throws(ICUError) {
        self.encoding = encoding
        self.position = position
        converter = encoding == "UTF-8" ? nil : try ICUConverter(encoding)
    }

    /// The text of the next piece; `isLast` says that no more will come. O(piece).
    public func decode(_ piece: [UInt8], isLast: Bool) throws(ICUError) -> [UInt8] {
        defer { position += piece.count }
        guard let converter else { return decodeUTF8(piece, isLast: isLast) }
        var output: [UInt8] = []
        output.reserveCapacity(piece.count + piece.count / 2)
        try converter.decode(piece, isLast: isLast) { scalar, place in
            output.append(scalar)
            if scalar == "\u{FFFD}" { note(position + (place ?? 0)) }
        }
        return output
    }

    private func decodeUTF8(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        var bytes = begun.isEmpty ? piece : begun + piece
        let start = position - begun.count
        let left = isLast ? 0 : UTF8Validation.cutOffLength(in: bytes)
        begun = Array(bytes.suffix(left))
        bytes.removeLast(left)
        let decoded = CharacterDecoder.decodeUTF8(bytes)
        for place in decoded.errors { note(start + place) }
        return decoded.text.bytes
    }

    private func note(_ place: Int) {
        errorCount += 1
        if firstError == nil { firstError = place }
    }
}
