internal import UnicodeText

/// Phrases by their bytes, for finding all that stand in a text in one pass. Look-ups cost O(length of the match) a
/// place; the children of a node stand side by side.
struct PhraseTrie: Sendable {
    struct Phrase {
        let text: UTF8Text
        let value: PhraseClass
        /// Whether it takes longer words too.
        let isPrefix: Bool
    }

    private struct Node {
        var firstChild: Int32 = 0
        var childCount: Int32 = 0
        /// Classes of the phrase that ends here, whole words only.
        var whole: PhraseClass = []
        /// Classes of the phrase that ends here and takes longer words too.
        var prefix: PhraseClass = []
    }

    private var nodes = [Node()]
    /// The byte that leads to each node.
    private var bytes: [UInt8] = [0]
    /// The node behind each first byte, 0 for none: the root has too many children to look through.
    private var roots = [Int32](repeating: 0, count: 256)
    private let openings: PhraseOpenings
    /// Of the phrases that tell something within a longer line.
    private let innerOpenings: PhraseOpenings

    /// O(n log n) in the bytes of all phrases.
    init(_ phrases: [Phrase]) {
        let sorted = phrases.filter { !$0.text.isEmpty }.sorted { $0.text < $1.text }
        openings = PhraseOpenings(sorted)
        innerOpenings = PhraseOpenings(sorted.filter { !$0.value.isDisjoint(with: PhraseClass.inner) })
        // Level by level: phrases that begin alike stand together.
        var level: [(node: Int, phrases: Range<Int>)] = [(0, sorted.indices)]
        var depth = 0
        while !level.isEmpty {
            var next: [(node: Int, phrases: Range<Int>)] = []
            for (node, range) in level {
                nodes[node].firstChild = Int32(nodes.count)
                var start = range.lowerBound
                while start < range.upperBound {
                    let phrase = sorted[start]
                    if phrase.text.count == depth {
                        end(phrase, at: node)
                        start += 1
                        continue
                    }
                    let byte = phrase.text.bytes[depth]
                    var end = start + 1
                    while end < range.upperBound, sorted[end].text.bytes[depth] == byte { end += 1 }
                    next.append((nodes.count, start..<end))
                    nodes.append(Node())
                    bytes.append(byte)
                    start = end
                }
                nodes[node].childCount = Int32(nodes.count) - nodes[node].firstChild
            }
            level = next
            depth += 1
        }
        for index in 1..<1 + Int(nodes[0].childCount) { roots[Int(bytes[index])] = Int32(index) }
    }

    private mutating func end(_ phrase: Phrase, at node: Int) {
        if phrase.isPrefix {
            nodes[node].prefix.insert(phrase.value)
        } else {
            nodes[node].whole.insert(phrase.value)
        }
    }

    /// Whether a phrase may begin at an offset; most words of a text are told at once.
    ///
    /// - Parameter inner: whether only phrases count that tell something within a longer line.
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int, inner: Bool = false) -> Bool {
        inner ? innerOpenings.mayBegin(bytes, at: offset) : openings.mayBegin(bytes, at: offset)
    }

    /// The longest phrase that begins at an offset and ends where a word does.
    ///
    /// An apostrophe of a phrase stands for any of its shapes in the text.
    func longestMatch(in folded: BorrowedText, at start: Int) -> (end: Int, classes: PhraseClass)? {
        let text = folded.bytes
        var node = Int(roots[Int(text[start])])
        guard node > 0 else { return nil }
        var best: (Int, PhraseClass)?
        var offset = start + 1
        while true {
            if !nodes[node].prefix.isEmpty { best = (offset, nodes[node].prefix) }
            if !nodes[node].whole.isEmpty, !folded.isInsideSpacedWord(offset) {
                best = (offset, nodes[node].whole.union(nodes[node].prefix))
            }
            guard offset < text.count else { break }
            if let next = child(of: node, text[offset]) {
                node = next
                offset += 1
            } else if let length = folded.apostropheLength(at: offset), let next = child(of: node, 0x27) {
                node = next
                offset += length
            } else {
                break
            }
        }
        return best
    }

    private func child(of node: Int, _ byte: UInt8) -> Int? {
        let first = Int(nodes[node].firstChild)
        for index in first..<first + Int(nodes[node].childCount) where bytes[index] == byte { return index }
        return nil
    }
}
