internal import UnicodeText

/// Words and signs of European texts by the rules of UAX #29 (WB5 to WB13b), without ICU.
enum WordScanner {
    /// Calls `found` with each piece that is not white space.
    ///
    /// - Returns: `false` when a character in the range is none this scanner knows; `found` may have been called then.
    static func scan(_ text: [UInt8], in range: ByteRange, _ found: (ByteRange) -> Void) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            // Most of all texts: a word of plain letters, and a space before something that is no mark.
            if isPlainLetter(text[position]) {
                guard let end = word(text, from: position + 1, to: range.upperBound, .letter) else { return false }
                found(position..<end)
                position = end
                continue
            }
            if text[position] == 0x20, position + 1 < range.upperBound, text[position + 1] < 0x80 {
                position += 1
                continue
            }
            let (scalar, length) = decodeScalar(text, at: position)
            let end: Int
            switch WordBreakClass(scalar) {
            case .unknown, .extend: return false
            case .blank:
                end = position + length
                // A mark after a blank makes a piece of its own.
                if end < range.upperBound, case .extend = WordBreakClass(decodeScalar(text, at: end).scalar) {
                    return false
                }
                position = end
                continue
            case let first where first.isWordPart:
                guard let stop = word(text, from: position + length, to: range.upperBound, first) else { return false }
                end = stop
            default:
                end = position + length
                if end < range.upperBound, case .extend = WordBreakClass(decodeScalar(text, at: end).scalar) {
                    return false
                }
            }
            found(position..<end)
            position = end
        }
        return true
    }

    /// A letter of ASCII, which every word goes on with.
    private static func isPlainLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    /// Where the word ends that began before `start` with a character of class `first`; `nil`: ask ICU.
    private static func word(_ text: [UInt8], from start: Int, to limit: Int, _ first: WordBreakClass) -> Int? {
        var last = first
        var position = start
        while position < limit {
            if isPlainLetter(text[position]) {
                last = .letter
                position += 1
                continue
            }
            let (scalar, length) = decodeScalar(text, at: position)
            let next = WordBreakClass(scalar)
            switch next {
            case .unknown: return nil
            case .extend: break
            case let part where part.isWordPart: last = part
            case .midLetter, .midNum, .midNumLet:
                guard position + length < limit else { return position }
                let (after, afterLength) = decodeScalar(text, at: position + length)
                switch (last, next, WordBreakClass(after)) {
                case (_, _, .unknown), (_, _, .extend): return nil
                case (.letter, .midLetter, .letter), (.letter, .midNumLet, .letter): last = .letter
                case (.numeric, .midNum, .numeric), (.numeric, .midNumLet, .numeric): last = .numeric
                default: return position
                }
                position += afterLength
            default: return position
            }
            position += length
        }
        return limit
    }
}

extension WordBreakClass {
    var isWordPart: Bool {
        switch self {
        case .letter, .numeric, .extendNumLet: true
        default: false
        }
    }
}
