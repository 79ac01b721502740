/// Scores encodings by the probability of the text that they make of a sample.
///
/// A decoder maps bytes to characters one to one, so the probability of the bytes in an encoding and a language is that
/// of the text: the score is its logarithm (Bayes; the letters of a text as a Markov chain of first order, as in
/// Kikui, "Identifying the coding system and language of on-line documents on the Internet", COLING 1996). What is ASCII
/// in all encodings counts for the language alone.
struct EncodingScorer {
    struct Score: Sendable {
        let candidate: EncodingModel.Candidate
        let language: String
        /// Logarithm; all that is not ASCII, and the prior.
        let logarithm: Float
        /// Characters that mean nothing or are controls.
        let invalid: Int
        /// For encodings of one byte a character.
        let table: [UInt32]?
    }

    private struct Pair {
        let before: UInt8
        let after: UInt8
        let count: Float
    }

    /// Costs that are no figures of a language; logarithms.
    private enum Cost {
        static let invalid: Float = -20
        /// A letter that the language does not have, and one of another script in the middle of a word.
        static let foreign: Float = -9
        static let otherScript: Float = -12
        /// After a letter that the language does not have.
        static let afterForeign: Float = -3.5
        /// A word's end after such a letter.
        static let endAfterForeign: Float = -1.8
        /// A word that follows a full stop or a comma without a space: rather a closing quotation mark.
        static let withoutSpace: Float = -3
        /// A word of another script beside a word in ASCII letters.
        static let scriptChange: Float = -3
        /// A letter of ASCII beside an ideograph or syllable, without a space.
        static let besideASCII: Float = -3
        /// One such character alone beside a letter of ASCII: mostly two letters of another encoding.
        static let aloneBesideASCII: Float = -4
        /// A character that the sample's end cuts off.
        static let cutOff: Float = -8
        /// Characters of scripts with thousands that are on no list.
        static let rareIdeograph: Float = -13.5
        static let otherInMultiByte: Float = -12
    }

    /// How many different pairs of bytes are not ASCII.
    var variety: Int { high.count }

    private let model: EncodingModel
    private let sample: EncodingSample
    private var high: [Pair] = []
    private var ascii: [Pair] = []
    private var asciiWeight: Float = 0
    /// How often each byte stands between two ASCII letters.
    private var enclosed = [Float](repeating: 0, count: 256)
    private var cases = EncodingCases()
    /// How often a word that is not ASCII has a word in ASCII letters beside it.
    private var changes: Float = 0

    init(_ sample: EncodingSample, model: EncodingModel) {
        self.model = model
        self.sample = sample
        countContexts()
        var counts = [Int32](repeating: 0, count: 0x10000)
        let used = (0...255).filter { sample.counts[$0] > 0 || $0 == 0x20 || $0 == 0x0A }
        var last: UInt8 = 0x20
        var index = 0
        while index < sample.bytes.count {
            var byte = sample.bytes[index]
            index += 1
            // Quotation marks of UTF-8 pasted into a file of another encoding would make cp1252 impossible, which
            // has no 0x9D; in none of these encodings does a word have the three bytes.
            if byte == 0xE2, index + 1 < sample.bytes.count, sample.bytes[index] == 0x80,
                (0x93...0xA6).contains(sample.bytes[index + 1])
            {
                byte = 0x20
                index += 2
            }
            counts[Int(last) << 8 | Int(byte)] += 1
            last = byte
        }
        if last >= 0x80 { counts[Int(last) << 8 | 0x20] += 1 }
        var letters: Float = 0
        for index in used.flatMap({ before in used.map { before << 8 | $0 } }) where counts[index] > 0 {
            let pair = Pair(
                before: UInt8(truncatingIfNeeded: index >> 8), after: UInt8(truncatingIfNeeded: index),
                count: Float(counts[index]))
            if pair.before >= 0x80 || pair.after >= 0x80 {
                high.append(pair)
            } else if Self.isLetter(pair.before) || Self.isLetter(pair.after) {
                ascii.append(pair)
                cases.count(pair.before, pair.after, pair.count)
                letters += pair.count
            }
        }
        cases.finish()
        // Words beside tell the language, but a page's tags must not outweigh its text.
        let bound = Float(sample.highCount) * 4 + 60
        asciiWeight = letters > bound ? 0.6 * bound / letters : 0.6
    }

    private mutating func countContexts() {
        let bytes = sample.bytes
        var isHigh = false
        var isWord = false
        var previous: Bool?
        for (index, byte) in bytes.enumerated() {
            if byte >= 0x80 {
                isHigh = true
                if index > 0, index + 1 < bytes.count, Self.isLetter(bytes[index - 1]), Self.isLetter(bytes[index + 1])
                {
                    enclosed[Int(byte)] += 1
                }
            } else if Self.isLetter(byte) {
                isWord = true
            } else if byte <= 0x2F {
                if isHigh || isWord {
                    if let before = previous, before != isHigh { changes += 1 }
                    previous = isHigh
                }
                // Only a space joins words to one text; after a line's end anything may follow.
                if byte != 0x20, byte != 0x2C, byte != 0x2D { previous = nil }
                isHigh = false
                isWord = false
            }
        }
    }

    private static func endsClause(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// All candidates, in the order of the data.
    func scores() -> [Score] {
        let asciiScores = asciiByLanguage()
        let bestASCII = asciiScores.values.max() ?? 0
        var result: [Score] = []
        for encoding in model.singleByte {
            let characters = encoding.characters
            var invalid = 0
            var common = encoding.candidate.prior - bestASCII
            for byte in 0x80...0xFF {
                if characters[byte].kind == .invalid { invalid += sample.counts[byte] }
                if characters[byte].kind == .sign { common += enclosed[byte] * characters[byte].between }
            }
            var best: (Float, String)?
            for language in encoding.languages {
                let total =
                    score(characters, language) + common
                    + (asciiScores[language.name] ?? bestASCII + changes * Cost.scriptChange)
                if best.map({ total > $0.0 }) ?? true { best = (total, language.name) }
            }
            guard let (logarithm, language) = best else { continue }
            result.append(
                Score(
                    candidate: encoding.candidate, language: language, logarithm: logarithm, invalid: invalid,
                    table: encoding.table))
        }
        return result + multiByte()
    }

    private func multiByte() -> [Score] {
        var known: [UInt32: EncodingCharacter] = [:]
        func character(_ value: UInt32) -> EncodingCharacter {
            if let found = known[value] { return found }
            let made = EncodingCharacter(value, model.signs)
            known[value] = made
            return made
        }
        var result: [Score] = []
        for candidate in model.multiByte {
            guard let text = EncodingTables.decode(sample.bytes, candidate.name) else { continue }
            var best: (Float, String)?
            var invalid = 0
            for language in candidate.languages {
                guard let characters = model.characters[language] else { continue }
                let (sum, count) = score(text, characters, character)
                let total = sum + candidate.prior
                invalid = count
                if best.map({ total > $0.0 }) ?? true { best = (total, language) }
            }
            guard let (logarithm, language) = best else { continue }
            result.append(
                Score(candidate: candidate, language: language, logarithm: logarithm, invalid: invalid, table: nil))
        }
        return result
    }

    /// The sum for characters of an encoding of several bytes a character, and how many are invalid.
    private func score(
        _ text: [UInt32], _ characters: EncodingModel.Characters, _ character: (UInt32) -> EncodingCharacter
    ) -> (total: Float, invalid: Int) {
        var total = changes * Cost.scriptChange
        var invalid = 0
        var wasLetter = false
        // Characters in a row up to here, and whether a letter of ASCII stands before them.
        var run = 0
        var isBesideLetter = false
        let endsHigh = (sample.bytes.last ?? 0) >= 0x80
        for (index, value) in text.enumerated() {
            if value < 0x80 {
                wasLetter = Self.isLetter(UInt8(truncatingIfNeeded: value))
                if run > 0, wasLetter { total += Cost.besideASCII }
                if run == 1, wasLetter || isBesideLetter { total += Cost.aloneBesideASCII }
                run = 0
                continue
            }
            let known = characters[value]
            let made = known != 0 ? nil : character(value)
            if made?.isLetter ?? true {
                if run == 0 { isBesideLetter = wasLetter }
                if wasLetter { total += Cost.besideASCII }
                run += 1
            } else {
                run = 0
            }
            wasLetter = false
            guard let made else {
                total += known
                continue
            }
            switch made.kind {
            case .invalid where index == text.count - 1 && endsHigh: total += Cost.cutOff
            case .invalid:
                total += Cost.invalid
                invalid += 1
            case .sign: total += made.sign
            case .caseless where value >= EncodingModel.Characters.first && value < 0xE000:
                total += Cost.rareIdeograph
            default: total += Cost.otherInMultiByte
            }
        }
        if run == 1, isBesideLetter { total += Cost.aloneBesideASCII }
        return (total, invalid)
    }

    /// How well the words in ASCII fit each language written in Latin letters, weighted.
    private func asciiByLanguage() -> [String: Float] {
        var result: [String: Float] = [:]
        for (language, pairs) in model.pairs where pairs.indices[0x65] != nil {
            var total: Float = 0
            for pair in ascii {
                let before = pairs.ascii[Int(pair.before)]
                let after = pairs.ascii[Int(pair.after)]
                if after == SingleByteEncoding.foreign {
                    total += pair.count * Cost.foreign
                } else {
                    total +=
                        pair.count
                        * (before == SingleByteEncoding.foreign ? Cost.afterForeign : pairs(before, after))
                }
            }
            result[language] = total * asciiWeight
        }
        return result
    }

    private func score(_ characters: [EncodingCharacter], _ language: SingleByteEncoding.Language) -> Float {
        let pairs = language.pairs
        let indices = language.indices
        var total: Float = 0
        for pair in high {
            let before = characters[Int(pair.before)]
            let after = characters[Int(pair.after)]
            let first = indices[Int(pair.before)]
            let second = indices[Int(pair.after)]
            var cost: Float
            if second == SingleByteEncoding.noLetter {
                cost = after.kind == .invalid ? Cost.invalid : pair.after >= 0x80 ? after.sign : 0
                if first == SingleByteEncoding.foreign {
                    cost += Cost.endAfterForeign
                } else if first != SingleByteEncoding.noLetter {
                    cost += pairs(first, 0)
                }
            } else {
                cost = caseCost(before.kind, after.kind)
                if Self.endsClause(pair.before) { cost += Cost.withoutSpace }
                if second == SingleByteEncoding.foreign {
                    cost +=
                        before.isLetter && before.script != after.script && after.kind != .mark
                        ? Cost.otherScript : Cost.foreign
                } else if first == SingleByteEncoding.foreign {
                    cost += before.script != after.script ? Cost.otherScript : Cost.afterForeign
                } else {
                    cost += pairs(first == SingleByteEncoding.noLetter ? 0 : first, second)
                }
            }
            total += cost * pair.count
        }
        return total
    }

    /// Words are in small letters, begin with a capital, or are in capitals, as often as those in ASCII beside are;
    /// hardly ever does a capital follow a small letter.
    private func caseCost(_ before: EncodingCharacter.Kind, _ after: EncodingCharacter.Kind) -> Float {
        switch (before, after) {
        case (.lower, .upper): -6
        case (.upper, .upper): cases.upperUpper
        case (.upper, .lower): cases.upperLower
        case (.sign, .upper), (.invalid, .upper): cases.startUpper
        case (.sign, .lower), (.invalid, .lower): cases.startLower
        default: 0
        }
    }
}
