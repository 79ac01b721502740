internal import UnicodeText

/// The words of a text as hashes, whole and as parts of hyphened words; not those that a line end cuts.
struct SeenWords {
    private var hashes: Set<UInt64> = []

    /// O(n).
    init(_ text: UTF8Text) {
        var offset = 0
        while offset < text.count {
            let part = Self.part(after: offset, in: text)
            guard !part.isEmpty else {
                offset += text.scalar(at: offset).length
                continue
            }
            var parts = [part]
            var end = part.upperBound
            while end + 1 < text.count, text.bytes[end] == UInt8(ascii: "-") {
                let next = Self.part(after: end + 1, in: text)
                if next.isEmpty { break }
                parts.append(next)
                end = next.upperBound
            }
            offset = end
            // "coop-" at a line's end and "eration" at the next one's start are no words.
            let isCut = end < text.count && text.bytes[end] == UInt8(ascii: "-")
            if isCut { parts.removeLast() }
            for part in parts { hashes.insert(Self.hash([text.bytes[part]])) }
            for (left, right) in zip(parts, parts.dropFirst()) {
                hashes.insert(Self.hash([text.bytes[left], [UInt8(ascii: "-")], text.bytes[right]]))
            }
        }
    }

    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// The letters, marks and digits that begin at an offset.
    static func part(after offset: Int, in text: UTF8Text) -> ByteRange {
        var end = offset
        while end < text.count {
            let (scalar, length) = text.scalar(at: end)
            guard isPart(scalar) else { break }
            end += length
        }
        return offset..<end
    }

    /// The letters, marks and digits that end at an offset.
    static func part(before offset: Int, in text: UTF8Text) -> ByteRange {
        var start = offset
        while start > 0 {
            let (scalar, length) = text.scalar(before: start)
            guard isPart(scalar) else { break }
            start -= length
        }
        return start..<offset
    }

    /// A hash of a word given in pieces, ASCII letters in any case alike (FNV-1a, 64 bits).
    static func hash(_ pieces: [ArraySlice<UInt8>]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in pieces.joined() {
            let folded = 0x41...0x5A ~= byte ? byte | 0x20 : byte
            hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
        }
        return hash
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.kind {
        case .upper, .lower, .otherLetter, .mark, .digit: true
        default: false
        }
    }
}
