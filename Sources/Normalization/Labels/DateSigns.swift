internal import UnicodeText

/// What figures in a line make a date possible, so that most lines of prose need not be read for one.
struct DateSigns {
    /// Whether there is a day: a number of one or two figures, or eight in a row.
    private(set) var hasDay = false
    /// Whether there is a year: four figures, or two behind a sign ("10/20/23", "Oct '23").
    private(set) var hasYear = false
    /// Whether one of the last two words has figures.
    private(set) var endsInFigures = false

    /// Where words are not spaced, anything may be a date.
    init(_ features: LineFeatures, _ text: BorrowedText) {
        guard !features.isUnspaced else {
            hasDay = true
            hasYear = true
            endsInFigures = true
            return
        }
        guard features.digits > 0, features.words <= DatelineRule.longest else { return }
        if features.scalars == text.count { scanASCII(text.raw) } else { scan(text.bytes) }
    }

    /// The same for a text that is all ASCII and has figures, eight bytes a step to the next.
    private mutating func scanASCII(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while true {
            while offset < bytes.count {
                let figures = ASCIIWord.within(ASCIIWord.load(bytes, at: offset), 0x30, 0x39)
                offset += figures.trailingZeroBitCount >> 3
                if figures != 0 { break }
            }
            guard offset < bytes.count else { break }
            let start = offset
            while offset < bytes.count, 0x30...0x39 ~= bytes[offset] { offset += 1 }
            close(offset - start, isBehindSign: start > 0 && Self.isSign(Unicode.Scalar(bytes[start - 1])))
        }
        // Words that begin behind the last figure.
        offset = bytes.lastIndex { 0x30...0x39 ~= $0 } ?? 0
        var words = 0
        var isInWord = true
        while offset < bytes.count, words <= 1 {
            let scalar = Unicode.Scalar(bytes[offset])
            if !scalar.isBlank, !isInWord, 0x61...0x7A ~= scalar.value | 0x20 { words += 1 }
            isInWord = !scalar.isBlank
            offset += 1
        }
        endsInFigures = words <= 1
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "/", ".", "'", "’", "‘", "–": true
        default: false
        }
    }

    /// A number ends.
    private mutating func close(_ figures: Int, isBehindSign: Bool) {
        if figures <= 2 || figures == 8 { hasDay = true }
        if figures == 4 || figures == 8 || figures == 2 && isBehindSign { hasYear = true }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var run = 0
        var isBehindSign = false
        // Words since the last figure.
        var wordsSince = 0
        var isInWord = false
        var offset = 0
        var previous: Unicode.Scalar = " "
        while offset < bytes.count {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            offset += length
            let isDigit =
                scalar.value < 0x80 ? 0x30...0x39 ~= scalar.value : scalar.kind == .digit
            if isDigit {
                if run == 0 { isBehindSign = Self.isSign(previous) }
                run += 1
                wordsSince = 0
                isInWord = true
            } else {
                if run > 0 { close(run, isBehindSign: isBehindSign) }
                run = 0
                let isBlank = scalar.isBlank
                if !isBlank, !isInWord, scalar.value < 0x80 ? 0x61...0x7A ~= scalar.value | 0x20 : scalar.isLetter {
                    wordsSince += 1
                }
                isInWord = !isBlank
            }
            previous = scalar
        }
        if run > 0 { close(run, isBehindSign: isBehindSign) }
        endsInFigures = wordsSince <= 1
    }
}
