public import UnicodeText

/// Where a JSON string stands.
public struct JSONText: Hashable, Sendable {
    /// The bytes between the quotes.
    public let range: ByteRange
    public let hasEscapes: Bool

    /// The text the string means. Lone surrogates become U+FFFD.
    func decoded(in bytes: [UInt8]) -> UTF8Text {
        guard hasEscapes else { return UTF8Text(unchecked: bytes[range]) }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        forEachPiece(in: bytes) { piece, scalar in
            if let scalar { result.append(scalar) } else { result.append(contentsOf: bytes[piece]) }
        }
        return UTF8Text(unchecked: result)
    }

    /// The text, and the edits that made it out of the bytes of `range`, each an escape.
    func placed(in bytes: [UInt8]) -> (text: UTF8Text, edits: EditMap) {
        guard hasEscapes else {
            return (UTF8Text(unchecked: bytes[range]), EditMap(identity: range.count))
        }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var edits: [Edit] = []
        forEachPiece(in: bytes) { piece, scalar in
            guard let scalar else { return result.append(contentsOf: bytes[piece]) }
            let start = result.count
            result.append(scalar)
            edits.append(
                Edit(
                    source: piece.lowerBound - range.lowerBound..<piece.upperBound - range.lowerBound,
                    target: start..<result.count, rules: Self.rules))
        }
        return (
            UTF8Text(unchecked: result),
            EditMap(sourceCount: range.count, targetCount: result.count, edits: edits)
        )
    }

    private static let rules = ["json-escape"]

    /// Stretches without escapes, and escapes with what they mean, in order.
    private func forEachPiece(in bytes: [UInt8], _ body: (ByteRange, Unicode.Scalar?) -> Void) {
        var start = range.lowerBound
        while let escape = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
            if start < escape { body(start..<escape, nil) }
            let (scalar, length) = JSONEscape.scalar(bytes, at: escape, before: range.upperBound)
            body(escape..<escape + length, scalar)
            start = escape + length
        }
        if start < range.upperBound { body(start..<range.upperBound, nil) }
    }
}
