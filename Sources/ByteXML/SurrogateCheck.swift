/// Looks for surrogates without their other half in UTF-16 that comes in pieces.
///
/// Expat takes what follows a first half for the second, whatever it is: a character would be lost and another one made up.
struct SurrogateCheck {
    private let isBigEndian: Bool
    private var begun: UInt8?
    private var wantsSecond = false
    private(set) var line = 1
    /// One-based, in code points.
    private(set) var column = 0

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Whether all is well up to the end of the piece; else `line` and `column` are those of the surrogate. O(piece).
    mutating func passes(_ piece: [UInt8]) -> Bool {
        for byte in piece {
            guard let first = begun else {
                begun = byte
                continue
            }
            begun = nil
            let (high, low) = isBigEndian ? (first, byte) : (byte, first)
            let isSecond = high & 0xFC == 0xDC
            guard isSecond == wantsSecond else { return false }
            wantsSecond = high & 0xFC == 0xD8
            if isSecond { continue }
            // The mark at the beginning is no character.
            if high == 0xFE, low == 0xFF, line == 1, column == 0 { continue }
            if high == 0, low == 0x0A { (line, column) = (line + 1, 0) } else { column += 1 }
        }
        return true
    }
}
