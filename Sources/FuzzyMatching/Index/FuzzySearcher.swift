internal import UnicodeText

/// Searches one index; keeps what is as long as the index between searches.
///
/// Unchecked: it belongs to one search at a time, which the pool sees to.
final class FuzzySearcher: @unchecked Sendable {
    private let tokenizer = Tokenizer()
    private let stemmer: Stemmer?
    /// By piece the class of its token in the pattern of this search, 0 for others, `skipped` for what is no token.
    private let classes: UnsafeMutableBufferPointer<UInt16>
    /// The classes of a record's tokens.
    private let sequence: UnsafeMutableBufferPointer<UInt16>
    private var hits: HitCounts
    // Kept for their memory.
    private var candidates: [Candidate] = []
    private var symbols: [UInt32] = []
    private var marked: [UInt32] = []
    private var elements = QueryElements()
    private var distance = TokenDistance()

    /// Words that no segment has, and the symbols of their stems: a text has the same ones again and again.
    private var stems = Vocabulary()
    private var stemSymbols: [UInt32] = []
    private static let mostStems = 4_096
    /// Bytes of a word.
    private static let longestKept = 64

    private struct Candidate {
        var record: UInt32
        /// Number of tokens.
        var length: UInt32
        /// Units of `FuzzyIndex.records`.
        var start: UInt32 = 0
        var end: UInt32 = 0
    }

    private static let skipped: UInt16 = 0xFFFE
    private static let numberClass: UInt16 = 1
    private static let addressClass: UInt16 = 2

    init(_ index: FuzzyIndex) {
        stemmer = Stemmer(algorithm: index.language.language)
        classes = .allocate(capacity: index.header.pieces)
        classes.initialize(repeating: 0)
        sequence = .allocate(capacity: index.longest + 1)
        sequence.initialize(repeating: 0)
        hits = HitCounts(records: index.count)
        mark(index, Symbol.nothing, Self.skipped)
        mark(index, Symbol.number, Self.numberClass)
        mark(index, Symbol.address, Self.addressClass)
        for sign in Symbol.firstSign..<index.header.firstWord { mark(index, sign, Self.skipped) }
    }

    deinit {
        classes.deallocate()
        sequence.deallocate()
    }

    /// Gives the pieces of a symbol a class.
    private func mark(_ index: FuzzyIndex, _ symbol: Int, _ value: UInt16) {
        let start = Int(index.symbolPieceStarts[symbol])
        let end = Int(index.symbolPieceStarts[symbol + 1])
        guard start < end, end <= index.symbolPieces.count else { return }
        for place in start..<end { if let piece = piece(index, place) { classes[piece] = value } }
    }

    private func piece(_ index: FuzzyIndex, _ place: Int) -> Int? {
        let piece = Int(index.symbolPieces[place])
        return piece < classes.count ? piece : nil
    }

    func matches(
        in index: FuzzyIndex, for text: UTF8Text, minimum: Int, limit: Int
    ) throws(FuzzyIndexError) -> [FuzzyMatch] {
        let query = TokenSequence(text, tokenizer: tokenizer)
        var collector = FuzzyMatchCollector(limit: limit)
        if query.tokens.count > FuzzyComparison.maximumTokens || query.tokens.isEmpty {
            for record in try identical(to: text, in: index) {
                collector.add(FuzzyMatch(id: index.id(record), score: 100, text: text))
            }
            return collector.matches
        }
        let lengths = lengths(near: query.tokens.count, minimum, index)
        guard index.hasRecords(of: lengths) else { return [] }
        let records = try verified(query, minimum, lengths, index)
        // Most texts are like no segment, and need not be made ready for comparing.
        guard !records.isEmpty else { return [] }
        var found = BestFirst(records)
        let compared = ComparedText(query, stemmer: stemmer)
        while let candidate = found.next() {
            // What is not the same text scores 99 at most, and of equal scores those with lower ids came before.
            if !collector.mayTake(min(candidate.base, 99), id: candidate.id) {
                // No later one can score more than its base either.
                guard candidate.base == 100 else { break }
                // Of the others with this base only the text itself counts.
                for other in [candidate] + found.takeAll(of: 100) where try index.isText(other.record, text) {
                    collector.add(FuzzyMatch(id: other.id, score: 100, text: text))
                }
                continue
            }
            let match = try index.text(candidate.record)
            let comparison = FuzzyComparison(
                query: compared,
                match: ComparedText(TokenSequence(match, tokenizer: tokenizer), stemmer: stemmer))
            guard comparison.score >= minimum else { continue }
            collector.add(FuzzyMatch(id: candidate.id, text: match, comparison))
        }
        return collector.matches
    }

    /// Records whose bytes are the text's: for texts too long, or with nothing to compare.
    private func identical(to text: UTF8Text, in index: FuzzyIndex) throws(FuzzyIndexError) -> [Int] {
        // Records without tokens, texts beyond the limit among them.
        var records: [Int] = []
        for record in 0..<Int(index.lengthStarts[1]) where try index.isText(record, text) { records.append(record) }
        return records
    }

    /// The records within the distance a score allows, with the score their distance gives.
    private func verified(
        _ query: TokenSequence, _ minimum: Int, _ lengths: Range<Int>, _ index: FuzzyIndex
    ) throws(FuzzyIndexError) -> [BestFirst.Record] {
        setSymbols(query, index)
        let isOfSigns = query.isOfSigns
        // Taken out for as long as they are worked on: a class checks each access to its variables.
        var distance = TokenDistance()
        swap(&distance, &self.distance)
        var candidates: [Candidate] = []
        swap(&candidates, &self.candidates)
        defer {
            swap(&distance, &self.distance)
            swap(&candidates, &self.candidates)
        }
        try collect(&candidates, minimum, lengths, index)
        try locate(&candidates, ofSigns: isOfSigns, index)
        guard !candidates.isEmpty else { return [] }
        classify(ofSigns: isOfSigns, index)
        defer { declassify(ofSigns: isOfSigns, index) }
        setPattern(of: &distance, index)
        var found: [BestFirst.Record] = []
        for candidate in candidates {
            let record = Int(candidate.record)
            let longer = max(symbols.count, Int(candidate.length))
            let limit = longer - FuzzyIndex.needed(minimum, longer: longer)
            guard let sequence = try sequence(of: candidate, limit: limit, index) else { continue }
            let edits = distance.distance(to: sequence, limit: limit)
            if edits <= limit {
                let base = FuzzyComparison.base(distance: edits, longer: longer)
                found.append(BestFirst.Record(record: record, base: base, id: index.id(record)))
            }
        }
        return found
    }

    /// The classes of a record's tokens, valid until the next ones are asked for; `nil` where more than `limit` tokens are
    /// none of the query's, so that the distance is greater. O(pieces of the record).
    @inline(__always)
    private func sequence(
        of candidate: Candidate, limit: Int, _ index: FuzzyIndex
    ) throws(FuzzyIndexError) -> UnsafeBufferPointer<UInt16>? {
        var position = index.records.base + Int(candidate.start)
        let stop = index.records.base + Int(candidate.end)
        let length = Int(candidate.length)
        var count = 0
        var strangers = 0
        while position < stop {
            let piece = PieceCode.next(&position)
            guard piece < classes.count else { throw FuzzyIndexError(.damaged) }
            let value = classes[piece]
            if value == Self.skipped { continue }
            strangers += value == 0 ? 1 : 0
            guard strangers <= limit, count < length else { return nil }
            sequence[count] = value
            count += 1
        }
        return count == length ? UnsafeBufferPointer(rebasing: sequence[..<count]) : nil
    }

    /// Finds where candidates lie, and drops those of the other kind: of a text of signs the signs are compared, of others
    /// the words.
    ///
    /// In loops of their own, in which the memory is asked for many places at once; a comparison would wait for each.
    private func locate(
        _ candidates: inout [Candidate], ofSigns: Bool, _ index: FuzzyIndex
    ) throws(FuzzyIndexError) {
        var isSound = true
        for place in candidates.indices {
            let record = Int(candidates[place].record)
            candidates[place].start = index.recordStarts[record]
            candidates[place].end = index.recordStarts[record + 1]
        }
        var kept = 0
        for place in candidates.indices {
            let candidate = candidates[place]
            guard candidate.start < candidate.end, Int(candidate.end) <= index.records.count else {
                isSound = false
                break
            }
            // The marker of a text of signs has number 0.
            let isOfSigns = index.records[Int(candidate.start)] == 0
            candidates[kept] = candidate
            kept += isOfSigns == ofSigns ? 1 : 0
        }
        guard isSound else { throw FuzzyIndexError(.damaged) }
        candidates.removeSubrange(kept...)
    }

    private func setSymbols(_ query: TokenSequence, _ index: FuzzyIndex) {
        symbols.removeAll(keepingCapacity: true)
        let isASCII = isASCII(query.text.bytes)
        let folded = isASCII ? FoldedKey.key(of: query.text) : UTF8Text()
        for token in query.tokens {
            let key = isASCII ? UTF8Text() : FoldedKey.key(of: query.text[token.range])
            let symbol =
                switch token.kind {
                case .number: UInt32(Symbol.number)
                case .address: UInt32(Symbol.address)
                case .word, .sign:
                    isASCII
                        ? folded.bytes.withUnsafeBytes {
                            index.symbol(of: UnsafeRawBufferPointer(rebasing: $0[token.range]))
                        } : key.bytes.withUnsafeBytes { index.symbol(of: $0) }
                }
            guard symbol == Symbol.unknown, token.kind == .word, let stemmer else {
                symbols.append(symbol)
                continue
            }
            // No segment has the word in this form; one may have it in another.
            symbols.append(
                isASCII
                    ? stemSymbol(of: folded, token.range, stemmer, index)
                    : stemSymbol(of: key, 0..<key.count, stemmer, index))
        }
    }

    /// The symbol of a word's stem, found once for each of the words asked for last.
    private func stemSymbol(of text: UTF8Text, _ word: ByteRange, _ stemmer: Stemmer, _ index: FuzzyIndex) -> UInt32 {
        func symbol() -> UInt32 {
            FuzzyIndex.stemKey(of: text[word], stemmer).withUnsafeBytes { index.symbol(of: $0) }
        }
        guard word.count <= Self.longestKept else { return symbol() }
        if stems.count >= Self.mostStems {
            stems.removeAll()
            stemSymbols.removeAll(keepingCapacity: true)
        }
        let number = Int(text.bytes.withUnsafeBytes { stems.number($0, word, 0) })
        if number == stemSymbols.count { stemSymbols.append(symbol()) }
        return stemSymbols[number]
    }

    /// Gives the pieces of the query's symbols their classes.
    private func classify(ofSigns: Bool, _ index: FuzzyIndex) {
        if ofSigns { for sign in Symbol.firstSign..<index.header.firstWord { mark(index, sign, 0) } }
        marked.removeAll(keepingCapacity: true)
        var next = Self.addressClass + 1
        for symbol in symbols where symbol != Symbol.unknown && symbol >= Symbol.firstSign {
            guard classOfFirst(symbol, index) == 0 else { continue }
            mark(index, Int(symbol), next)
            marked.append(symbol)
            next += 1
        }
    }

    private func declassify(ofSigns: Bool, _ index: FuzzyIndex) {
        for symbol in marked { mark(index, Int(symbol), 0) }
        if ofSigns { for sign in Symbol.firstSign..<index.header.firstWord { mark(index, sign, Self.skipped) } }
    }

    /// The class of a symbol's first piece; all pieces of a symbol have the same.
    private func classOfFirst(_ symbol: UInt32, _ index: FuzzyIndex) -> UInt16 {
        let start = Int(index.symbolPieceStarts[Int(symbol)])
        guard start < index.symbolPieces.count, let first = piece(index, start) else { return 0 }
        return classes[first]
    }

    private func setPattern(of distance: inout TokenDistance, _ index: FuzzyIndex) {
        distance.reset(count: symbols.count, classes: Int(Self.addressClass) + 1 + marked.count)
        for (place, symbol) in symbols.enumerated() {
            switch symbol {
            case Symbol.unknown: break
            case UInt32(Symbol.number): distance.set(place, Self.numberClass)
            case UInt32(Symbol.address): distance.set(place, Self.addressClass)
            default: distance.set(place, classOfFirst(symbol, index))
            }
        }
    }

    /// The numbers of tokens that records within the distance a score allows may have.
    private func lengths(near count: Int, _ minimum: Int, _ index: FuzzyIndex) -> Range<Int> {
        let shortest = FuzzyIndex.needed(minimum, longer: count)
        return shortest..<max(shortest, min(index.longest, count * 100 / minimum) + 1)
    }

    /// Finds the records of some lengths that the filters let pass, each once.
    private func collect(
        _ candidates: inout [Candidate], _ minimum: Int, _ lengths: Range<Int>, _ index: FuzzyIndex
    ) throws(FuzzyIndexError) {
        candidates.removeAll(keepingCapacity: true)
        if minimum < FuzzyIndex.lowestFiltered {
            for length in lengths {
                let start = index.lengthStarts[length]
                let end = index.lengthStarts[length + 1]
                guard start <= end, Int(end) <= index.count else { throw FuzzyIndexError(.damaged) }
                for record in start..<end { candidates.append(Candidate(record: record, length: UInt32(length))) }
            }
            return
        }
        elements.set(symbols, in: index)
        let (unknown, ranks) = (elements.unknown, elements.ranks)
        let scan = PostingScan(
            index: index, query: symbols.count, minimum: minimum, shortest: lengths.lowerBound,
            longest: lengths.upperBound - 1,
            wanted: elements.wanted(of: symbols.count, minimum, lengths, index))
        var hits = HitCounts()
        swap(&hits, &self.hits)
        defer {
            hits.reset()
            swap(&hits, &self.hits)
        }
        for place in 0..<min(ranks.count, max(0, scan.prefix - unknown)) {
            try scan.run(ranks[place], place: place + unknown) { record, length, wanted in
                if hits.count(record, upTo: wanted) {
                    candidates.append(Candidate(record: record, length: UInt32(length)))
                }
            }
        }
    }
}
