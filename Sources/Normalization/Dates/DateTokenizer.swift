internal import UnicodeText

/// Cuts a text into numbers, words and signs; blanks and invisible characters are left out.
struct DateTokenizer {
    let text: UTF8Text
    let spelling: DateSpelling
    private var offset: Int
    private let end: Int
    private var isSpaced = false
    private(set) var tokens: [DateToken] = []

    /// The tokens of a range of a text. O(length of the range).
    static func tokens(of text: UTF8Text, in range: ByteRange, spelling: DateSpelling) -> [DateToken] {
        var tokenizer = DateTokenizer(text: text, spelling: spelling, offset: range.lowerBound, end: range.upperBound)
        tokenizer.run()
        return tokenizer.tokens
    }

    private mutating func run() {
        while offset < end {
            let (scalar, length) = text.scalar(at: offset)
            if scalar.isBlank {
                isSpaced = true
                offset += length
            } else if Self.isInvisible(scalar) {
                offset += length
            } else if scalar.digitValue != nil {
                readNumber()
            } else if HanNumber.isDigit(scalar), let number = HanNumber.read(text, at: offset, end: end) {
                append(.number(number.value, digits: number.digits), to: number.end)
            } else if scalar.isLetter {
                readWord()
            } else {
                append(.sign(Self.plain(scalar)), to: offset + length)
            }
        }
    }

    private mutating func append(_ value: DateToken.Value, to end: Int) {
        tokens.append(DateToken(value: value, range: offset..<end, isSpaced: isSpaced))
        offset = end
        isSpaced = false
    }

    /// Digits of one script: "20٢٣" is two numbers.
    private mutating func readNumber() {
        var value = 0
        var digits = 0
        var next = offset
        var zero: UInt32?
        while next < end {
            let (scalar, length) = text.scalar(at: next)
            guard let digit = scalar.digitValue, zero == nil || zero == scalar.value - UInt32(digit) else { break }
            zero = scalar.value - UInt32(digit)
            digits += 1
            value = digits <= 9 ? value * 10 + digit : -1
            next += length
        }
        append(.number(value, digits: digits), to: next)
    }

    /// Letters and marks; a letter of a script without spaces is a word of its own.
    private mutating func readWord() {
        var next = offset
        let isUnspaced = text.scalar(at: offset).scalar.isUnspaced
        while next < end {
            let (scalar, length) = text.scalar(at: next)
            let isFirst = next == offset
            let isInner =
                scalar.isLetter && (isFirst || !isUnspaced && !scalar.isUnspaced) || scalar.kind == .mark
                || scalar == "\u{200C}" || scalar == "\u{200D}"
                || DateSpelling.isApostrophe(scalar) && next + length < end
                    && text.scalar(at: next + length).scalar.isLetter
            guard isInner else { break }
            next += length
        }
        append(.word(spelling.key(text[offset..<next]), nil), to: next)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: true
        default: false
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
        case 0x60C, 0x3001, 0xFF0C, 0x1363: ","
        case 0x1361, 0x1365, 0x1366, 0x2236, 0xFF1A: ":"
        case 0x61B, 0xFF1B, 0x1364: ";"
        case 0x970, 0x3002: "."
        case 0x2018, 0x2019, 0x2BC: "'"
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        default: scalar
        }
    }
}
