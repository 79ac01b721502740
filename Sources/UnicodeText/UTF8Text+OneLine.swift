extension UTF8Text {
    /// The text on one line: each line end, with the blanks around it, is one blank.
    ///
    /// It is nothing between two characters of scripts without spaces (Han, Kana, Thai …) or their punctuation, and before a
    /// full stop or a comma that is all its line or word has. Other blanks stay as they are. O(n).
    public var onOneLine: UTF8Text {
        bytes.withUnsafeBufferPointer { all in
            guard Self.holdsLineEnd(all) else { return self }
            var joined: [UInt8] = []
            joined.reserveCapacity(all.count)
            var offset = 0
            while offset < all.count {
                let (scalar, length) = decodeScalar(all, at: offset)
                guard scalar.isBlank else {
                    joined.append(contentsOf: all[offset..<offset + length])
                    offset += length
                    continue
                }
                let start = offset
                var holdsLineEnd = false
                while offset < all.count {
                    let (scalar, length) = decodeScalar(all, at: offset)
                    guard scalar.isBlank else { break }
                    if scalar.isLineEnd { holdsLineEnd = true }
                    offset += length
                }
                if !holdsLineEnd {
                    joined.append(contentsOf: all[start..<offset])
                } else if !Self.isJoined(all, start, offset) {
                    joined.append(0x20)
                }
            }
            return UTF8Text(unchecked: joined)
        }
    }

    /// Whether one of the scalars that are line ends (`isLineEnd`) is among them; most texts are not taken apart. O(n).
    private static func holdsLineEnd(_ all: UnsafeBufferPointer<UInt8>) -> Bool {
        all.indices.contains { offset in
            switch all[offset] {
            case 0x0A...0x0D: true
            case 0xC2, 0xE2: decodeScalar(all, at: offset).scalar.isLineEnd
            default: false
            }
        }
    }

    /// Whether what stands before and behind a line end is written without a space between.
    private static func isJoined(_ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start > 0, end < all.count else { return false }
        let (next, length) = decodeScalar(all, at: end)
        if next == "." || next == "," {
            // Not "... and so on", not ".5".
            return end + length == all.count || decodeScalar(all, at: end + length).scalar.isBlank
        }
        let last = decodeScalar(all, before: start).scalar
        return last.standsWithoutSpaces && (next.standsWithoutSpaces || next.isCurlyQuote)
            || last.isCurlyQuote && next.standsWithoutSpaces
    }
}

extension Unicode.Scalar {
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// A character of a script without spaces, or its punctuation: CJK Symbols and Punctuation, fullwidth and halfwidth forms.
    fileprivate var standsWithoutSpaces: Bool {
        isUnspaced || 0x3001...0x303F ~= value || 0xFF01...0xFF65 ~= value
    }

    fileprivate var isCurlyQuote: Bool { 0x2018...0x201F ~= value }
}
