internal import UnicodeText

extension Scanner {
    /// The character at an offset of the unit; `nil` at its end.
    func character(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard offset < unit.upperBound else { return nil }
        // Most are ASCII, and are not worth a call.
        let first = bytes[offset]
        return first < 0x80 ? (Unicode.Scalar(first), 1) : decodeScalar(bytes, at: offset)
    }

    /// The character before an offset of the unit; `nil` at its start.
    func character(before offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard offset > unit.lowerBound else { return nil }
        var start = offset - 1
        let last = bytes[start]
        if last < 0x80 { return (Unicode.Scalar(last), 1) }
        while start > unit.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decodeScalar(bytes, at: start)
    }

    func characterClass(at offset: Int) -> CharacterClass? {
        character(at: offset).map { CharacterClass($0.scalar.value) }
    }

    func characterClass(before offset: Int) -> CharacterClass? {
        character(before: offset).map { CharacterClass($0.scalar.value) }
    }

    /// The first offset from here on that holds neither white space nor an invisible character.
    func skipSpace(from offset: Int) -> Int {
        var offset = offset
        while let (scalar, length) = character(at: offset) {
            switch CharacterClass(scalar.value) {
            case .space, .invisible: offset += length
            default: return offset
            }
        }
        return offset
    }

    func skipInvisible(from offset: Int) -> Int {
        var offset = offset
        while let (scalar, length) = character(at: offset), scalar.value >= 0x80,
            case .invisible = CharacterClass(scalar.value)
        {
            offset += length
        }
        return offset
    }

    /// Whether the unit has these bytes at an offset.
    func has(_ word: [UInt8], at offset: Int) -> Bool {
        guard offset + word.count <= unit.upperBound else { return false }
        for index in 0..<word.count where bytes[offset + index] != word[index] { return false }
        return true
    }

    /// Whether an odd number of neutral double quotes stands before an offset, which must not go back.
    mutating func isInNeutralQuote(at offset: Int) -> Bool {
        while quoteCursor < offset {
            if bytes[quoteCursor] == 0x22 { quoteCount += 1 }
            quoteCursor += 1
        }
        return quoteCount % 2 == 1
    }
}
