internal import UnicodeText

/// Which sequences of words can be terms.
struct CandidateRule {
    let table: WordTable
    let options: TermExtractor.Options

    /// Calls `found` with the places of all sequences that can be terms, as ranges of tokens.
    func forEachPhrase(of text: ExtractionText, _ found: (Range<Int>) -> Void) {
        let tokens = text.tokens
        for start in tokens.indices where canBegin(start, text) {
            if isName(start, text), !text.isKnown(start..<start + 1) { found(start..<start + 1) }
            var isSpecial = !role(start, text).contains(.common)
            var last = start
            while last + 1 < tokens.count, last + 1 - start < options.longest {
                last += 1
                guard tokens[last].isJoined, canStand(last, text) else { break }
                let role = role(last, text)
                isSpecial =
                    isSpecial || !isInner(last, text) && !role.contains(.common) && tokens[last].shape != .number
                guard isSpecial, canEnd(last, text), !text.isKnown(start..<last + 1),
                    !isOfKnown(start..<last + 1, text)
                else { continue }
                found(start..<last + 1)
            }
        }
    }

    /// Known terms with nothing but inner words between: "China and Africa".
    private func isOfKnown(_ range: Range<Int>, _ text: ExtractionText) -> Bool {
        range.allSatisfy { isInner($0, text) || text.isInKnown($0) } && range.contains { isInner($0, text) }
    }

    /// A word with a capital, in the middle of a name, is what it is there.
    private func role(_ index: Int, _ text: ExtractionText) -> ExtractionWords.Role {
        let token = text.tokens[index]
        let role = table.words[Int(token.word)].role
        guard text.saysCase, token.shape == .capital || token.shape == .capitals else { return role }
        let hasCapitalBehind =
            index + 1 < text.tokens.count && text.tokens[index + 1].isJoined && isCapital(index + 1, text)
        return token.isInitial && !hasCapitalBehind ? role : role.subtracting([.notFirst, .notLast])
    }

    private func isCapital(_ index: Int, _ text: ExtractionText) -> Bool {
        text.tokens[index].shape == .capital || text.tokens[index].shape == .capitals
    }

    private func isInner(_ index: Int, _ text: ExtractionText) -> Bool {
        !table.words[Int(text.tokens[index].word)].role.isDisjoint(with: [.inner, .innerOfNames])
    }

    private func canBegin(_ index: Int, _ text: ExtractionText) -> Bool {
        text.tokens[index].shape != .number
            && role(index, text).isDisjoint(with: [.function, .inner, .innerOfNames, .notFirst])
    }

    private func canEnd(_ index: Int, _ text: ExtractionText) -> Bool {
        role(index, text).isDisjoint(with: [.function, .inner, .innerOfNames, .notLast])
    }

    /// Whether a word may stand behind the first one.
    private func canStand(_ index: Int, _ text: ExtractionText) -> Bool {
        let token = text.tokens[index]
        // "Agenda 2063", "COVID-19": a number may end a name.
        if token.shape == .number {
            return isCapital(index - 1, text) && token.end - token.start <= 4
                && !(index + 1 < text.tokens.count && text.tokens[index + 1].isJoined
                    && text.tokens[index + 1].shape == .number)
        }
        if text.tokens[index - 1].shape == .number { return false }
        let role = role(index, text)
        if role.contains(.inner) { return true }
        if role.contains(.innerOfNames) {
            let next = (index + 1..<text.tokens.count).first { !isInner($0, text) }
            let before = (0..<index).last { !isInner($0, text) }
            guard let next, let before, text.tokens[index + 1].isJoined else { return false }
            return text.saysCase && isCapital(before, text) && isCapital(next, text)
        }
        return !role.contains(.function)
    }

    /// Whether a word by itself is a name or an acronym.
    private func isName(_ index: Int, _ text: ExtractionText) -> Bool {
        let token = text.tokens[index]
        let word = table.words[Int(token.word)]
        guard text.saysCase, word.lower == 0, word.role.isEmpty, token.end - token.start > 1 else { return false }
        return token.shape == .capitals || token.shape == .capital && word.capital >= options.minimumCount
    }
}
