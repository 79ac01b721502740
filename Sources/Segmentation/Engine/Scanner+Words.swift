internal import UnicodeText

extension Scanner {
    /// The word that ends at an offset, at most `reach` bytes of it; empty if white space or a bracket stands there.
    func token(before end: Int) -> ByteRange {
        var start = end
        let limit = max(min(sentenceStart, end), end - Scanner.reach)
        var last = end
        while start > limit, let (scalar, length) = character(before: start) {
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
        let found = variants(Array(bytes[range]))
        if !found.isEmpty { return found }
        if let part = attachedPart(range) { return variants(Array(bytes[part])) }
        for prefix in rules.prefixes where range.count > prefix.count && has(prefix, at: range.lowerBound) {
            let rest = variants(Array(bytes[range.lowerBound + prefix.count..<range.upperBound]))
            if !rest.isEmpty { return rest }
        }
        return []
    }

    private func variants(_ word: [UInt8]) -> WordClasses {
        func look(_ word: [UInt8]) -> WordClasses {
            rules.words.classes(of: word).union(exceptions.isEmpty ? [] : exceptions.classes(of: word))
        }
        let exact = look(word)
        if !exact.isEmpty { return exact }
        let (first, length) = decodeScalar(word, at: 0)
        // "B." is an initial and no "b.".
        guard first.kind == .upper, length < word.count else { return [] }
        var lowered: [UInt8] = []
        lowered.append(first.simpleFold)
        lowered.append(contentsOf: word[length...])
        let small = look(lowered)
        if !small.isEmpty { return small }
        // "DR." and "NO." in a line of capitals.
        let shape = TokenShape(of: 0..<word.count, in: word)
        guard shape.uppers >= 2, shape.lowers == 0 else { return [] }
        var rest: [UInt8] = []
        var position = length
        while position < word.count {
            let (scalar, length) = decodeScalar(word, at: position)
            rest.append(scalar.simpleFold)
            position += length
        }
        let title = look(Array(word[..<length]) + rest)
        if !title.isEmpty { return title }
        return look(Array(lowered[..<(lowered.count - (word.count - length))]) + rest)
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
        let (first, length) = decodeScalar(bytes, at: range.lowerBound)
        var word: [UInt8] = []
        word.append(first.simpleFold)
        word.append(contentsOf: bytes[range.lowerBound + length..<range.upperBound])
        return rules.words.classes(of: word).contains(.starter)
    }

    /// "J.-P": the last part is one capital letter.
    func lastPartIsSingleLetter(_ range: ByteRange) -> Bool {
        guard let (last, length) = character(before: range.upperBound),
            last.kind == .upper || last.kind == .otherLetter,
            length < range.count, let (before, _) = character(before: range.upperBound - length)
        else { return false }
        return before == "-" || before == "\u{2010}"
    }
}
