internal import UnicodeText

/// Ways through texts, and the memory they take.
///
/// An object without variables, so that no step of a way copies it or asks who else uses it.
final class TermScan {
    /// A term at a place, as numbers.
    struct Hit: BitwiseCopyable {
        private let start: Int
        private let end: Int
        private let wordsStart: Int
        private let wordsEnd: Int
        /// Where to look on.
        let next: Int
        /// Index of the entry.
        let entry: Int
        let rank: WordMatch.Rank

        init(range: ByteRange, words: ByteRange, next: Int, entry: Int, rank: WordMatch.Rank) {
            (start, end) = (range.lowerBound, range.upperBound)
            (wordsStart, wordsEnd) = (words.lowerBound, words.upperBound)
            self.next = next
            self.entry = entry
            self.rank = rank
        }

        /// Bytes of the text, without clitics.
        var range: ByteRange { start..<end }
        /// Bytes from the beginning of the first word to the end of the last one.
        var words: ByteRange { wordsStart..<wordsEnd }
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
    /// What was found in the last text.
    let hits = ScratchList<Hit>()
    let states = ScratchList<State>()
    let nextStates = ScratchList<State>()
    let matches = ScratchList<WordMatch>()
    let reread = ScratchList<WordMatch>()
    /// Whether the first bytes of a word tell all that the filter knows.
    let isFiltered: Bool
    let memory = ScannedWords()
    let beginnings = ScratchList<ScannedWords.Beginning>()
    let hanBeginnings = HanBeginnings()

    init(_ matcher: TermMatcher, compounds: Bool) {
        self.matcher = matcher
        analyzer = WordAnalyzer(matcher, compounds: compounds)
        isFiltered = matcher.affixes.beginnings.isEmpty && !analyzer.findsCompounds
    }

    /// Finds the terms of a composed text, by position.
    func findHits(in text: UnsafeRawBufferPointer, overlapping: Bool) {
        hits.removeAll()
        let reader = TokenReader(text, matcher.affixes.table)
        // What was known is of another text, which may have stood at the same address.
        breaks.reset()
        let words = memory.known(for: text.count)
        var han: HanBeginnings.Table?
        let filter = matcher.filter
        let isFiltered = isFiltered
        var offset = 0
        while offset < reader.count {
            let character = reader.character(at: offset)
            switch character.kind {
            case .letter, .mark:
                guard let words, let run = reader.run(at: offset) else {
                    offset = next(behind: word(at: offset, reader), reader, words, overlapping)
                    continue
                }
                if isFiltered, run.isASCII, !filter.mayBegin(Self.folded(run.bytes.0), count: run.count) {
                    offset &+= run.count
                    continue
                }
                guard let word = words.first.word(run) else {
                    let token = word(at: offset, reader)
                    if token.count > 0 { begin(token) } else { states.removeAll() }
                    learn(run, token, words)
                    offset = states.isEmpty ? token.next : match(token, reader, words, overlapping)
                    continue
                }
                guard word.count > 0,
                    reader.mayGoOn(at: offset &+ word.next, words.first.element(0, of: word).beginnings)
                else {
                    offset &+= word.next
                    continue
                }
                states.removeAll()
                for index in 0..<Int(word.count) { states.append(words.first.element(index, of: word).state) }
                offset = match(word.token(at: offset), reader, words, overlapping)
            case .unspaced:
                if words != nil, reader.isHan(offset) {
                    let table = han ?? hanBeginnings.table(of: matcher)
                    han = table
                    if let end = endOfNoTerm(at: offset, reader, table) {
                        offset = end
                        continue
                    }
                } else if !filter.mayBegin(reader.beginning(at: offset), count: 8) {
                    offset = reader.endOfMarks(offset + character.length)
                    continue
                }
                let token = reader.token(at: offset, into: key)
                offset = token.isTooLong ? token.next : next(behind: token, reader, words, overlapping)
            default:
                offset += character.length
            }
        }
    }

    /// Reports the terms that begin with a token whose key is read, if it has one; gives where to look on.
    private func next(
        behind token: TokenReader.Token, _ reader: TokenReader, _ words: ScannedWords.Known?, _ overlapping: Bool
    ) -> Int {
        guard token.count > 0 else { return token.next }
        begin(token)
        return match(token, reader, words, overlapping)
    }
}
