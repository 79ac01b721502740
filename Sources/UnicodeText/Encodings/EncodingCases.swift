/// How a text uses capitals, counted from its words in ASCII; logarithms of frequencies.
struct EncodingCases {
    /// A capital after a capital, a small letter after one, and either at a word's begin.
    private(set) var upperUpper: Float = -1.6
    private(set) var upperLower: Float = -0.22
    private(set) var startUpper: Float = -1.9
    private(set) var startLower: Float = -0.16

    // Pseudo counts: what press copy does, worth ten letters.
    private var counts: (upperUpper: Float, upperLower: Float, startUpper: Float, startLower: Float) = (2, 8, 1.5, 8.5)

    /// Takes a pair of ASCII bytes.
    mutating func count(_ before: UInt8, _ after: UInt8, _ times: Float) {
        let isUpper = (0x41...0x5A).contains(after)
        guard isUpper || (0x61...0x7A).contains(after) else { return }
        switch before {
        case 0x41...0x5A: if isUpper { counts.upperUpper += times } else { counts.upperLower += times }
        case 0x61...0x7A: break
        default: if isUpper { counts.startUpper += times } else { counts.startLower += times }
        }
    }

    mutating func finish() {
        let capitals = counts.upperUpper + counts.upperLower
        upperUpper = Self.logarithm(counts.upperUpper / capitals)
        upperLower = Self.logarithm(counts.upperLower / capitals)
        let starts = counts.startUpper + counts.startLower
        startUpper = Self.logarithm(counts.startUpper / starts)
        startLower = Self.logarithm(counts.startLower / starts)
    }

    /// Natural logarithm of a share, from 0.001 on, by the series of artanh.
    private static func logarithm(_ share: Float) -> Float {
        var value = max(0.001, min(1, share))
        var halvings: Float = 0
        while value < 0.5 {
            value *= 2
            halvings += 1
        }
        let z = (value - 1) / (value + 1)
        let square = z * z
        return 2 * z * (1 + square * (1 / 3 + square * (1 / 5 + square / 7))) - halvings * 0.693_147
    }
}
