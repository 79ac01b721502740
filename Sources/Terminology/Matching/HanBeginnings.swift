internal import UnicodeText

/// Which Han characters begin terms, and how: of those of a text few do, and each of them may.
final class HanBeginnings {
    /// How a character begins terms.
    enum Kind: UInt8 {
        /// Not at all.
        case none
        /// With another one right behind it.
        case pair
        /// So, or as one that stands for a name in compounds alone.
        case compound
        /// In some other way, or nobody knows.
        case any
    }

    /// For the characters of U+4000 to U+9FFF: all whose first byte in UTF-8 is E4 to E9.
    typealias Table = UnsafePointer<UInt8>

    private static let first = 0x4000
    private static let count = 0x6000

    private var kinds: UnsafeMutablePointer<UInt8>?

    deinit { kinds?.deallocate() }

    /// The kinds of the characters, made when they are first asked for. O(words and steps of the matcher) once.
    func table(of matcher: TermMatcher) -> Table {
        if let kinds { return Table(kinds) }
        let made = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.count)
        let entries = matcher.affixes.table.entries.start
        for index in 0..<Self.count {
            let entry = entries[Self.first + index]
            // A character that stands for another one is rare.
            let isItself = entry & (FoldTable.isExpansion | 0x3FF_FFFF) == 3 << 24 | Self.key(Self.first + index)
            let kind: Kind = isItself && FoldTable.characterClass(entry) == .unspaced ? .none : .any
            (made + index).initialize(to: kind.rawValue)
        }
        Self.addWords(of: matcher, to: made)
        kinds = made
        return Table(made)
    }

    /// A character's UTF-8, as the fold table has it.
    private static func key(_ value: Int) -> UInt32 {
        let value = UInt32(truncatingIfNeeded: value)
        return 0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    }

    private static func addWords(of matcher: TermMatcher, to kinds: UnsafeMutablePointer<UInt8>) {
        let (tree, words) = (matcher.tree, matcher.index.words)
        func isUnspaced(_ word: Int32) -> Bool {
            // Of a compiled file nobody has looked where its edges lead.
            guard word >= 0, word < words.count else { return false }
            return WordKind(rawValue: words.start[Int(word)].kind).contains(.unspaced)
        }
        var isOpen = [Bool](repeating: false, count: tree.nodes.count)
        for edge in tree.edges.elements where isOpen.indices.contains(Int(edge.node)) {
            if edge.gap != TokenGap.none || !isUnspaced(edge.word) { isOpen[Int(edge.node)] = true }
        }
        for number in 0..<min(tree.roots.count, words.count) where tree.roots.start[number] >= 0 {
            let word = words.start[number]
            guard isUnspaced(Int32(number)), word.count >= 3 else { continue }
            let key = matcher.index.bytes.start + Int(word.key)
            let value = Int(key[0] & 0x0F) << 12 | Int(key[1] & 0x3F) << 6 | Int(key[2] & 0x3F)
            guard key[0] & 0xF0 == 0xE0, value >= first, value < first + count else { continue }
            let root = Int(tree.roots.start[number])
            let ends =
                Int(tree.nodes.start[root].first)..<Int(tree.nodes.start[root].first + tree.nodes.start[root].count)
            var kind = ends.isEmpty ? Kind.pair : .compound
            if word.count > 3 || isOpen[root]
                || ends.contains(where: { !matcher.entries[$0].conditions.contains(.compound) })
            {
                kind = .any
            }
            kinds[value - first] = max(kinds[value - first], kind.rawValue)
        }
    }

    /// How a character begins terms at an offset where `TokenReader.isHan` says that one of the table stands.
    @inline(__always)
    static func kind(at offset: Int, _ reader: TokenReader, _ table: Table) -> Kind {
        Kind(rawValue: table[reader.hanValue(offset) &- first]) ?? .any
    }

    /// Where characters that begin no term end, from the one at an offset on, and the marks behind them.
    @inline(__always)
    static func endOfNone(at start: Int, _ reader: TokenReader, _ table: Table) -> Int {
        var offset = start &+ 3
        while reader.isHan(offset) {
            guard table[reader.hanValue(offset) &- first] == Kind.none.rawValue else { return offset }
            offset &+= 3
        }
        return reader.endOfMarks(offset)
    }
}

extension TokenReader {
    /// Whether a character of U+4000 to U+9FFF stands at an offset: none of them belongs to the one before it.
    @inline(__always)
    func isHan(_ offset: Int) -> Bool { offset &+ 3 <= count && byte(at: offset) &- 0xE4 < 6 }

    /// The value of such a character.
    @inline(__always)
    fileprivate func hanValue(_ offset: Int) -> Int {
        Int(byte(at: offset) & 0x0F) &<< 12 | Int(byte(at: offset &+ 1) & 0x3F) &<< 6
            | Int(byte(at: offset &+ 2) & 0x3F)
    }
}
