internal import UnicodeText

extension TermScan {
    /// Makes the states behind a first word, whose key is read.
    func begin(_ token: TokenReader.Token) {
        analyzer.analyze(key, token, isFirst: true, into: matches)
        states.removeAll()
        let roots = matcher.tree.roots.start
        for index in 0..<matches.count {
            let match = matches[index]
            let node = roots[Int(match.word)]
            if node >= 0 { add(node, match, after: nil, to: states) }
        }
    }

    /// Keeps what the states say of a run's first word.
    func learn(_ run: WordRun, _ token: TokenReader.Token, _ words: ScannedWords.Known) {
        let nodes = matcher.tree.nodes.start
        var goesOn: UInt64 = 0
        for index in 0..<states.count {
            let node = nodes + Int(states[index].node)
            // Where a term ends the next word does not matter.
            if node.pointee.count > 0 { goesOn = .max }
            if states[index].enclitic == 0, node.pointee.hasNext { goesOn |= node.pointee.beginnings }
        }
        if goesOn == 0 { states.removeAll() }
        beginnings.removeAll()
        for index in 0..<states.count { beginnings.append(.init(state: states[index], beginnings: goesOn)) }
        words.first.learn(run, token, beginnings)
    }

    /// Reports the terms that begin with a token behind which the states are; gives where to look on.
    func match(
        _ token: TokenReader.Token, _ reader: TokenReader, _ words: ScannedWords.Known?, _ overlapping: Bool
    ) -> Int {
        let nodes = matcher.tree.nodes.start
        var best: Hit?
        var last = token
        while !states.isEmpty {
            // The best readings first, so that a text says as little as it can to be a term.
            states.sort { $0.isBetter(than: $1) }
            for index in 0..<states.count {
                let state = states[index]
                guard nodes[Int(state.node)].count > 0 else { continue }
                if overlapping {
                    addHits(of: state, token, last, reader)
                } else if let hit = firstHit(of: state, token, last, reader) {
                    best = hit
                    break
                }
            }
            guard advance(&last, reader, words) else { break }
        }
        guard let best else { return token.next }
        hits.append(best)
        return best.next
    }

    /// Reads one more word; false where no term goes on.
    private func advance(
        _ last: inout TokenReader.Token, _ reader: TokenReader, _ words: ScannedWords.Known?
    ) -> Bool {
        let nodes = matcher.tree.nodes.start
        var beginnings: UInt64 = 0
        states.keep { state in
            let node = nodes + Int(state.node)
            guard state.enclitic == 0, node.pointee.hasNext else { return false }
            beginnings |= node.pointee.beginnings
            return true
        }
        guard !states.isEmpty, reader.mayGoOn(at: last.next, beginnings) else { return false }
        guard let (token, gap) = read(behind: last, reader, words), matches.count > 0 else { return false }
        nextStates.removeAll()
        for first in 0..<states.count {
            for second in 0..<matches.count {
                let node = matcher.tree.next(states[first].node, gap, matches[second].word)
                if node >= 0 { add(node, matches[second], after: states[first], to: nextStates) }
            }
        }
        states.removeAll()
        for index in 0..<nextStates.count { states.append(nextStates[index]) }
        last = token
        return !states.isEmpty
    }

    /// Reads the word behind another one, and what words of terms it may be into the matches; `nil` where no state goes on.
    private func read(
        behind last: TokenReader.Token, _ reader: TokenReader, _ words: ScannedWords.Known?
    ) -> (token: TokenReader.Token, gap: UInt64)? {
        guard let words, let run = reader.run(behind: last) else {
            guard let next = reader.next(after: last, into: key), analyze(next.token) else { return nil }
            return next
        }
        if let word = words.later.word(run) {
            words.later.copy(word, to: matches)
            return (word.token(at: last.next + 1), TokenGap.blank)
        }
        guard let next = reader.next(after: last, into: key), analyze(next.token) else { return nil }
        if next.token.start == last.next + 1 { words.later.learn(run, next.token, matches) }
        return next
    }

    /// Makes the matches of a word behind the first, whose key is read; false where no state goes on with its beginning.
    private func analyze(_ token: TokenReader.Token) -> Bool {
        let nodes = matcher.tree.nodes.start
        let bit = token.count > 1 ? TermTree.bit(of: key.word(at: 0)) : .max
        states.keep { nodes[Int($0.node)].beginnings & bit != 0 }
        guard !states.isEmpty else { return false }
        analyzer.analyze(key, token, isFirst: false, into: matches)
        return true
    }

    private func add(_ node: Int32, _ match: WordMatch, after state: State?, to states: ScratchList<State>) {
        let new = State(
            node: node, rank: max(state?.rank ?? .same, match.rank), clitic: state?.clitic ?? match.clitic,
            enclitic: match.enclitic)
        for index in 0..<states.count where states[index].node == node {
            // A reading without an enclitic can go on: both are kept.
            guard (states[index].enclitic > 0) == (new.enclitic > 0) else { continue }
            if new.isBetter(than: states[index]) { states[index] = new }
            return
        }
        states.append(new)
    }
}
