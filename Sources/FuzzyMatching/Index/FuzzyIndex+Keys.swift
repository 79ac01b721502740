internal import UnicodeText

extension FuzzyIndex {
    /// The key of a folded word's stem: behind a control character, which no folded word begins with.
    static func stemKey(of folded: UTF8Text, _ stemmer: Stemmer) -> [UInt8] { [0x03] + stemmer.stem(folded).bytes }

    /// The symbol of a key, `Symbol.unknown` if there is none. O(bytes of the key).
    func symbol(of key: UnsafeRawBufferPointer) -> UInt32 {
        let mask = keySlots.count - 1
        var slot = Int(truncatingIfNeeded: SipHash.hash(key, seed: header.seed)) & mask
        // A damaged table may have no empty slot.
        for _ in 0...mask {
            let number = Int(keySlots[slot])
            guard number < keyEnds.count else { return Symbol.unknown }
            let start = number == 0 ? 0 : Int(keyEnds[number - 1])
            let end = Int(keyEnds[number])
            if end - start == key.count, start >= 0, end <= keyBytes.count, sameBytes(keyBytes.bytes(start..<end), key)
            {
                let symbol = keySymbols[number]
                return Int(symbol) < header.symbols ? symbol : Symbol.unknown
            }
            slot = (slot + 1) & mask
        }
        return Symbol.unknown
    }

    /// The text of a record.
    ///
    /// - Throws: `damaged`.
    func text(_ record: Int) throws(FuzzyIndexError) -> UTF8Text {
        var text: [UInt8] = []
        try forEachPiece(of: record) { bytes in
            text.append(contentsOf: bytes)
            return true
        }
        guard let result = UTF8Text(validating: text) else { throw FuzzyIndexError(.damaged) }
        return result
    }

    /// Whether a segment is this text. O(length of what they have in common).
    func isText(_ record: Int, _ text: UTF8Text) throws(FuzzyIndexError) -> Bool {
        var position = 0
        let isWhole = try forEachPiece(of: record) { bytes in
            let end = position + bytes.count
            guard end <= text.count, text.bytes[position..<end].elementsEqual(bytes) else { return false }
            position = end
            return true
        }
        return isWhole && position == text.count
    }

    /// Hands on the bytes of a segment's pieces in order, for as long as `body` wants more; whether it wanted all.
    @discardableResult
    private func forEachPiece(
        of record: Int, _ body: (UnsafeRawBufferPointer) -> Bool
    ) throws(FuzzyIndexError) -> Bool {
        let start = Int(recordStarts[record])
        let end = Int(recordStarts[record + 1])
        guard start <= end, end <= records.count else { throw FuzzyIndexError(.damaged) }
        var position = records.base + start
        let stop = records.base + end
        while position < stop {
            let piece = PieceCode.next(&position)
            guard piece < pieceEnds.count else { throw FuzzyIndexError(.damaged) }
            let from = piece == 0 ? 0 : Int(pieceEnds[piece - 1])
            let to = Int(pieceEnds[piece])
            guard from <= to, to <= pieceBytes.count else { throw FuzzyIndexError(.damaged) }
            if !body(pieceBytes.bytes(from..<to)) { return false }
        }
        return true
    }
}
