internal import UnicodeText

extension WordAnalyzer {
    /// Parts of a compound have so many letters, what is left of it so many: "Art" is in Artikel, "eis" in Kreis.
    private static let lettersOfPart = 4
    private static let lettersOfRest = 3
    /// A longer word is no compound that anybody writes.
    private static let longestCompound = 80

    /// Whether a word is long enough to hold a part and a rest.
    func mayBeCompound(count: Int) -> Bool {
        findsCompounds && count >= Self.lettersOfPart + Self.lettersOfRest && count <= Self.longestCompound
    }

    /// Finds words of terms that are parts of a longer one: at its end in any form of the same stem, before it as they
    /// are, or without a last -e.
    ///
    /// What the rest is nobody asks, so that some hits are none. O(length²) look-ups.
    func analyzeCompound(_ key: TokenKey, _ count: Int, into matches: ScratchList<WordMatch>) {
        guard mayBeCompound(count: count) else { return }
        let starts = Self.letters(key, count)
        let length = stemmer.map { $0.stem(UnsafeBufferPointer(start: key.bytes, count: count), into: stem.bytes) } ?? 0
        // A stem has the letters of the word, but ö for o.
        let stemStarts = Self.letters(stem, length)
        if length > 0 { stem.hash(count: length) }
        for (before, start) in starts.enumerated() where before == 0 || before >= Self.lettersOfRest {
            if before > 0, before < stemStarts.count {
                index.forEachUse(of: stem, stemStarts[before], length) { number, use in
                    if use.pointee.kind == .stem { add(use.pointee, number, start, count, count, into: matches) }
                }
            }
            for (place, end) in (starts + [count]).enumerated() where place >= before + Self.lettersOfPart {
                let rest = starts.count - place
                guard rest == 0 || rest >= Self.lettersOfRest, rest > 0 || before > 0 else { continue }
                if rest > 0, derivations.contains(UTF8Text(unchecked: key.array(end..<count))) { continue }
                index.forEachUse(of: key, start, end) { number, use in
                    guard use.pointee.kind == .stem ? isWithoutE(use.pointee) : isWhole(use.pointee) else { return }
                    add(use.pointee, number, start, end, count, into: matches)
                }
            }
        }
    }

    /// Where the letters of a key begin.
    private static func letters(_ key: TokenKey, _ count: Int) -> [Int] {
        (0..<count).filter { key.bytes[$0] & 0xC0 != 0x80 }
    }

    private func add(
        _ use: WordIndex.Use, _ number: Int, _ start: Int, _ end: Int, _ count: Int,
        into matches: ScratchList<WordMatch>
    ) {
        let word = index.words[Int(use.word)]
        let kind = WordKind(rawValue: word.kind)
        // A name has its capital at the beginning of the compound alone.
        guard word.count >= Self.lettersOfPart, kind.isDisjoint(with: [.exact, .acronym]),
            !kind.contains(.name) || start == 0
        else { return }
        matches.append(
            WordMatch(
                word: use.word, rank: .compound, clitic: Int32(start), enclitic: Int32(count - end), use: Int32(number),
                head: -1, tail: -1))
    }

    private func isWhole(_ use: WordIndex.Use) -> Bool {
        use.kind == .irregular || Int32(use.count) == index.words[Int(use.word)].count
    }

    /// "Schul-" of Schule.
    private func isWithoutE(_ use: WordIndex.Use) -> Bool {
        let word = index.words[Int(use.word)]
        let last = index.bytes[Int(word.key + word.count) - 1]
        return Int32(use.count) + 1 == word.count && last == UInt8(ascii: "e")
    }
}
