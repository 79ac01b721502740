internal import UnicodeText

/// Phrases by their bytes, for finding all that stand in a text in one pass. Look-ups cost O(length of the match) a
/// place.
struct PhraseTrie: Sendable {
    private struct Node {
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        var byte: UInt8 = 0
        /// Classes of the phrase that ends here, whole words only.
        var whole: PhraseClass = []
        /// Classes of the phrase that ends here and takes longer words too.
        var prefix: PhraseClass = []
    }

    private var nodes = [Node()]
    private var roots = [Int32](repeating: -1, count: 256)
    private var openings = PhraseOpenings()

    mutating func insert(_ phrase: UTF8Text, _ value: PhraseClass, isPrefix: Bool) {
        guard let first = phrase.bytes.first else { return }
        openings.insert(phrase)
        var node = roots[Int(first)]
        if node < 0 {
            node = add(first)
            roots[Int(first)] = node
        }
        for byte in phrase.bytes.dropFirst() {
            if let next = child(of: node, byte) {
                node = next
            } else {
                let next = add(byte)
                nodes[Int(next)].nextSibling = nodes[Int(node)].firstChild
                nodes[Int(node)].firstChild = next
                node = next
            }
        }
        if isPrefix { nodes[Int(node)].prefix.insert(value) } else { nodes[Int(node)].whole.insert(value) }
    }

    /// The longest phrase that begins at an offset and ends where a word does.
    ///
    /// An apostrophe of a phrase stands for any of its shapes in the text.
    func longestMatch(in folded: UTF8Text, at start: Int) -> (end: Int, classes: PhraseClass)? {
        let bytes = folded.bytes
        var node = roots[Int(bytes[start])]
        var offset = start + 1
        if node < 0 { return nil }
        var best: (Int, PhraseClass)?
        while true {
            let here = nodes[Int(node)]
            if !here.prefix.isEmpty { best = (offset, here.prefix) }
            if !here.whole.isEmpty, !folded.isInsideSpacedWord(offset) {
                best = (offset, here.whole.union(here.prefix))
            }
            guard offset < bytes.count else { break }
            if let next = child(of: node, bytes[offset]) {
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

    /// Whether a phrase may begin at an offset; most words of a text are told at once.
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool { openings.mayBegin(bytes, at: offset) }

    private mutating func add(_ byte: UInt8) -> Int32 {
        nodes.append(Node(byte: byte))
        return Int32(nodes.count - 1)
    }

    private func child(of node: Int32, _ byte: UInt8) -> Int32? {
        var next = nodes[Int(node)].firstChild
        while next >= 0 {
            if nodes[Int(next)].byte == byte { return next }
            next = nodes[Int(next)].nextSibling
        }
        return nil
    }
}

extension UTF8Text {
    /// Whether an offset stands between two characters of one word in a script that parts its words by spaces.
    func isInsideSpacedWord(_ offset: Int) -> Bool {
        guard offset > 0, offset < count else { return false }
        // Most text is ASCII, and two compares tell.
        let before = bytes[offset - 1]
        let after = bytes[offset]
        if before < 0x80, !Self.isASCIIWord(before) { return false }
        if after < 0x80, !Self.isASCIIWord(after) { return false }
        if before | after < 0x80 { return true }
        return isInsideWord(offset) && !scalar(before: offset).scalar.isUnspaced
            && !scalar(at: offset).scalar.isUnspaced
    }

    /// Length in bytes of a typographic apostrophe at an offset: U+2019, U+2018, U+02BC, U+02BB.
    fileprivate func apostropheLength(at offset: Int) -> Int? {
        if bytes[offset] == 0xE2, offset + 2 < count, bytes[offset + 1] == 0x80, bytes[offset + 2] & 0xFE == 0x98 {
            return 3
        }
        if bytes[offset] == 0xCA, offset + 1 < count, bytes[offset + 1] == 0xBC || bytes[offset + 1] == 0xBB {
            return 2
        }
        return nil
    }

    @inline(__always)
    static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
