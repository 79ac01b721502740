internal import UnicodeText

/// Takes the words of a text apart and finds those of terms.
///
/// An object, so that it is not copied for each word.
final class WordAnalyzer {
    private let matcher: TermMatcher
    let index: WordIndex.Lookup
    private let beginnings: AffixTable.Lookup
    private let endings: AffixTable.Lookup
    private let filter: WordFilter
    private let hasMarks: Bool
    let stemmer: Stemmer?
    let stem = TokenKey()
    /// Whether terms are looked for inside longer words.
    let findsCompounds: Bool
    let derivations: Set<UTF8Text>

    init(_ matcher: TermMatcher, compounds: Bool) {
        self.matcher = matcher
        index = WordIndex.Lookup(matcher.index)
        beginnings = AffixTable.Lookup(matcher.affixes.beginnings)
        endings = AffixTable.Lookup(matcher.affixes.endings)
        filter = matcher.filter
        derivations = matcher.knowledge.derivations
        findsCompounds = compounds && matcher.knowledge.hasCompounds
        hasMarks = matcher.affixes.table.hasMarks
        stemmer =
            matcher.knowledge.endings.isEmpty ? matcher.knowledge.stemmer.flatMap { Stemmer(algorithm: $0) } : nil
    }

    /// Whether a word of a text may be the first of a term, by the filter. O(length of its beginnings).
    @inline(__always)
    func mayBegin(_ key: TokenKey, count: Int) -> Bool {
        if filter.mayBegin(key.word(at: 0), count: count) || mayBeCompound(count: count) { return true }
        if beginnings.isEmpty { return false }
        var node = beginnings.step(0, key.bytes[0])
        var offset = 1
        while node != 0, offset < count {
            if beginnings.nodes[node].count > 0, filter.mayBegin(key.word(at: offset), count: count - offset) {
                return true
            }
            node = beginnings.step(node, key.bytes[offset])
            offset += 1
        }
        return false
    }

    /// Finds the words of terms that a token may be.
    ///
    /// O(length + pairs of a beginning and an ending that it has).
    func analyze(_ key: TokenKey, _ token: TokenReader.Token, isFirst: Bool, into matches: ScratchList<WordMatch>) {
        let count = token.count
        matches.removeAll()
        key.hash(count: count)
        if token.isUnspaced {
            return index.forEachUse(of: key, 0, count) { _, use in
                matches.append(
                    WordMatch(
                        word: use.pointee.word, rank: .same, clitic: 0, enclitic: 0, use: -1, head: -1, tail: -1))
            }
        }
        var node = 0
        var offset = 0
        while offset < count {
            let heads = beginnings.nodes[node]
            if heads.count > 0, !isFirst || count <= 3 || filter.mayBegin(key.word(at: offset), count: count - offset) {
                analyze(key, count, heads, offset, isFirst: isFirst, into: matches)
            }
            if beginnings.isEmpty { break }
            node = beginnings.step(node, key.bytes[offset])
            if node == 0 { break }
            offset += 1
        }
        if stemmer != nil { analyzeStem(key, count, into: matches) }
        if isFirst { analyzeCompound(key, count, into: matches) }
    }

    /// With one beginning, each ending.
    private func analyze(
        _ key: TokenKey, _ count: Int, _ heads: AffixTable.Node, _ start: Int, isFirst: Bool,
        into matches: ScratchList<WordMatch>
    ) {
        var node = 0
        var end = count
        while end > start {
            let tails = endings.nodes[node]
            if tails.count > 0 {
                index.forEachUse(of: key, start, end) { number, use in
                    guard use.pointee.kind != .stem else { return }
                    add(use.pointee, number, key, count, start, end, heads, tails, isFirst, matches)
                }
            }
            node = endings.step(node, key.bytes[end - 1])
            if node == 0 { break }
            end -= 1
        }
        guard matcher.hasPrefixTerms, start + 1 < count else { return }
        for end in start + 1..<count where key.bytes[end] & 0xC0 != 0x80 {
            index.forEachUse(of: key, start, end) { number, use in
                let kind = WordKind(rawValue: index.words[Int(use.pointee.word)].kind)
                guard kind.contains(.prefix), use.pointee.kind == .base, use.pointee.ends & AffixTable.nothing != 0
                else {
                    return
                }
                add(use.pointee, number, key, count, start, end, heads, AffixTable.Node(), isFirst, matches)
            }
        }
    }

    private func add(
        _ use: WordIndex.Use, _ number: Int, _ key: TokenKey, _ count: Int, _ start: Int, _ end: Int,
        _ heads: AffixTable.Node, _ tails: AffixTable.Node, _ isFirst: Bool, _ matches: ScratchList<WordMatch>
    ) {
        var isToneless = false
        if hasMarks, use.kind == .base {
            guard let toneless = compareMarks(use, key, start) else { return }
            isToneless = toneless
        }
        for head in heads.first..<heads.first + heads.count {
            let before = beginnings.affixes[Int(head)]
            guard before.sets & use.begins != 0, isFirst || before.clitic == 0,
                before.clitic == 0 || letters(key, start, end) >= Int(before.minimum)
            else { continue }
            if tails.count == 0 {
                // A prefix term: whatever stands behind it is part of a longer word.
                matches.append(
                    WordMatch(
                        word: use.word, rank: .inflected, clitic: before.clitic, enclitic: 0, use: Int32(number),
                        head: head, tail: -1))
                continue
            }
            for tail in tails.first..<tails.first + tails.count {
                let behind = endings.affixes[Int(tail)]
                guard behind.sets & use.ends != 0,
                    behind.clitic == 0 || letters(key, start, end) >= Int(behind.minimum)
                else { continue }
                let (first, last) = (Int(before.clitic), count - Int(behind.clitic))
                let isSame = use.kind == .base && index.isWord(use.word, key, first, last)
                if !isSame || last - first < count, isDifferent(use.word, key, first, last, count) { continue }
                matches.append(
                    WordMatch(
                        word: use.word, rank: !isSame ? .inflected : isToneless ? .toneless : .same,
                        clitic: before.clitic, enclitic: behind.clitic, use: Int32(number), head: head, tail: tail))
            }
        }
    }

    private func letters(_ key: TokenKey, _ start: Int, _ end: Int) -> Int {
        (start..<end).count { key.bytes[$0] & 0xC0 != 0x80 }
    }

    /// Whether the language's data says that a word, or what is left of it without clitics, is no form of the term's.
    private func isDifferent(_ number: Int32, _ key: TokenKey, _ start: Int, _ end: Int, _ count: Int) -> Bool {
        let word = index.words[Int(number)]
        guard WordKind(rawValue: word.kind).contains(.contrasted) else { return false }
        let own = TokenHash.of(UnsafeBufferPointer(start: index.bytes + Int(word.key), count: Int(word.count)))
        let different = matcher.affixes.different
        return different.contains(TermAffixes.pair(key.hash(of: start..<end), own))
            || different.contains(TermAffixes.pair(key.hash(of: 0..<count), own))
    }

    /// Whether tone marks are missing; `nil` where marks say that it is another word.
    ///
    /// A text may have fewer tones than the term and no others, but for names, which term bases often have without;
    /// plainer letters may stand on either side.
    private func compareMarks(_ use: WordIndex.Use, _ key: TokenKey, _ start: Int) -> Bool? {
        let isName = WordKind(rawValue: index.words[Int(use.word)].kind).contains(.name)
        var isToneless = false
        for offset in 0..<Int(use.count) {
            let (text, term) = (key.marks[start + offset], index.marks[Int(use.key) + offset])
            if text == term { continue }
            if text == 0 {
                isToneless = isToneless || term < 0x80
            } else if term == 0, text >= 0x80 || isName {
                isToneless = isToneless || text < 0x80
            } else {
                return nil
            }
        }
        return isToneless
    }

    private func analyzeStem(_ key: TokenKey, _ count: Int, into matches: ScratchList<WordMatch>) {
        guard let stemmer else { return }
        let length = stemmer.stem(UnsafeBufferPointer(start: key.bytes, count: count), into: stem.bytes)
        stem.hash(count: length)
        index.forEachUse(of: stem, 0, length) { number, use in
            guard use.pointee.kind == .stem, !index.isWord(use.pointee.word, key, 0, count) else { return }
            matches.append(
                WordMatch(
                    word: use.pointee.word, rank: .inflected, clitic: 0, enclitic: 0, use: Int32(number), head: -1,
                    tail: -1))
        }
    }
}
