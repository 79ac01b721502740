internal import UnicodeText

/// Collects segments and lays them out as an index.
struct FuzzyIndexBuilder {
    private let tokenizer = Tokenizer()
    private var vocabulary = Vocabulary()
    private var ids: [Int64] = []
    private var texts: [UInt8] = []
    private var textStarts: [Int] = [0]
    private var symbols: [UInt32] = []
    private var symbolStarts: [Int] = [0]

    mutating func add(_ id: Int64, _ text: UTF8Text) {
        let sequence = TokenSequence(text, tokenizer: tokenizer)
        ids.append(id)
        texts.append(contentsOf: text.bytes)
        textStarts.append(texts.count)
        // Beyond the limit only an identical text is alike, and that is found by its bytes.
        if sequence.tokens.count <= FuzzyComparison.maximumTokens {
            let folded = isASCII(text.bytes) ? FoldedKey.key(of: text) : nil
            for token in sequence.tokens {
                let key =
                    if let folded, token.kind == .word || token.kind == .sign {
                        folded[token.range]
                    } else {
                        sequence.key(of: token)
                    }
                symbols.append(vocabulary.number(key))
            }
        }
        symbolStarts.append(symbols.count)
    }

    mutating func finish(_ index: inout FuzzyIndex) {
        layOut(&index)
        let elements = number(&index)
        rank(elements, &index)
        post(elements, &index)
    }

    /// Puts the records in order of length; equal lengths stay in the order they came.
    private func layOut(_ index: inout FuzzyIndex) {
        let lengths = ids.indices.map { symbolStarts[$0 + 1] - symbolStarts[$0] }
        let longest = lengths.max() ?? 0
        var first = [Int](repeating: 0, count: longest + 2)
        for length in lengths { first[length + 1] += 1 }
        for length in 0...longest { first[length + 1] += first[length] }
        var next = first
        var order = [Int](repeating: 0, count: ids.count)
        for (record, length) in lengths.enumerated() {
            order[next[length]] = record
            next[length] += 1
        }
        index.firstOfLength = first
        index.vocabulary = vocabulary
        index.ids.reserveCapacity(ids.count)
        index.texts.reserveCapacity(texts.count)
        index.symbols.reserveCapacity(symbols.count)
        for record in order {
            index.ids.append(ids[record])
            index.texts.append(contentsOf: texts[textStarts[record]..<textStarts[record + 1]])
            index.textStarts.append(index.texts.count)
            index.symbols.append(contentsOf: symbols[symbolStarts[record]..<symbolStarts[record + 1]])
            index.symbolStarts.append(index.symbols.count)
        }
    }

    /// The element of every token.
    private func number(_ index: inout FuzzyIndex) -> [UInt32] {
        var elements: [UInt32] = []
        elements.reserveCapacity(index.symbols.count)
        var occurrences = OccurrenceCounter(vocabulary.count)
        for record in index.ids.indices {
            let range = index.symbolStarts[record]..<index.symbolStarts[record + 1]
            for symbol in index.symbols[range] {
                let occurrence = occurrences.count(symbol)
                if occurrence == 0 {
                    elements.append(symbol)
                } else {
                    let next = UInt32(vocabulary.count + index.repeatedElements.count)
                    let key = FuzzyIndex.repeated(symbol, occurrence)
                    let element = index.repeatedElements[key] ?? next
                    if element == next { index.repeatedElements[key] = next }
                    elements.append(element)
                }
            }
            occurrences.reset(index.symbols[range])
        }
        return elements
    }

    private func rank(_ elements: [UInt32], _ index: inout FuzzyIndex) {
        var frequencies = [Int](repeating: 0, count: vocabulary.count + index.repeatedElements.count)
        for element in elements { frequencies[Int(element)] += 1 }
        let order = frequencies.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
        index.ranks = Array(repeating: 0, count: frequencies.count)
        for (rank, element) in order.enumerated() { index.ranks[element] = UInt32(rank) }
    }

    private func post(_ elements: [UInt32], _ index: inout FuzzyIndex) {
        // The prefixes of all records, one after another.
        var prefixes: [UInt32] = []
        var prefixStarts: [Int] = [0]
        for record in index.ids.indices {
            let range = index.symbolStarts[record]..<index.symbolStarts[record + 1]
            let sorted = elements[range].map { index.ranks[Int($0)] }.sorted()
            prefixes.append(contentsOf: sorted.prefix(FuzzyIndex.prefixCount(range.count)))
            prefixStarts.append(prefixes.count)
        }
        var starts = [Int](repeating: 0, count: index.ranks.count + 1)
        for rank in prefixes { starts[Int(rank) + 1] += 1 }
        for rank in index.ranks.indices { starts[rank + 1] += starts[rank] }
        index.postings = Array(repeating: 0, count: prefixes.count)
        index.places = Array(repeating: 0, count: prefixes.count)
        var next = starts
        for length in 0..<index.firstOfLength.count - 1 {
            let records = index.firstOfLength[length]..<index.firstOfLength[length + 1]
            guard !records.isEmpty else { continue }
            for place in 0..<FuzzyIndex.prefixCount(length) {
                for record in records {
                    let rank = Int(prefixes[prefixStarts[record] + place])
                    index.postings[next[rank]] = UInt32(record)
                    index.places[next[rank]] = UInt8(min(place, 255))
                    next[rank] += 1
                }
            }
        }
        index.postingStarts = starts
    }
}

/// How often each symbol has come in one record so far.
struct OccurrenceCounter {
    private var counts: [UInt32]

    init(_ symbols: Int) { counts = Array(repeating: 0, count: symbols) }

    /// How often the symbol came before.
    mutating func count(_ symbol: UInt32) -> UInt32 {
        defer { counts[Int(symbol)] += 1 }
        return counts[Int(symbol)]
    }

    mutating func reset(_ symbols: ArraySlice<UInt32>) {
        for symbol in symbols { counts[Int(symbol)] = 0 }
    }
}

extension FuzzyIndex {
    /// The key of a token's second and later occurrences in a record.
    static func repeated(_ symbol: UInt32, _ occurrence: UInt32) -> UInt64 { UInt64(occurrence) << 32 | UInt64(symbol) }
}
