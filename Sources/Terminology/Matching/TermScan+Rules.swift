internal import UnicodeText

extension TermScan {
    /// What led from the term to the form of a hit.
    func rules(of hit: Hit, _ entry: TermMatcher.Entry, _ reader: TokenReader) -> [String] {
        var rules: [String] = []
        forEachWord(of: hit, entry, reader) { number, token, match in
            if match.rank == .compound { return rules.append("part of a compound") }
            if match.rank == .toneless { rules.append("tone marks left out") }
            guard match.use >= 0 else { return }
            let use = matcher.index.uses.start[Int(match.use)]
            switch use.kind {
            case .stem: rules.append("Snowball")
            case .irregular: rules.append("irregular form")
            case .base: rules += baseRules(use, token, match)
            }
        }
        return rules
    }

    private func baseRules(_ use: WordIndex.Use, _ token: TokenReader.Token, _ match: WordMatch) -> [String] {
        let word = matcher.index.words.start[Int(use.word)]
        let own = matcher.index.bytes.start + Int(word.key)
        func term(_ range: Range<Int>) -> [UInt8] {
            Array(UnsafeBufferPointer(start: own + range.lowerBound, count: range.count))
        }
        var rules: [String] = []
        let beginnings = matcher.affixes.beginnings
        if match.head >= 0 {
            let head = beginnings.affixes.start[Int(match.head)]
            if head.label >= 0 {
                rules.append("\(beginnings.labels[Int(head.label)]) \(beginnings.texts[Int(head.text)])")
            }
            let (ours, theirs) = (rereadKey.array(Int(head.clitic)..<Int(head.count)), term(0..<Int(use.own)))
            if let rule = beginnings.rule(ours, theirs, head.sets & use.begins) { rules.append(rule) }
        }
        guard match.tail >= 0 else { return rules + ["begins a longer word"] }
        let endings = matcher.affixes.endings
        let tail = endings.affixes.start[Int(match.tail)]
        let ours = rereadKey.array(token.count - Int(tail.count)..<token.count - Int(tail.clitic))
        let theirs = term(Int(use.own) + Int(use.count)..<Int(word.count))
        if let rule = endings.rule(ours, theirs, tail.sets & use.ends) { rules.append(rule) }
        if tail.label >= 0 { rules.append("\(endings.labels[Int(tail.label)]) -\(endings.texts[Int(tail.text)])") }
        return rules
    }
}

extension AffixTable {
    /// What is another one: `plural -s`, or `plural -s left out`.
    fileprivate func rule(_ text: [UInt8], _ term: [UInt8], _ common: UInt64) -> String? {
        guard text != term else { return nil }
        let set = common.trailingZeroBitCount
        let label = set < sets.count ? sets[set].label : "ending"
        func shown(_ affix: [UInt8]) -> String {
            let affix = String(decoding: affix, as: UTF8.self)
            return isBackward ? "-\(affix)" : "\(affix)-"
        }
        return text.isEmpty ? "\(label) \(shown(term)) left out" : "\(label) \(shown(text))"
    }
}
