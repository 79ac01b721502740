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
        scan(text.bytes)
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var run = 0
        var isBehindSign = false
        // Words since the last figure.
        var wordsSince = 0
        var isInWord = false
        var offset = 0
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "-", "/", ".", "'", "’", "‘", "–": true
            default: false
            }
        }
        func close() {
            guard run > 0 else { return }
            if run <= 2 || run == 8 { hasDay = true }
            if run == 4 || run == 8 || run == 2 && isBehindSign { hasYear = true }
            run = 0
        }
        var previous: Unicode.Scalar = " "
        while offset < bytes.count {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            offset += length
            let isDigit =
                scalar.value < 0x80 ? 0x30...0x39 ~= scalar.value : scalar.kind == .digit
            if isDigit {
                if run == 0 { isBehindSign = isSign(previous) }
                run += 1
                wordsSince = 0
                isInWord = true
            } else {
                close()
                let isBlank = scalar.isBlank
                if !isBlank, !isInWord, scalar.value < 0x80 ? 0x61...0x7A ~= scalar.value | 0x20 : scalar.isLetter {
                    wordsSince += 1
                }
                isInWord = !isBlank
            }
            previous = scalar
        }
        close()
        endsInFigures = wordsSince <= 1
    }
}
