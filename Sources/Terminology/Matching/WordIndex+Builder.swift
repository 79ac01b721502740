internal import UnicodeText

extension WordIndex {
    /// A token of a term, folded.
    struct Key: Hashable {
        let bytes: [UInt8]
        let marks: [UInt8]
        let kind: WordKind
    }

    /// Collects the words of terms with all ways to take them apart.
    struct Builder {
        let affixes: TermAffixes
        let language: TermLanguage
        private let stemmer: Stemmer?
        private let endingKeys: [(key: [UInt8], sets: UInt64)]
        private let irregular: [[UInt8]: [[UInt8]]]
        private let agreeing: [[UInt8]: [[UInt8]]]
        private var known: [Key: Int32] = [:]
        private var words: [Word] = []
        private var bytes: [UInt8] = []
        private var marks: [UInt8] = []
        private(set) var uses: [Use] = []
        private var hashes: [UInt64] = []
        /// For each word its uses.
        private(set) var ranges: [Range<Int>] = []

        init(_ language: TermLanguage, _ affixes: TermAffixes) {
            self.language = language
            self.affixes = affixes
            // Sets of endings say more than stems do; stems are for languages that have none.
            stemmer = language.endings.isEmpty ? language.stemmer.flatMap { Stemmer(algorithm: $0) } : nil
            endingKeys = affixes.endings.keys()
            irregular = Self.others(language.irregular, affixes)
            agreeing = Self.others(language.agreeing, affixes)
        }

        var index: WordIndex { WordIndex(words: words, bytes: bytes, marks: marks, uses: uses, hashes: hashes) }

        /// For each word of the lines the others of its line.
        private static func others(_ lines: [[UTF8Text]], _ affixes: TermAffixes) -> [[UInt8]: [[UInt8]]] {
            var others: [[UInt8]: [[UInt8]]] = [:]
            for line in lines {
                let keys = line.map { affixes.fold($0) }
                for key in keys { others[key, default: []] += keys.filter { $0 != key } }
            }
            return others
        }

        mutating func word(_ key: Key) -> Int32 {
            if let word = known[key] { return word }
            let word = Int32(words.count)
            known[key] = word
            var kind = key.kind
            if affixes.isContrasted(key.bytes) { kind.insert(.contrasted) }
            words.append(Word(key: Int32(bytes.count), count: Int32(key.bytes.count), kind: kind.rawValue))
            let start = bytes.count
            bytes += key.bytes
            marks += key.marks
            let first = uses.count
            addBases(key, word, start)
            if !key.kind.contains(.exact), !key.kind.contains(.acronym), !key.kind.contains(.unspaced) {
                for form in irregular[key.bytes] ?? [] { add(form, word, .irregular) }
                if key.kind.contains(.later) { for form in agreeing[key.bytes] ?? [] { add(form, word, .irregular) } }
                if let stemmer, !key.kind.contains(.name) {
                    add(stemmer.stem(UTF8Text(unchecked: key.bytes)).bytes, word, .stem)
                }
            }
            ranges.append(first..<uses.count)
            return word
        }

        private mutating func addBases(_ key: Key, _ word: Int32, _ start: Int) {
            let kind = key.kind
            let heads = affixes.beginnings.own(key.bytes, affixes.begins(of: kind))
            let tails = affixes.endings.own(key.bytes, affixes.ends(of: kind))
            for head in heads {
                for tail in tails where head.count + tail.count < key.bytes.count {
                    let range = head.count..<key.bytes.count - tail.count
                    let letters = key.bytes[range].count { $0 & 0xC0 != 0x80 }
                    let begins = affixes.beginnings.allowed(head.sets, letters: letters)
                    let ends = affixes.endings.allowed(tail.sets, letters: letters)
                    guard begins != 0, ends != 0 else { continue }
                    hashes.append(TokenHash.of(key.bytes[range]))
                    uses.append(
                        Use(
                            begins: begins, ends: ends, word: word, key: Int32(start + range.lowerBound),
                            count: Int16(range.count), own: Int16(range.lowerBound), kind: .base))
                }
            }
        }

        private mutating func add(_ form: [UInt8], _ word: Int32, _ kind: Use.Kind) {
            guard !form.isEmpty, form.count < TokenKey.limit else { return }
            hashes.append(TokenHash.of(form))
            uses.append(
                Use(
                    begins: AffixTable.nothing, ends: AffixTable.nothing, word: word, key: Int32(bytes.count),
                    count: Int16(form.count), own: 0, kind: kind))
            bytes += form
            marks += [UInt8](repeating: 0, count: form.count)
        }

        /// Bits for what the words of a text begin with that may be a word: all where beginnings come and go.
        func beginnings(of word: Int32) -> UInt64 {
            guard affixes.beginnings.isEmpty else { return .max }
            return ranges[Int(word)].reduce(0) { bits, use in
                let bytes = Array(beginning(of: uses[use]).prefix(2))
                return bytes.count < 2 ? .max : bits | TermTree.bit(of: UInt64(bytes[0]) | UInt64(bytes[1]) << 8)
            }
        }

        /// Adds what is left of a text's word behind a beginning, where it may be this word: all of it, or of words of one
        /// stem and words that a term begins what they begin with.
        func addForms(
            of word: Int32, to forms: inout Set<WordFilter.Form>, open: inout Set<WordFilter.Form>
        ) {
            let isPrefix = WordKind(rawValue: words[Int(word)].kind).contains(.prefix)
            for use in ranges[Int(word)].map({ uses[$0] }) {
                let base = beginning(of: use)
                if isPrefix || use.kind == .stem {
                    open.insert(WordFilter.Form(base))
                } else if base.count >= 6 {
                    forms.insert(WordFilter.Form(base.prefix(6)))
                } else {
                    for ending in endingKeys where ending.sets & use.ends != 0 {
                        forms.insert(WordFilter.Form((base + ending.key).prefix(6)))
                    }
                }
            }
        }

        /// What of a use a text's word begins with.
        private func beginning(of use: Use) -> ArraySlice<UInt8> {
            let form = bytes[Int(use.key)..<Int(use.key) + Int(use.count)]
            guard use.kind == .stem else { return form }
            // A stem may end in another letter than its words.
            let word = words[Int(use.word)]
            let key = bytes[Int(word.key)..<Int(word.key + word.count)]
            return form.prefix(zip(form, key).prefix { $0.0 == $0.1 }.count)
        }
    }
}

extension AffixTable {
    /// The affixes a word has itself: how many bytes each takes, and of which sets it is.
    fileprivate func own(_ key: [UInt8], _ allowed: UInt64) -> [(count: Int, sets: UInt64)] {
        var result: [(count: Int, sets: UInt64)] = []
        visit(key) { affix in
            let sets = affix.count == 0 ? affix.sets & allowed : affix.sets & allowed & ~added
            if affix.clitic == 0, sets != 0 { result.append((Int(affix.count), sets)) }
        }
        return result
    }

    /// The sets that leave enough letters of a word.
    fileprivate func allowed(_ sets: UInt64, letters: Int) -> UInt64 {
        var allowed = sets & Self.nothing
        for (index, set) in self.sets.prefix(Self.maximumSets).enumerated()
        where sets & 1 << UInt64(index) != 0 && letters >= set.minimum {
            allowed |= 1 << UInt64(index)
        }
        return allowed
    }

    /// The keys of all affixes, with the sets they are of.
    fileprivate func keys() -> [(key: [UInt8], sets: UInt64)] {
        var keys: [(key: [UInt8], sets: UInt64)] = []
        var open: [(node: Int, key: [UInt8])] = [(0, [])]
        let bytes = (0..<256).map { UInt8($0) }.filter { columns.start[Int($0)] != 0 }
        while let (number, key) = open.popLast() {
            let node = nodes.start[number]
            let sets = (node.first..<node.first + node.count).reduce(UInt64(0)) { $0 | affixes.start[Int($1)].sets }
            if node.count > 0 { keys.append((isBackward ? key.reversed() : key, sets)) }
            for byte in bytes {
                let next = step(number, byte)
                if next != 0 { open.append((next, key + [byte])) }
            }
        }
        return keys
    }

    private func visit(_ key: [UInt8], _ found: (Affix) -> Void) {
        var node = 0
        var index = 0
        while true {
            let here = nodes.start[node]
            for affix in 0..<here.count { found(affixes.start[Int(here.first + affix)]) }
            guard index < key.count else { return }
            node = step(node, isBackward ? key[key.count - 1 - index] : key[index])
            guard node != 0 else { return }
            index += 1
        }
    }
}
