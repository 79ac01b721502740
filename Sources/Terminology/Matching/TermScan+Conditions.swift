internal import UnicodeText

extension TermScan {
    /// Whether a place is what a term asks for beside its words.
    ///
    /// - Parameter words: from the first word to the last, with what is written together with them.
    func meets(_ entry: TermMatcher.Entry, _ range: ByteRange, _ words: ByteRange, _ reader: TokenReader) -> Bool {
        let conditions = entry.conditions
        let names = matcher.knowledge.names
        if conditions.contains(.firstName), reader.beginsName(words.upperBound) { return false }
        if conditions.contains(.otherName) {
            let frames = (names.others[entry.text] ?? []) + (names.others[UTF8Text()] ?? [])
            let isJoined = matcher.knowledge.writing.joinsHyphens
            let held = frames.filter { reader.holds($0, range, isJoined: isJoined) }
            if !held.isEmpty, !held.contains(where: \.isException) { return false }
        }
        // A preposition written together with it tells as well.
        if conditions.contains(.homograph), range.lowerBound == words.lowerBound,
            let context = names.homographs[entry.text], !holds(context, about: words, reader)
        {
            return false
        }
        if conditions.contains(.adjective), let before = reader.word(before: words.lowerBound),
            reader.hasCapital(before), !names.prepositions.contains(reader.folded(before))
        {
            return false
        }
        if conditions.contains(.initials),
            reader.hasInitial(before: range.lowerBound) || reader.hasInitial(behind: range.upperBound)
        {
            return false
        }
        return !conditions.contains(.compound) || standsInCompound(range, reader)
    }

    private func holds(_ context: NameKnowledge.Context, about words: ByteRange, _ reader: TokenReader) -> Bool {
        if let before = reader.word(before: words.lowerBound), context.before.contains(reader.folded(before)) {
            return true
        }
        guard !context.behind.isEmpty else { return false }
        guard let behind = reader.word(behind: words.upperBound) else { return true }
        return context.behind.contains(reader.folded(behind))
    }

    /// Whether a character and the one before or behind it are a compound of the language's data, and no parts of other
    /// words by the dictionary.
    func standsInCompound(_ range: ByteRange, _ reader: TokenReader) -> Bool {
        contains(compound: range, reader) { range in
            breaks.isCompound(range, in: reader.text, run: reader.unspacedRun(about: range, atMost: 24))
        }
    }

    /// The same, whatever the dictionary says.
    func isInCompound(_ range: ByteRange, _ reader: TokenReader) -> Bool {
        contains(compound: range, reader) { _ in true }
    }

    @inline(__always)
    private func contains(
        compound range: ByteRange, _ reader: TokenReader, _ isWhole: (ByteRange) -> Bool
    ) -> Bool {
        let compounds = matcher.knowledge.names.compounds
        func isCompound(_ range: ByteRange) -> Bool {
            range.count <= 8 && compounds.contains(ASCIIWord.load(reader.text, range)) && isWhole(range)
        }
        if range.lowerBound > 0, isCompound(reader.start(before: range.lowerBound)..<range.upperBound) { return true }
        guard range.upperBound < reader.count else { return false }
        return isCompound(range.lowerBound..<range.upperBound + reader.character(at: range.upperBound).length)
    }
}
