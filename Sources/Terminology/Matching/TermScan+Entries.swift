internal import UnicodeText

extension TermScan {
    /// The first term in the order of the glossaries that a state has come to.
    func firstHit(
        of state: State, _ first: TokenReader.Token, _ last: TokenReader.Token, _ reader: TokenReader
    ) -> Hit? {
        let node = matcher.tree.nodes.start[Int(state.node)]
        // Asked first, for it costs less than the dictionary and such characters are many.
        if first.isUnspaced, node.count == 1, matcher.entries[Int(node.first)].conditions.contains(.compound),
            !standsInCompound(first.start..<last.end, reader)
        {
            return nil
        }
        guard let place = place(of: state, first, last, reader) else { return nil }
        for index in Int(node.first)..<Int(node.first + node.count) {
            if let hit = hit(index, at: place, state, first, last, reader) { return hit }
        }
        return nil
    }

    /// Reports all terms that a state has come to.
    func addHits(
        of state: State, _ first: TokenReader.Token, _ last: TokenReader.Token, _ reader: TokenReader
    ) {
        guard let place = place(of: state, first, last, reader) else { return }
        let node = matcher.tree.nodes.start[Int(state.node)]
        for index in Int(node.first)..<Int(node.first + node.count) {
            if let hit = hit(index, at: place, state, first, last, reader) { hits.append(hit) }
        }
    }

    /// Where a term may stand.
    private struct Place {
        let range: ByteRange
        /// Whether it is a part of a longer word by the dictionary.
        let isWithin: Bool
    }

    private func place(
        of state: State, _ first: TokenReader.Token, _ last: TokenReader.Token, _ reader: TokenReader
    ) -> Place? {
        let words = first.start..<last.end
        let start = state.clitic == 0 ? words.lowerBound : reader.offset(in: first, of: Int(state.clitic), spare)
        let end =
            state.enclitic == 0 ? words.upperBound : reader.end(of: last, without: Int(state.enclitic), spare)
        guard start < end, stands(start..<end, words, first, last, reader) else { return nil }
        guard first.isUnspaced, last.isUnspaced else { return Place(range: start..<end, isWithin: false) }
        let place = dictionaryPlace(words, reader)
        return place == .across ? nil : Place(range: start..<end, isWithin: place == .within)
    }

    private func hit(
        _ index: Int, at place: Place, _ state: State, _ first: TokenReader.Token, _ last: TokenReader.Token,
        _ reader: TokenReader
    ) -> Hit? {
        let entry = matcher.entries[index]
        // A part of a longer word: only of names is the whole about the same thing ("Thailand").
        if place.isWithin, entry.term.partOfSpeech != "properNoun" { return nil }
        let words = first.start..<last.end
        if !entry.conditions.isEmpty, !meets(entry, place.range, words, reader) { return nil }
        let hit = Hit(
            range: place.range, words: words, next: last.next, entry: index, rank: state.rank)
        return entry.capitals.isEmpty || isWritten(entry, hit, reader) ? hit : nil
    }

    /// Whether the words stand free.
    private func stands(
        _ range: ByteRange, _ words: ByteRange, _ first: TokenReader.Token, _ last: TokenReader.Token,
        _ reader: TokenReader
    ) -> Bool {
        // An apostrophe at an end may join only what the language joins with one.
        if !first.isUnspaced, range.lowerBound == words.lowerBound,
            let before = reader.word(joinedBefore: words.lowerBound),
            !matcher.knowledge.cliticsBefore.contains(before)
        {
            return false
        }
        if !last.isUnspaced, range.upperBound == words.upperBound,
            let behind = reader.word(joinedBehind: words.upperBound),
            !matcher.knowledge.cliticsAfter.contains(behind),
            !matcher.knowledge.cliticsBefore.contains(reader.folded(last.start..<last.end))
        {
            return false
        }
        guard first.isUnspaced || last.isUnspaced else { return true }
        return standsUnspaced(range, first.isUnspaced, last.isUnspaced, reader)
    }

    /// Katakana are whole words.
    private func standsUnspaced(
        _ range: ByteRange, _ isFirst: Bool, _ isLast: Bool, _ reader: TokenReader
    ) -> Bool {
        if isFirst, range.lowerBound > 0,
            reader.isKatakana(range.lowerBound), reader.isKatakana(reader.start(before: range.lowerBound))
        {
            return false
        }
        if isLast, range.upperBound < reader.text.count,
            reader.isKatakana(reader.start(before: range.upperBound)), reader.isKatakana(range.upperBound)
        {
            return false
        }
        return true
    }

    /// A term in Han may stand within a longer word and not across two; in Thai, Lao, Khmer and Burmese it must be whole
    /// words as far as the dictionaries know them.
    private func dictionaryPlace(_ range: ByteRange, _ reader: TokenReader) -> DictionaryBreaks.Place {
        let letters = reader.letters(in: range, atMost: Self.shortTerm + 1)
        guard letters <= Self.shortTerm else { return .free }
        let isHan = reader.isIdeographic(range.lowerBound)
        // A single one is a part of one word or a word.
        if isHan, letters == 1 { return .free }
        // Words are shorter in Han, and what stands ten of them away says nothing.
        let run = reader.unspacedRun(about: range, atMost: isHan ? 24 : 90)
        let place = breaks.place(of: range, in: reader.text, run: run)
        return place == .within && isHan ? .free : place
    }

    /// Letters of a term that dictionaries are asked about: longer ones stand nowhere by chance.
    private static let shortTerm = 4

    /// Whether the text has the capitals that the term asks for.
    private func isWritten(_ entry: TermMatcher.Entry, _ hit: Hit, _ reader: TokenReader) -> Bool {
        var (wanted, found) = (0, 0)
        func look(_ number: Int, _ token: ByteRange) {
            guard entry.capitals[number] else { return }
            wanted += 1
            if reader.hasCapital(token) { found += 1 }
        }
        var isWritten = true
        if entry.isCaseSensitive {
            forEachWord(of: hit, entry, reader) { number, token, match in
                look(number, token.start..<token.end)
                if isWritten, !sameCase(entry, number, token, match, reader) { isWritten = false }
            }
        } else if entry.words.count == 1 {
            look(0, hit.words)
        } else {
            forEachToken(of: hit, entry, reader) { number, token in look(number, token.start..<token.end) }
        }
        guard isWritten, found < wanted else { return isWritten }
        return found > 0 && !entry.isCaseSensitive && matcher.knowledge.names.needsOneCapital
    }

    /// Whether the letters that a word of the text and one of the term share are of one case.
    private func sameCase(
        _ entry: TermMatcher.Entry, _ number: Int, _ token: TokenReader.Token, _ match: WordMatch,
        _ reader: TokenReader
    ) -> Bool {
        guard match.use >= 0 else { return true }
        let use = matcher.index.uses.start[Int(match.use)]
        guard use.kind == .base, match.head >= 0 else { return false }
        let head = Int(matcher.affixes.beginnings.affixes.start[Int(match.head)].count)
        let (range, count) = (token.start..<token.end, Int(use.count))
        let ours = reader.cases(of: range, from: head, count: count, spare)
        return entry.text.bytes.withUnsafeBytes { bytes in
            let term = TokenReader(bytes, matcher.affixes.table)
            let theirs = term.cases(of: entry.ranges[number], from: Int(use.own), count: count, spare)
            guard ours == theirs else { return false }
            // What is put behind capitals is written small: "NGOs", and "USS Nimitz" is no plural.
            let isWhole = term.cases(of: entry.ranges[number], from: Int(use.own) + count, count: 1, spare).isEmpty
            guard isWhole, theirs.count > 1, theirs.allSatisfy({ $0 }) else { return true }
            return reader.cases(of: range, from: head + count, count: 1, spare).first != true
        }
    }

    /// Reads the words of a hit again, each into `rereadKey`.
    private func forEachToken(
        of hit: Hit, _ entry: TermMatcher.Entry, _ reader: TokenReader,
        _ found: (_ number: Int, _ token: TokenReader.Token) -> Void
    ) {
        var token = reader.token(at: hit.words.lowerBound, into: rereadKey)
        for number in entry.words.indices {
            if number > 0 {
                guard let next = reader.next(after: token, into: rereadKey) else { return }
                token = next.token
            }
            found(number, token)
        }
    }

    /// Reads the words of a hit again and tells for each how it is the term's.
    func forEachWord(
        of hit: Hit, _ entry: TermMatcher.Entry, _ reader: TokenReader,
        _ found: (_ number: Int, _ token: TokenReader.Token, _ match: WordMatch) -> Void
    ) {
        forEachToken(of: hit, entry, reader) { number, token in
            analyzer.analyze(rereadKey, token, isFirst: number == 0, into: reread)
            let isLast = number == entry.words.count - 1
            var best: WordMatch?
            for index in 0..<reread.count {
                let match = reread[index]
                guard match.word == entry.words[number], isLast || match.enclitic == 0 else { continue }
                if best.map({ match.isBetter(than: $0) }) ?? true { best = match }
            }
            if let best { found(number, token, best) }
        }
    }
}
