/// How often one letter of a language follows another: logarithms of conditional frequencies.
///
/// Index 0 is the edge of a word: as the letter before, its begin; as the letter after, its end.
struct LetterPairs: Sendable {
    /// Index of each letter of the language, by folded character.
    let indices: [UInt32: UInt8]
    /// The same by ASCII byte: 0 for what is no letter.
    let ascii: [UInt8]
    private let rows: [Float]
    private let width: Int

    /// From a section of `encodings-letters.txt`: the letters, then the rows.
    init?(_ lines: [UTF8Text]) {
        guard let first = lines.first else { return nil }
        var indices: [UInt32: UInt8] = [:]
        for scalar in first.description.unicodeScalars where scalar != " " && indices.count < 250 {
            indices[scalar.value] = UInt8(indices.count + 1)
        }
        let width = indices.count + 1
        guard lines.count == width + 1 else { return nil }
        var rows: [Float] = []
        rows.reserveCapacity(width * width)
        for line in lines.dropFirst() {
            guard line.count == width else { return nil }
            rows.append(contentsOf: line.bytes.map(EncodingModel.logarithm))
        }
        self.indices = indices
        self.rows = rows
        ascii = (0..<0x80).map { byte in
            let folded = UInt32(byte) | 0x20
            return (0x61...0x7A).contains(folded) ? indices[folded] ?? SingleByteEncoding.foreign : 0
        }
        self.width = width
    }

    /// Logarithm of the share of `after` among what follows `before`.
    func callAsFunction(_ before: UInt8, _ after: UInt8) -> Float {
        let index = Int(before) * width + Int(after)
        return index < rows.count ? rows[index] : -10
    }
}
