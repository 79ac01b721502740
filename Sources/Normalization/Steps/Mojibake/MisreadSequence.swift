internal import UnicodeText

/// Characters that are the bytes of one UTF-8 sequence in some encoding.
struct MisreadSequence: Sendable {
    /// Characters of the segment.
    var range: Range<Int>
    var meant: UInt32
    /// What has to be taken on trust, in the units of `NeighbourCost`: a blank for a no-break space, lost bytes.
    var doubt = 0
    /// Whether a blank or a question mark was taken for a byte.
    var isDoubtful = false
    /// Bytes 0x80...0x9F that are shown as controls where the encoding has characters, and as those characters.
    var controls = 0
    var specials = 0

    /// What `meant` is for characters that are to go.
    static let nothing = UInt32.max

    /// How far a reader goes in filling in what was lost.
    enum Trust: Sendable {
        /// U+FFFD stands for a byte.
        case marked
        /// So does "?", and a blank may be byte A0: only where the text is known to be misread in this encoding.
        case known
    }
}

extension MojibakeSegment {
    /// The sequence that begins at a character, `nil` if there is none that is well-formed. O(1).
    func sequence(at start: Int, in encoding: Int, trust: MisreadSequence.Trust) -> MisreadSequence? {
        let lead = encodings.byte(numbers[start], in: encoding)
        let wanted: Int
        switch lead {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF: wanted = 3
        case 0xF0...0xF4: wanted = 4
        default: return nil
        }
        guard start + wanted <= count else { return nil }
        var value = UInt32(lead) & (wanted == 2 ? 0x1F : wanted == 3 ? 0x0F : 0x07)
        var lost = 0
        var doubt = 0
        var isDoubtful = false
        var controls = 0
        var specials = 0
        for place in 1..<wanted {
            let index = start + place
            let byte = encodings.byte(numbers[index], in: encoding)
            if byte & 0xC0 == 0x80 {
                value = value << 6 | UInt32(byte & 0x3F)
                if encodings.controls[numbers[index]] & 1 << UInt32(encoding) != 0 {
                    controls += 1
                } else if byte < 0xA0, scalars[index] >= 0xA0 {
                    specials += 1
                }
                continue
            }
            switch scalars[index] {
            case 0xFFFD:
                lost += 1
            case 0x3F where trust == .known:
                lost += 1
                doubt += 5
                isDoubtful = true
            // "à" and the no-break space are what a byte A0 turned blank is met in; elsewhere only on trust.
            case 0x20 where trust == .known || scalars[start] == 0xC3 && lead == 0xC3:
                value = value << 6 | 0x20
                doubt += 7
                isDoubtful = true
            default:
                return nil
            }
            value = lost > 0 ? value << 6 : value
        }
        let range = start..<start + wanted
        if lost > 0 {
            guard lost == 1 || lost == 2 && (wanted == 4 || trust == .known) else { return nil }
            // That something was lost is plain; that it was part of this, the letter before it makes likely.
            if !isDoubtful { doubt -= 8 }
            return MisreadSequence(range: range, meant: 0xFFFD, doubt: doubt, isDoubtful: isDoubtful)
        }
        switch wanted {
        case 2: break
        case 3:
            guard value >= 0x800 else { return nil }
            if 0xD800...0xDFFF ~= value { return surrogates(range, value, in: encoding, doubt, trust) }
        default:
            guard 0x10000...0x10FFFF ~= value else { return nil }
        }
        guard !Self.isNoText(value) else { return nil }
        doubt += Self.doubt(of: value, wanted, encoding)
        return MisreadSequence(
            range: range, meant: value, doubt: doubt, isDoubtful: isDoubtful, controls: controls, specials: specials)
    }

    /// Three characters fit by chance less often than two. EF BF BD has no other meaning. A control is the trace of
    /// one more layer, and those are of ISO 8859-1 or windows-1252.
    private static func doubt(of value: UInt32, _ length: Int, _ encoding: Int) -> Int {
        if value == 0xFFFD { return -10 }
        if value == 0xFEFF { return -25 }
        if 0x2B0...0x2C1 ~= value { return 12 }
        if value < 0xA0 { return encoding == 0 ? 0 : 30 }
        return length == 2 ? 0 : -5
    }

    /// Half a surrogate pair in three bytes, as CESU-8 and Java write it (Unicode Technical Report 26). A half without
    /// the other means nothing and becomes U+FFFD, once the text is known to be misread.
    private func surrogates(
        _ range: Range<Int>, _ high: UInt32, in encoding: Int, _ doubt: Int, _ trust: MisreadSequence.Trust
    ) -> MisreadSequence? {
        if high < 0xDC00, range.upperBound + 3 <= count,
            encodings.byte(numbers[range.upperBound], in: encoding) == 0xED
        {
            let second = encodings.byte(numbers[range.upperBound + 1], in: encoding)
            let third = encodings.byte(numbers[range.upperBound + 2], in: encoding)
            if 0xB0...0xBF ~= second, 0x80...0xBF ~= third {
                let low = UInt32(second & 0x0F) << 6 | UInt32(third & 0x3F)
                let value = 0x10000 + (high & 0x3FF) << 10 + low
                return MisreadSequence(range: range.lowerBound..<range.upperBound + 3, meant: value, doubt: doubt)
            }
        }
        return trust == .known ? MisreadSequence(range: range, meant: 0xFFFD, doubt: doubt) : nil
    }

    /// Noncharacters and private use are nobody's text.
    private static func isNoText(_ value: UInt32) -> Bool {
        value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value || 0xE000...0xF8FF ~= value || value >= 0xE0080
    }
}
