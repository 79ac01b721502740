internal import UnicodeText

extension TermMatcher {
    /// Collects terms.
    struct Builder {
        private(set) var words: WordIndex.Builder
        private(set) var hasPrefixTerms = false
        private var steps = TermTree.Builder()
        private var entries: [(node: Int32, entry: Entry)] = []
        private var spellings: [(spelling: TermSpelling, term: Term, place: Place)] = []
        /// What words that begin terms may look like, and what longer ones may begin with.
        private var forms: Set<WordFilter.Form> = []
        private var openForms: Set<WordFilter.Form> = []
        private var hasForms: Set<Int32> = []
        let affixes: TermAffixes
        let key = TokenKey()

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

        /// Where a term is: its glossary, its concept there, and its place among the concept's terms in the language.
        struct Place {
            let glossary: Int
            let concept: Int
            let number: Int
        }

        mutating func add(_ term: Term, at place: Place) {
            let text = (try? NormalizationForm.nfc.apply(to: term.text)) ?? term.text
            let kind = kind(of: term, text)
            let names = words.language.names
            let isName = kind.contains(.name)
            var spelling = TermSpelling(text: text, conditions: isName ? names.conditions(of: text) : [])
            if TermSpelling.hasPoints(text) { spelling.conditions.insert(.initials) }
            guard insert(spelling, term, kind, place), !kind.contains(.exact) else { return }
            for other in TermSpelling.others(of: text, isName: isName, isAcronym: kind.contains(.acronym), names) {
                spellings.append((other, term, place))
            }
        }

        /// Adds the other spellings of all terms, where no term of the concept is written so.
        mutating func addSpellings() {
            guard !spellings.isEmpty else { return }
            var taken = Set(
                entries.map { End(node: $0.node, glossary: $0.entry.glossary, concept: $0.entry.concept) })
            for (spelling, term, place) in spellings {
                _ = insert(spelling, term, kind(of: term, spelling.text), place) {
                    taken.insert(End(node: $0, glossary: place.glossary, concept: place.concept)).inserted
                }
            }
        }

        private struct End: Hashable {
            let node: Int32
            let glossary: Int
            let concept: Int
        }

        /// Adds a term as one spelling has it; false where that is no word, or where `isWanted` says so of its node.
        private mutating func insert(
            _ spelling: TermSpelling, _ term: Term, _ kind: WordKind, _ place: Place,
            where isWanted: (Int32) -> Bool = { _ in true }
        ) -> Bool {
            let text = spelling.text
            guard let tokens = tokens(of: text, kind), !tokens.isEmpty else { return false }
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
            guard isWanted(node) else { return false }
            // Where nothing joins to them initials are told by their points.
            if !affixes.beginnings.isEmpty || !spelling.conditions.contains(.initials) || tokens[0].letters != 1 {
                addForms(tokens, numbers[0])
            }
            let isCaseSensitive = kind.contains(.acronym) || term.flags.contains(.caseSensitive)
            let entry = Entry(
                term, glossary: place.glossary, concept: place.concept, number: place.number, words: numbers,
                isCaseSensitive: isCaseSensitive,
                capitals: isCaseSensitive || kind.contains(.name) ? capitals(text, tokens, isCaseSensitive) : [],
                conditions: spelling.conditions, text: text, ranges: tokens.map(\.range))
            entries.append((node, entry))
            return true
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
    }
}
