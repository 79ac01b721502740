internal import UnicodeText

/// One way through a text, and the memory it takes.
struct TermScan {
    /// A term at a place, as numbers.
    struct Hit {
        /// Bytes of the text, without clitics.
        var range: ByteRange
        /// Bytes from the beginning of the first word to the end of the last one, and where to look on.
        var words: ByteRange
        var next: Int
        /// Index of the entry.
        var entry: Int
        var rank: WordMatch.Rank
    }

    /// How far into terms the words read so far lead.
    struct State: BitwiseCopyable {
        var node: Int32
        var rank: WordMatch.Rank
        /// Bytes of the first and of the last word's key that are clitics.
        var clitic: Int32
        var enclitic: Int32

        func isBetter(than other: State) -> Bool {
            (rank.rawValue, clitic + enclitic) < (other.rank.rawValue, other.clitic + other.enclitic)
        }
    }

    let matcher: TermMatcher
    let analyzer: WordAnalyzer
    let key = TokenKey()
    let spare = TokenKey()
    let rereadKey = TokenKey()
    let breaks = DictionaryBreaks()
    private(set) var hits: [Hit] = []
    private let matches = ScratchList<WordMatch>()
    private var states = ScratchList<State>()
    private var nextStates = ScratchList<State>()

    init(_ matcher: TermMatcher, compounds: Bool) {
        self.matcher = matcher
        analyzer = WordAnalyzer(matcher, compounds: compounds)
    }

    /// Finds the terms of a composed text, by position.
    ///
    /// Most words begin no term; for those of ASCII that is told from eight bytes, without reading them one by one.
    mutating func findHits(in text: UnsafeRawBufferPointer, overlapping: Bool) {
        hits.removeAll(keepingCapacity: true)
        let reader = TokenReader(text, matcher.affixes.table)
        // What was known is of another text, which may have stood at the same address.
        breaks.reset()
        let filter = matcher.filter
        let isFiltered = matcher.affixes.beginnings.isEmpty && !analyzer.findsCompounds
        let analyzer = analyzer
        let key = key
        var offset = 0
        while offset < text.count {
            if ASCIIWord.contains(text[offset]) {
                let end = ASCIIWord.end(in: text, from: offset)
                if end == text.count || reader.endsWord(end) {
                    let count = end - offset
                    let isInitial = end - offset == 1 && reader.isInitial(offset, end)
                    if isFiltered, !isInitial,
                        !filter.mayBegin(Self.folded(ASCIIWord.load(text, at: offset)), count: count)
                    {
                        offset = end
                        continue
                    }
                    guard count <= TokenKey.limit else {
                        offset = end
                        continue
                    }
                    Self.fold(text, offset..<end, into: key)
                    guard isInitial || analyzer.mayBegin(key, count: count) else {
                        offset = end
                        continue
                    }
                    if reader.hasMarks { key.marks.update(repeating: 0, count: count) }
                    let token = TokenReader.Token(start: offset, end: end, next: end, count: count)
                    offset = match(token, reader, overlapping)
                    continue
                }
            }
            let character = reader.character(at: offset)
            switch character.kind {
            case .letter, .mark:
                let token = reader.token(at: offset, into: key)
                guard token.count > 0, !token.isTooLong,
                    reader.isInitial(token.start, token.next) || analyzer.mayBegin(key, count: token.count)
                else {
                    offset = token.next
                    continue
                }
                offset = match(token, reader, overlapping)
            case .unspaced:
                guard filter.mayBegin(reader.beginning(at: offset), count: 8) else {
                    offset = reader.endOfMarks(offset + character.length)
                    continue
                }
                let token = reader.token(at: offset, into: key)
                guard token.count > 0, !token.isTooLong else {
                    offset = token.next
                    continue
                }
                offset = match(token, reader, overlapping)
            default:
                offset += character.length
            }
        }
    }

    /// Eight ASCII letters or digits in lower case; other bytes are what they are.
    @inline(__always)
    private static func folded(_ word: UInt64) -> UInt64 { word | ASCIIWord.within(word, 0x41, 0x5A) >> 2 }

    @inline(__always)
    private static func fold(_ text: UnsafeRawBufferPointer, _ range: Range<Int>, into key: TokenKey) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            UnsafeMutableRawPointer(key.bytes + offset - range.lowerBound).storeBytes(
                of: folded(ASCIIWord.load(text, at: offset)).littleEndian, as: UInt64.self)
            offset += 8
        }
    }

    /// Reports the terms that begin with a token whose key is read; gives where to look on.
    private mutating func match(_ token: TokenReader.Token, _ reader: TokenReader, _ overlapping: Bool) -> Int {
        analyzer.analyze(key, token, isFirst: true, into: matches)
        states.removeAll()
        for index in 0..<matches.count {
            let match = matches[index]
            let node = matcher.tree.roots.start[Int(match.word)]
            if node >= 0 { add(node, match, after: nil, to: states) }
        }
        var best: Hit?
        var last = token
        while !states.isEmpty {
            // The best readings first, so that a text says as little as it can to be a term.
            states.sort { $0.isBetter(than: $1) }
            for index in 0..<states.count {
                let state = states[index]
                guard matcher.tree.nodes.start[Int(state.node)].count > 0 else { continue }
                if overlapping {
                    hits += allHits(of: state, token, last, reader)
                } else if let hit = firstHit(of: state, token, last, reader) {
                    best = hit
                    break
                }
            }
            guard advance(&last, reader) else { break }
        }
        guard let best else { return token.next }
        hits.append(best)
        return best.next
    }

    /// Reads one more word; false where no term goes on.
    private mutating func advance(_ last: inout TokenReader.Token, _ reader: TokenReader) -> Bool {
        states.keep { $0.enclitic == 0 && matcher.tree.nodes.start[Int($0.node)].hasNext }
        guard !states.isEmpty else { return false }
        guard let (token, gap) = reader.next(after: last, into: key) else { return false }
        let bit = token.count > 1 ? TermTree.bit(of: key.word(at: 0)) : .max
        states.keep { matcher.tree.nodes.start[Int($0.node)].beginnings & bit != 0 }
        guard !states.isEmpty else { return false }
        analyzer.analyze(key, token, isFirst: false, into: matches)
        nextStates.removeAll()
        for first in 0..<states.count {
            for second in 0..<matches.count {
                let node = matcher.tree.next(states[first].node, gap, matches[second].word)
                if node >= 0 { add(node, matches[second], after: states[first], to: nextStates) }
            }
        }
        swap(&states, &nextStates)
        last = token
        return !states.isEmpty
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
