internal import UnicodeText

/// Reads the tokens of a text: words, and single characters of scripts without blanks.
struct TokenReader {
    struct Token {
        /// Bytes of the text, without characters that stand for nothing at the end.
        var start = 0
        var end = 0
        /// Where to read on.
        var next = 0
        /// Bytes of the key.
        var count = 0
        var isUnspaced = false
        /// It has too many bytes to be a word; the key is not all of it.
        var isTooLong = false
    }

    let text: UnsafeRawBufferPointer
    /// The same for the innermost loops: where it begins, anywhere if it is empty, and how long it is.
    let start: UnsafeRawPointer
    let count: Int
    let entries: UnsafePointer<UInt32>
    let expansions: UnsafePointer<FoldTable.Expansion>
    let pairs: UnsafeBufferPointer<FoldTable.Pair>
    let hasMarks: Bool

    init(_ text: UnsafeRawBufferPointer, _ table: FoldTable) {
        self.text = text
        start = text.baseAddress ?? UnsafeRawPointer(table.entries.start)
        count = text.count
        entries = table.entries.start
        expansions = table.expansions.start
        pairs = UnsafeBufferPointer(start: table.pairs.start, count: table.pairs.count)
        hasMarks = table.hasMarks
    }

    /// A character: its entry in the table, its length in bytes, and its value if it is beyond the table.
    struct Character {
        let entry: UInt32
        let length: Int
        let beyond: UInt32

        @inline(__always) var kind: CharacterClass { FoldTable.characterClass(entry) }
        /// Bytes of its key, if that stands in the entry.
        @inline(__always) var count: Int { Int(entry >> 24 & 3) }
    }

    @inline(__always)
    func byte(at offset: Int) -> UInt8 { start.load(fromByteOffset: offset, as: UInt8.self) }

    @inline(__always)
    func character(at offset: Int) -> Character {
        let lead = byte(at: offset)
        if lead < 0x80 { return Character(entry: entries[Int(lead)], length: 1, beyond: 0) }
        func tail(_ index: Int) -> Int { Int(byte(at: offset &+ index) & 0x3F) }
        if lead < 0xE0 {
            guard offset &+ 2 <= count else { return Character(entry: 0, length: 1, beyond: 0) }
            return Character(entry: entries[Int(lead & 0x1F) &<< 6 | tail(1)], length: 2, beyond: 0)
        }
        if lead < 0xF0 {
            guard offset &+ 3 <= count else { return Character(entry: 0, length: 1, beyond: 0) }
            return Character(entry: entries[Int(lead & 0x0F) &<< 12 | tail(1) &<< 6 | tail(2)], length: 3, beyond: 0)
        }
        return beyond(at: offset)
    }

    private func beyond(at offset: Int) -> Character {
        guard offset + 4 <= text.count else { return Character(entry: 0, length: 1, beyond: 0) }
        let value =
            UInt32(text[offset] & 0x07) << 18 | UInt32(text[offset + 1] & 0x3F) << 12
            | UInt32(text[offset + 2] & 0x3F) << 6 | UInt32(text[offset + 3] & 0x3F)
        guard let scalar = Unicode.Scalar(value) else { return Character(entry: 0, length: 4, beyond: 0) }
        let (kind, folded) = FoldTable.beyond(scalar)
        return Character(entry: kind.rawValue << 26, length: 4, beyond: folded.value)
    }

    /// Where the character before an offset begins.
    func start(before offset: Int) -> Int {
        var start = offset - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The token that begins at an offset, where a character of a token must stand.
    func token(at start: Int, into key: TokenKey) -> Token {
        var token = Token(start: start)
        var (offset, end, count) = (start, start, 0)
        while offset < text.count {
            let character = character(at: offset)
            let kind = character.kind
            if kind == .unspaced {
                guard offset == start else { break }
                token.isUnspaced = true
            } else if kind == .letter {
                if token.isUnspaced { break }
            } else if kind != .mark, kind != .ignorable {
                break
            }
            offset += character.length
            // What stands for nothing belongs to a word only if the word goes on behind it.
            if kind != .ignorable { end = offset }
            append(character, to: key, &count)
            if count > TokenKey.limit {
                token.isTooLong = true
                count = TokenKey.limit
            }
        }
        token.end = end
        token.next = offset
        token.count = count
        return token
    }

    @inline(__always)
    func append(_ character: Character, to key: TokenKey, _ count: inout Int) {
        let entry = character.entry
        if entry & FoldTable.isExpansion == 0, character.beyond == 0 {
            UnsafeMutableRawPointer(key.bytes + count).storeBytes(of: (entry & 0xFFFFFF).littleEndian, as: UInt32.self)
            if hasMarks { UnsafeMutableRawPointer(key.marks + count).storeBytes(of: 0, as: UInt32.self) }
            count += Int(entry >> 24 & 3)
        } else {
            appendLong(character, to: key, &count)
        }
    }

    private func appendLong(_ character: Character, to key: TokenKey, _ count: inout Int) {
        guard character.beyond == 0 else {
            guard let scalar = Unicode.Scalar(character.beyond) else { return }
            for byte in UTF8.encode(scalar) ?? .init() { put(byte, key, &count) }
            return
        }
        let expansion = expansions[Int(character.entry & 0xFFFFFF)]
        if expansion.isSecond, join(expansion, key, &count) { return }
        for index in 0..<Int(expansion.count) {
            put(UInt8(truncatingIfNeeded: expansion.bytes >> (8 * UInt64(index))), key, &count)
        }
        if expansion.mark != 0, count > 0, hasMarks { key.marks[count - 1] = expansion.mark }
    }

    @inline(__always)
    private func put(_ byte: UInt8, _ key: TokenKey, _ count: inout Int) {
        key.bytes[count] = byte
        key.marks[count] = 0
        count += 1
    }

    /// Makes one of the last character of the key and another one, if they have one.
    private func join(_ second: FoldTable.Expansion, _ key: TokenKey, _ count: inout Int) -> Bool {
        var start = count - 1
        while start > 0, key.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0 else { return false }
        let first = decodeScalar(UnsafeBufferPointer(start: key.bytes, count: count), at: start).scalar.value
        let bytes = (0..<Int(second.count)).map { UInt8(truncatingIfNeeded: second.bytes >> (8 * UInt64($0))) }
        guard !bytes.isEmpty, count - start > 0 else { return false }
        let value = decodeScalar(bytes, at: 0).scalar.value
        for pair in pairs where pair.first == first && pair.second == value {
            guard let scalar = Unicode.Scalar(pair.joined) else { return false }
            count = start
            for byte in UTF8.encode(scalar) ?? .init() { put(byte, key, &count) }
            return true
        }
        return false
    }
}
