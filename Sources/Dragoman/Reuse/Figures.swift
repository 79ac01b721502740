internal import UnicodeText

/// Digits one behind the other, as a date has them.
struct Figures {
    let range: ByteRange
    let value: Int
    /// Number of digits where the first is a zero; 0 where none is.
    private let width: Int
    private let zero: UInt32

    /// Those of a part of a text that have no more than four digits and are no part of a word.
    static func all(in text: UTF8Text, _ part: ByteRange) -> [Figures] {
        var result: [Figures] = []
        var position = part.lowerBound
        while position < part.upperBound {
            let start = position
            var value = 0
            var count = 0
            var isPadded = false
            var zero: UInt32 = 0x30
            while position < part.upperBound {
                let (scalar, length) = text.scalar(at: position)
                guard let digit = scalar.digitValue else { break }
                if count == 0 {
                    isPadded = digit == 0
                    zero = scalar.value - UInt32(digit)
                }
                if count < 5 { value = value * 10 + digit }
                count += 1
                position += length
            }
            if count == 0 {
                position += text.scalar(at: position).length
            } else if count <= 4, !isOrdinal(text, position) {
                result.append(
                    Figures(range: start..<position, value: value, width: isPadded ? count : 0, zero: zero))
            }
        }
        return result
    }

    /// "1er", "3rd": another number would take another ending.
    private static func isOrdinal(_ text: UTF8Text, _ end: Int) -> Bool {
        guard end < text.count else { return false }
        let scalar = text.scalar(at: end).scalar
        return scalar.isLetter && !scalar.isUnspaced || scalar.kind == .mark
    }

    /// Another number in these digits.
    func written(_ number: Int) -> UTF8Text {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        var bytes: [UInt8] = []
        for digit in padded.utf8 {
            if let scalar = Unicode.Scalar(zero + UInt32(digit - 0x30)) { bytes += String(scalar).utf8 }
        }
        return UTF8Text(unchecked: bytes)
    }
}
