internal import UnicodeText

extension Scanner {
    /// The word that ends at an offset, at most `reach` bytes of it; empty if white space or a bracket stands there.
    func token(before end: Int) -> ByteRange {
        var start = end
        let limit = max(min(sentenceStart, end), end - Scanner.reach)
        var last = end
        while start > limit, let (scalar, length) = character(before: start) {
            if scalar.value < 0x80, UInt8(truncatingIfNeeded: scalar.value).isASCIIAlphanumeric {
                start -= 1
                continue
            }
            if scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2D || scalar.value == 0x2010 {
                // An apostrophe or hyphen between letters belongs to the word.
                guard let before = character(before: start - length), start < end,
                    before.scalar.isLetter || before.scalar == "."
                else { break }
            } else if CharacterClass(scalar.value).endsToken || scalar.value == 0x2F {
                break
            }
            if start == last, CharacterClass(scalar.value) == .invisible { last -= length }
            start -= length
        }
        return start..<max(start, last)
    }

    func classes(of range: ByteRange) -> WordClasses { rules.words.classes(of: bytes, in: range) }

    /// The classes of the abbreviation in a range: as written, with its first letter or all of it in lower case,
    /// joined with short abbreviations before it ("z. B."), and without what is written onto it ("l'art.", "UMnu.").
    func words(at range: ByteRange) -> WordClasses {
        guard !range.isEmpty else { return [] }
        if let joined = joined(range) {
            let found = variants(joined)
            if !found.isEmpty { return found }
        }
        let found = variants(bytes, range)
        if !found.isEmpty { return found }
        if let part = attachedPart(range) {
            let found = variants(bytes, part)
            if !found.isEmpty { return found }
        }
        for suffix in rules.suffixes where range.count > suffix.bytes.count {
            if has(suffix.bytes, at: range.upperBound - suffix.bytes.count) { return suffix.classes }
        }
        for prefix in rules.prefixes where range.count > prefix.count && has(prefix, at: range.lowerBound) {
            let rest = variants(bytes, range.lowerBound + prefix.count..<range.upperBound)
            if !rest.isEmpty { return rest }
        }
        return []
    }

    private func variants(_ word: [UInt8]) -> WordClasses { variants(word, 0..<word.count) }

    /// As written; with its first letter small; and, in a line of capitals, with all but the first or all small.
    private func variants(_ bytes: [UInt8], _ range: ByteRange) -> WordClasses {
        let exact = look(bytes, range)
        if !exact.isEmpty { return exact }
        let (first, length) = decodeScalar(bytes, at: range.lowerBound)
        // "B." is an initial and no "b.".
        guard first.basicKind == .upper, length < range.count else { return [] }
        if first.value < 0x80 {
            let small = look(bytes, range, loweringFirst: true)
            if !small.isEmpty { return small }
        } else {
            var lowered: [UInt8] = []
            lowered.append(first.simpleFold)
            lowered.append(contentsOf: bytes[range.lowerBound + length..<range.upperBound])
            let small = look(lowered, 0..<lowered.count)
            if !small.isEmpty { return small }
        }
        // "DR." and "NO." in a line of capitals, and "P.M." for "p.m."
        guard decodeScalar(bytes, at: range.lowerBound + length).scalar.basicKind != .lower else { return [] }
        var rest: [UInt8] = []
        var position = range.lowerBound + length
        while position < range.upperBound {
            let (scalar, length) = decodeScalar(bytes, at: position)
            guard scalar.basicKind != .lower else { return [] }
            rest.append(scalar.simpleFold)
            position += length
        }
        let title = Array(bytes[range.lowerBound..<range.lowerBound + length]) + rest
        let found = look(title, 0..<title.count)
        if !found.isEmpty { return found }
        var lowered: [UInt8] = []
        lowered.append(first.simpleFold)
        lowered.append(contentsOf: rest)
        return look(lowered, 0..<lowered.count)
    }

    private func look(_ bytes: [UInt8], _ range: ByteRange, loweringFirst: Bool = false) -> WordClasses {
        let listed = rules.words.classes(of: bytes, in: range, loweringFirst: loweringFirst)
        return exceptions.isEmpty
            ? listed : listed.union(exceptions.classes(of: bytes, in: range, loweringFirst: loweringFirst))
    }

    /// The abbreviation with the short ones before it and the spaces between left out: "z. B" → "z.B".
    private func joined(_ range: ByteRange) -> [UInt8]? {
        var start = range.lowerBound
        var word: [UInt8]?
        for _ in 0..<3 {
            guard let (space, width) = character(before: start), CharacterClass(space.value) == .space,
                start - width > unit.lowerBound, bytes[start - width - 1] == 0x2E
            else { break }
            let before = token(before: start - width - 1)
            guard !before.isEmpty, before.count <= 12 else { break }
            word = Array(bytes[before]) + [0x2E] + (word ?? Array(bytes[range]))
            start = before.lowerBound
        }
        return word
    }

    /// What stands behind an apostrophe, a hyphen or, in words such as Zulu "kaMnu", behind small letters.
    private func attachedPart(_ range: ByteRange) -> ByteRange? {
        var position = range.upperBound - 1
        while position > range.lowerBound {
            let byte = bytes[position]
            if byte == 0x2D || byte == 0x27 {
                return position + 1 < range.upperBound ? position + 1..<range.upperBound : nil
            }
            if byte == 0x99, position >= range.lowerBound + 2, bytes[position - 1] == 0x80, bytes[position - 2] == 0xE2
            {
                return position + 1 < range.upperBound ? position + 1..<range.upperBound : nil
            }
            if byte.isASCIIUpper, position + 1 < range.upperBound, bytes[position + 1].isASCIILower {
                return position..<range.upperBound
            }
            position -= 1
        }
        return nil
    }

    /// Whether the word in question begins sentences and is no name: "The", "He".
    func isStarter(_ next: NextToken) -> Bool {
        guard next.kind == .upper || next.kind == .caseless, next.wordEnd > next.wordStart else { return false }
        let range = next.word
        if next.wordEnd < unit.upperBound, bytes[next.wordEnd] == 0x2E, range.count <= 2 { return false }
        if bytes[range.lowerBound] < 0x80 {
            let isCapital = bytes[range.lowerBound].isASCIIUpper
            return rules.words.classes(of: bytes, in: range, loweringFirst: isCapital).contains(.starter)
        }
        let (first, length) = decodeScalar(bytes, at: range.lowerBound)
        var word: [UInt8] = []
        // Turkish İ has no simple folding.
        if first == "\u{130}" { word.append(0x69) } else { word.append(first.simpleFold) }
        word.append(contentsOf: bytes[range.lowerBound + length..<range.upperBound])
        return rules.words.classes(of: word).contains(.starter)
    }

    /// "J.-P": the last part is one capital letter.
    func lastPartIsSingleLetter(_ range: ByteRange) -> Bool {
        guard let (last, length) = character(before: range.upperBound),
            last.basicKind == .upper || last.basicKind == .otherLetter,
            length < range.count, let (before, _) = character(before: range.upperBound - length)
        else { return false }
        return before == "-" || before == "\u{2010}"
    }
}
