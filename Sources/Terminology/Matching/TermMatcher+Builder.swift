internal import UnicodeText

extension TermMatcher {
    /// Collects terms.
    struct Builder {
        private(set) var words: WordIndex.Builder
        private(set) var hasPrefixTerms = false
        private var steps = TermTree.Builder()
        private var entries: [(node: Int32, entry: Entry)] = []
        /// What words that begin terms may look like, and what longer ones may begin with.
        private var forms: Set<WordFilter.Form> = []
        private var openForms: Set<WordFilter.Form> = []
        private var hasForms: Set<Int32> = []
        private let affixes: TermAffixes
        private let key = TokenKey()

        init(_ language: TermLanguage, _ affixes: TermAffixes) {
            self.affixes = affixes
            words = WordIndex.Builder(language, affixes)
        }

        var filter: WordFilter { WordFilter(forms: forms, beginnings: openForms) }

        var tree: (TermTree, [Entry]) {
            var counts = [Int32](repeating: 0, count: Int(steps.count))
            for entry in entries { counts[Int(entry.node)] += 1 }
            // By node, and those of a node as they came.
            var places = [Int32](repeating: 0, count: counts.count)
            for node in places.indices.dropFirst() { places[node] = places[node - 1] + counts[node - 1] }
            var sorted = [Int](repeating: 0, count: entries.count)
            for (index, entry) in entries.enumerated() {
                sorted[Int(places[Int(entry.node)])] = index
                places[Int(entry.node)] += 1
            }
            let tree = steps.tree(words: words.ranges.count, entries: counts) { [words] in words.beginnings(of: $0) }
            return (tree, sorted.map { entries[$0].entry })
        }

        mutating func add(_ term: Term, glossary: Int, concept: Int, number: Int) {
            let text = (try? NormalizationForm.nfc.apply(to: term.text)) ?? term.text
            let isAcronym = term.type == .acronym || Self.isAllCapitals(text)
            var kind: WordKind = []
            if term.partOfSpeech == "properNoun" { kind.insert(.name) }
            if isAcronym { kind.insert(.acronym) }
            if term.flags.contains(.exact) { kind.insert(.exact) }
            guard let tokens = tokens(of: text, kind), !tokens.isEmpty else { return }
            var numbers: [Int32] = []
            var node: Int32 = 0
            for (index, token) in tokens.enumerated() {
                var key = token.key
                if index == tokens.count - 1, term.flags.contains(.prefix), !token.key.kind.contains(.unspaced) {
                    key = WordIndex.Key(bytes: key.bytes, marks: key.marks, kind: key.kind.union(.prefix))
                    hasPrefixTerms = true
                }
                let word = words.word(key)
                numbers.append(word)
                node = steps.next(node, index == 0 ? TokenGap.none : token.gap, word)
            }
            addForms(tokens, numbers[0])
            let hasCapitals = isAcronym || kind.contains(.name) || term.flags.contains(.caseSensitive)
            let entry = Entry(
                term, glossary: glossary, concept: concept, number: number, words: numbers,
                isCaseSensitive: isAcronym || term.flags.contains(.caseSensitive),
                capitals: hasCapitals ? tokens.map { text.hasCapital($0.range) } : [],
                isFirstName: kind.contains(.name) && words.language.firstNames.contains(text), text: text,
                ranges: tokens.map(\.range))
            entries.append((node, entry))
        }

        private struct Token {
            let range: ByteRange
            let key: WordIndex.Key
            let gap: UInt64
        }

        /// The tokens of a term; `nil` where one is no word, or where an empty line stands between two.
        private func tokens(of text: UTF8Text, _ kind: WordKind) -> [Token]? {
            text.bytes.withUnsafeBytes { bytes in
                let reader = TokenReader(bytes, affixes.table)
                var tokens: [Token] = []
                var gap = reader.gap(from: 0)
                while gap.end < bytes.count {
                    let token = reader.token(at: gap.end, into: key)
                    if token.isTooLong { return nil }
                    if token.count > 0 {
                        var kind = kind
                        if token.isUnspaced { kind.insert(.unspaced) }
                        if !tokens.isEmpty { kind.insert(.later) }
                        let marks =
                            affixes.table.hasMarks
                            ? Array(UnsafeBufferPointer(start: key.marks, count: token.count))
                            : [UInt8](repeating: 0, count: token.count)
                        let code = TokenReader.code(
                            gap, tokens.last?.key.kind.contains(.unspaced) ?? false, token.isUnspaced)
                        if code == TokenGap.paragraph, !tokens.isEmpty { return nil }
                        tokens.append(
                            Token(
                                range: token.start..<token.end,
                                key: WordIndex.Key(bytes: key.array(0..<token.count), marks: marks, kind: kind),
                                gap: code))
                    }
                    gap = reader.gap(from: token.next)
                }
                return tokens
            }
        }

        /// What the words of a text look like where a term begins with this one.
        private mutating func addForms(_ tokens: [Token], _ word: Int32) {
            if tokens[0].key.kind.contains(.unspaced) {
                var bytes = tokens[0].key.bytes
                for token in tokens.dropFirst() {
                    guard token.key.kind.contains(.unspaced), token.gap == TokenGap.none, bytes.count < 8 else { break }
                    bytes += token.key.bytes
                }
                openForms.insert(WordFilter.Form(bytes))
            } else if hasForms.insert(word).inserted {
                words.addForms(of: word, to: &forms, open: &openForms)
            }
        }

        /// "AI", "5G", "WHO": two letters or more and all of them capitals.
        private static func isAllCapitals(_ text: UTF8Text) -> Bool {
            var capitals = 0
            for placed in text.placedScalars {
                switch placed.scalar.kind {
                case .upper: capitals += 1
                case .lower, .otherLetter: return false
                default: continue
                }
            }
            return capitals >= 2
        }
    }
}

extension UTF8Text {
    func hasCapital(_ range: ByteRange) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = scalar(at: offset)
            if scalar.kind == .upper { return true }
            offset += length
        }
        return false
    }
}
