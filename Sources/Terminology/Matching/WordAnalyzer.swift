internal import UnicodeText

/// Takes the words of a text apart and finds those of terms.
struct WordAnalyzer {
    private let index: WordIndex
    private let beginnings: AffixTable
    private let endings: AffixTable
    private let different: Set<UInt64>
    private let filter: WordFilter
    private let hasMarks: Bool
    private let hasPrefixTerms: Bool
    private let stemmer: Stemmer?
    private let stem = TokenKey()

    init(_ matcher: TermMatcher) {
        index = matcher.index
        beginnings = matcher.affixes.beginnings
        endings = matcher.affixes.endings
        different = matcher.affixes.different
        filter = matcher.filter
        hasMarks = matcher.affixes.table.hasMarks
        hasPrefixTerms = matcher.hasPrefixTerms
        stemmer =
            matcher.knowledge.endings.isEmpty ? matcher.knowledge.stemmer.flatMap { Stemmer(algorithm: $0) } : nil
    }

    /// Whether a word of a text may be the first of a term, by the filter. O(length of its beginnings).
    @inline(__always)
    func mayBegin(_ key: TokenKey, count: Int) -> Bool {
        if filter.mayBegin(key.word(at: 0), count: count) { return true }
        if beginnings.isEmpty { return false }
        var node = beginnings.step(0, key.bytes[0])
        var offset = 1
        while node != 0, offset < count {
            if beginnings.nodes.start[node].count > 0, filter.mayBegin(key.word(at: offset), count: count - offset) {
                return true
            }
            node = beginnings.step(node, key.bytes[offset])
            offset += 1
        }
        return false
    }

    /// Adds the words of terms that a token may be.
    ///
    /// O(length + pairs of a beginning and an ending that it has).
    func analyze(_ key: TokenKey, _ token: TokenReader.Token, isFirst: Bool, into matches: inout [WordMatch]) {
        let count = token.count
        key.hash(count: count)
        if token.isUnspaced {
            return visit(key, 0..<count, count) { _, use in
                let match = WordMatch(
                    word: use.word, rank: .same, clitic: 0, enclitic: 0, use: -1, head: -1, tail: -1)
                matches.append(match)
            }
        }
        var node = 0
        var offset = 0
        while offset < count {
            let heads = beginnings.nodes.start[node]
            if heads.count > 0, !isFirst || filter.mayBegin(key.word(at: offset), count: count - offset) {
                analyze(key, count, heads, offset, isFirst: isFirst, into: &matches)
            }
            node = beginnings.step(node, key.bytes[offset])
            if node == 0 { break }
            offset += 1
        }
        if stemmer != nil { analyzeStem(key, count, into: &matches) }
    }

    /// With one beginning, each ending.
    private func analyze(
        _ key: TokenKey, _ count: Int, _ heads: AffixTable.Node, _ start: Int, isFirst: Bool,
        into matches: inout [WordMatch]
    ) {
        var node = 0
        var end = count
        while end > start {
            let tails = endings.nodes.start[node]
            if tails.count > 0 {
                visit(key, start..<end, count) { number, use in
                    guard use.kind != .stem else { return }
                    add(use, number, key, count, start..<end, heads, tails, isFirst, &matches)
                }
            }
            node = endings.step(node, key.bytes[end - 1])
            if node == 0 { break }
            end -= 1
        }
        guard hasPrefixTerms else { return }
        for end in start + 1..<max(count, start + 1) where key.bytes[end] & 0xC0 != 0x80 {
            visit(key, start..<end, count) { number, use in
                guard WordKind(rawValue: index.words.start[Int(use.word)].kind).contains(.prefix), use.kind == .base,
                    use.ends & AffixTable.nothing != 0
                else { return }
                add(use, number, key, count, start..<end, heads, AffixTable.Node(), isFirst, &matches)
            }
        }
    }

    @inline(__always)
    private func visit(
        _ key: TokenKey, _ range: Range<Int>, _ count: Int, _ found: (Int32, WordIndex.Use) -> Void
    ) {
        let hash = key.hash(of: range)
        for number in index.range(of: hash) where index.hashes.start[number] == hash {
            let use = index.uses.start[number]
            if Int(use.count) == range.count, index.isSame(use, key.bytes + range.lowerBound) {
                found(Int32(truncatingIfNeeded: number), use)
            }
        }
    }

    private func add(
        _ use: WordIndex.Use, _ number: Int32, _ key: TokenKey, _ count: Int, _ range: Range<Int>,
        _ heads: AffixTable.Node, _ tails: AffixTable.Node, _ isFirst: Bool, _ matches: inout [WordMatch]
    ) {
        var isToneless = false
        if hasMarks, use.kind == .base {
            guard let toneless = compareMarks(use, key, range) else { return }
            isToneless = toneless
        }
        var letters = -1
        func leaves(_ affix: AffixTable.Affix) -> Bool {
            guard affix.clitic > 0 else { return true }
            if letters < 0 { letters = range.count { key.bytes[$0] & 0xC0 != 0x80 } }
            return letters >= Int(affix.minimum)
        }
        for head in heads.first..<heads.first + heads.count {
            let before = beginnings.affixes.start[Int(head)]
            guard before.sets & use.begins != 0, isFirst || before.clitic == 0, leaves(before) else { continue }
            if tails.count == 0 {
                // A prefix term: whatever stands behind it is part of a longer word.
                matches.append(
                    WordMatch(
                        word: use.word, rank: .inflected, clitic: before.clitic, enclitic: 0, use: number, head: head,
                        tail: -1))
                continue
            }
            for tail in tails.first..<tails.first + tails.count {
                let behind = endings.affixes.start[Int(tail)]
                guard behind.sets & use.ends != 0, leaves(behind) else { continue }
                let word = Int(before.clitic)..<count - Int(behind.clitic)
                let isSame = use.kind == .base && isWord(use.word, key, word)
                if !isSame || word.count < count, isDifferent(use.word, key, word, count) { continue }
                matches.append(
                    WordMatch(
                        word: use.word, rank: !isSame ? .inflected : isToneless ? .toneless : .same,
                        clitic: before.clitic, enclitic: behind.clitic, use: number, head: head, tail: tail))
            }
        }
    }

    private func isWord(_ number: Int32, _ key: TokenKey, _ range: Range<Int>) -> Bool {
        let word = index.words.start[Int(number)]
        guard Int(word.count) == range.count else { return false }
        let own = index.bytes.start + Int(word.key)
        for offset in 0..<range.count where own[offset] != key.bytes[range.lowerBound + offset] { return false }
        return true
    }

    private func isDifferent(_ number: Int32, _ key: TokenKey, _ range: Range<Int>, _ count: Int) -> Bool {
        let word = index.words.start[Int(number)]
        guard WordKind(rawValue: word.kind).contains(.contrasted) else { return false }
        let own = TokenHash.of(UnsafeBufferPointer(start: index.bytes.start + Int(word.key), count: Int(word.count)))
        return different.contains(TermAffixes.pair(key.hash(of: range), own))
            || different.contains(TermAffixes.pair(key.hash(of: 0..<count), own))
    }

    /// Whether tone marks are missing; `nil` where marks say that it is another word.
    ///
    /// A text may have fewer tones than the term and no others; plainer letters may stand on either side.
    private func compareMarks(_ use: WordIndex.Use, _ key: TokenKey, _ range: Range<Int>) -> Bool? {
        var isToneless = false
        for offset in 0..<range.count {
            let (text, term) = (key.marks[range.lowerBound + offset], index.marks.start[Int(use.key) + offset])
            if text == term { continue }
            if text == 0 {
                isToneless = isToneless || term < 0x80
            } else if term != 0 || text < 0x80 {
                return nil
            }
        }
        return isToneless
    }

    private func analyzeStem(_ key: TokenKey, _ count: Int, into matches: inout [WordMatch]) {
        guard let stemmer else { return }
        let length = stemmer.stem(UnsafeBufferPointer(start: key.bytes, count: count), into: stem.bytes)
        stem.hash(count: length)
        visit(stem, 0..<length, length) { number, use in
            guard use.kind == .stem, !isWord(use.word, key, 0..<count) else { return }
            matches.append(
                WordMatch(
                    word: use.word, rank: .inflected, clitic: 0, enclitic: 0, use: number, head: -1, tail: -1))
        }
    }
}
