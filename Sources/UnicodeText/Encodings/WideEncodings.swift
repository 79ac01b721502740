internal import CICU

/// UTF-16 and UTF-32 without a byte order mark.
///
/// UTF-32 first: three quarters of its values cannot occur by chance. UTF-16 by what its units are as characters:
/// letters keep to a few scripts, line ends and spaces are U+000A and U+0020, surrogates come in pairs. In the wrong order
/// of bytes, or from another encoding, they fall all over the code space.
enum WideEncodings {
    private static let limit = 16 * 1024

    static func detect(_ bytes: [UInt8]) -> (name: String, confidence: Double)? {
        guard bytes.count >= 4 else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            let sample = UnsafeBufferPointer(rebasing: all.prefix(limit))
            if let name = utf32(sample) { return (name, 0.99) }
            return utf16(sample)
        }
    }

    private static func utf32(_ sample: UnsafeBufferPointer<UInt8>) -> String? {
        let count = sample.count / 4
        guard count >= 2 else { return nil }
        var little = 0
        var big = 0
        for index in 0..<count {
            let at = index * 4
            if isCharacter(sample[at + 3], sample[at + 2], sample[at + 1], sample[at]) { little += 1 }
            if isCharacter(sample[at], sample[at + 1], sample[at + 2], sample[at + 3]) { big += 1 }
        }
        // A damaged unit or two; a file of zeros is none.
        let needed = count - count / 50
        if little >= needed, little > big { return "UTF-32LE" }
        if big >= needed, big > little { return "UTF-32BE" }
        return nil
    }

    private static func isCharacter(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
        let value = UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
        return value >= 9 && value < 0x30000 && !(0xD800...0xDFFF).contains(value) && value & 0xFFFE != 0xFFFE
    }

    private static func utf16(_ sample: UnsafeBufferPointer<UInt8>) -> (name: String, confidence: Double)? {
        let zeros = sample.contains(0)
        // Without a zero byte there is neither a space nor a line end in UTF-16; UTF-8 is the likelier then.
        if !zeros, UTF8Validation.firstError(in: sample) == nil { return nil }
        let little = plausibility(sample, low: 0)
        let big = plausibility(sample, low: 1)
        let best = max(little, big)
        // -13 is about what bytes of another encoding come to, -3 to -7 what text does.
        guard best > (zeros ? -8.5 : -7.5), abs(little - big) > 0.75 else { return nil }
        let confidence = min(0.99, 0.6 + Double(abs(little - big)) / 10)
        return (little > big ? "UTF-16LE" : "UTF-16BE", confidence)
    }

    /// Mean logarithm of a unit's probability, roughly.
    private static func plausibility(_ sample: UnsafeBufferPointer<UInt8>, low: Int) -> Float {
        let count = sample.count / 2
        guard count > 0 else { return -20 }
        let lists = ["zh-Hans", "zh-Hant", "ja", "ko"].compactMap { EncodingModel.shared.characters[$0] }
        var total: Float = 0
        // The numbers of Common, Inherited and Latin in ICU's UScriptCode.
        let common: Int32 = 1
        let latin: Int32 = 25
        var script = latin
        var high = false
        for index in 0..<count {
            let unit = UInt16(sample[index * 2 + 1 - low]) << 8 | UInt16(sample[index * 2 + low])
            if high != UTF16.isTrailSurrogate(unit) { total -= 20 }
            high = UTF16.isLeadSurrogate(unit)
            switch unit {
            case 0x20, 0x0A, 0x0D, 0x09: total -= 2
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: total -= 4
            case 0x21...0x7E: total -= 5
            case 0...0x1F, 0x7F...0x9F: total -= 16
            case 0xD800...0xDFFF: total -= 8
            case 0x2010...0x203A, 0x3001...0x3002, 0x300A...0x3011, 0xFF01, 0xFF08...0xFF0C, 0xFF1A...0xFF1F: total -= 5
            case 0x3000...0xD7FF:
                let best = lists.reduce(Float(-13)) { result, list in
                    let known = list[UInt32(unit)]
                    return known != 0 && known > result ? known : result
                }
                total += best
            default:
                guard let scalar = Unicode.Scalar(UInt32(unit)) else { continue }
                switch scalar.kind {
                case .upper, .lower, .otherLetter, .mark:
                    // The second letter of a script is no surprise.
                    let here = dgm_script(UInt32(unit))
                    total -= here == script || here <= common ? 4.5 : here == latin ? 7 : 12
                    if here > common { script = here }
                case .other: total -= 20
                case .control: total -= 12
                default: total -= 8
                }
            }
        }
        return total / Float(count)
    }
}
