internal import UnicodeText

/// All beginnings, or all endings, of a language as a trie over the bytes of their keys.
struct AffixTable: Sendable {
    struct Affix: Sendable, BitwiseCopyable {
        /// A bit for each set it is of; the highest one where it is no more than a clitic, or nothing at all.
        var sets: UInt64
        /// Bytes of its key, and how many of them are a clitic.
        let count: Int32
        let clitic: Int32
        /// Letters that the clitic wants beside it.
        let minimum: Int32
        /// Index of the clitic's label, -1 for none.
        let label: Int32
        /// Index of what it looks like.
        let text: Int32
    }

    /// The affixes that end at a node.
    struct Node: Sendable, BitwiseCopyable {
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// The bit that says that nothing is taken from a word.
    static let nothing: UInt64 = 1 << 63
    /// As many sets as have a bit.
    static let maximumSets = 63

    let sets: [AffixSet]
    /// The sets of which a term has no affix itself.
    let added: UInt64
    let labels: [String]
    let texts: [UTF8Text]
    let affixes: FixedBuffer<Affix>
    let nodes: FixedBuffer<Node>
    /// Of each byte its column, 0 for those in no affix.
    let columns: FixedBuffer<UInt8>
    /// Rows of columns: the next node, 0 for none.
    let steps: FixedBuffer<UInt16>
    let width: Int
    let isBackward: Bool
    /// Whether there are any but the empty one.
    let isEmpty: Bool

    /// - Parameters:
    ///   - clitics: words written together with a word, outside of an affix.
    ///   - fold: gives the key of an affix.
    ///   - isBackward: whether the tries are read from the ends of words.
    init(_ sets: [AffixSet], clitics: [AffixSet], isBackward: Bool, fold: (UTF8Text) -> [UInt8]) {
        self.sets = sets
        added = sets.prefix(Self.maximumSets).enumerated()
            .reduce(0) { $1.element.isAdded ? $0 | 1 << UInt64($1.offset) : $0 }
        self.isBackward = isBackward
        var draft = Draft(isBackward: isBackward)
        draft.add([], sets: Self.nothing, text: UTF8Text())
        var inner: [[UInt8]: UInt64] = [[]: Self.nothing]
        for (index, set) in sets.prefix(Self.maximumSets).enumerated() {
            for affix in set.affixes {
                let key = fold(affix)
                draft.add(key, sets: 1 << UInt64(index), text: affix)
                inner[key, default: 0] |= 1 << UInt64(index)
            }
        }
        for clitic in clitics {
            for affix in clitic.affixes where !affix.isEmpty {
                let key = fold(affix)
                for (part, sets) in inner {
                    draft.add(
                        isBackward ? part + key : key + part, sets: sets, text: affix, clitic: key.count, of: clitic)
                }
            }
        }
        labels = draft.labels
        texts = draft.texts
        var affixes: [Affix] = []
        nodes = FixedBuffer(
            draft.nodes.map { node in
                defer { affixes += node.affixes }
                return Node(first: Int32(affixes.count), count: Int32(node.affixes.count))
            })
        self.affixes = FixedBuffer(affixes)
        isEmpty = draft.nodes.count == 1
        let bytes = Set(draft.nodes.flatMap(\.next.keys)).sorted()
        width = bytes.count + 1
        var columns = [UInt8](repeating: 0, count: 256)
        for (index, byte) in bytes.enumerated() { columns[Int(byte)] = UInt8(truncatingIfNeeded: index + 1) }
        var steps = [UInt16](repeating: 0, count: draft.nodes.count * width)
        for (index, node) in draft.nodes.enumerated() {
            for (byte, next) in node.next { steps[index * width + Int(columns[Int(byte)])] = UInt16(next) }
        }
        self.columns = FixedBuffer(columns)
        self.steps = FixedBuffer(steps)
    }

    @inline(__always)
    func step(_ node: Int, _ byte: UInt8) -> Int {
        Int(steps.start[node * width + Int(columns.start[Int(byte)])])
    }

    /// The bits of some of the sets.
    static func bits(_ range: Range<Int>) -> UInt64 {
        range.prefix { $0 < maximumSets }.reduce(0) { $0 | 1 << UInt64($1) }
    }
}

extension AffixTable {
    fileprivate struct Draft {
        struct Node {
            var next: [UInt8: Int] = [:]
            var affixes: [Affix] = []
        }

        let isBackward: Bool
        var nodes = [Node()]
        var labels: [String] = []
        var texts: [UTF8Text] = []

        init(isBackward: Bool) { self.isBackward = isBackward }

        mutating func add(
            _ key: [UInt8], sets: UInt64, text: UTF8Text, clitic: Int = 0, of set: AffixSet? = nil
        ) {
            var node = 0
            for byte in isBackward ? key.reversed() : key {
                if let next = nodes[node].next[byte] {
                    node = next
                    continue
                }
                guard nodes.count < Int(UInt16.max) else { return }
                nodes[node].next[byte] = nodes.count
                node = nodes.count
                nodes.append(Node())
            }
            if let index = nodes[node].affixes.firstIndex(where: { Int($0.clitic) == clitic }) {
                nodes[node].affixes[index].sets |= sets
                return
            }
            if let set, labels.last != set.label { labels.append(set.label) }
            texts.append(text)
            nodes[node].affixes.append(
                Affix(
                    sets: sets, count: Int32(key.count), clitic: Int32(clitic), minimum: Int32(set?.minimum ?? 0),
                    label: set == nil ? -1 : Int32(labels.count - 1), text: Int32(texts.count - 1)))
        }
    }
}
