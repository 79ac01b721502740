public import UnicodeText

extension TermMatcher {
    /// The sections of a compiled matcher.
    private enum Section: Int {
        case words, bytes, marks, uses, hashes, slots, bits
        case roots, nodes, edges, edgeSlots
        case filter, records, recordWords, recordTexts, numbers
    }

    /// The matcher as a file: its tables as they lie in memory, its terms as places in the glossaries. O(n).
    public func compiled(key: [UInt8]) -> CompiledFile {
        let (records, recordWords, recordTexts) = CompiledEntries.columns(of: entries)
        let numbers = [index.bitShift, filter.shift, UInt64(filter.open), hasPrefixTerms ? 1 : 0]
        return CompiledFile(
            key: key,
            sections: [
                index.words.bytes, index.bytes.bytes, index.marks.bytes, index.uses.bytes, index.hashes.bytes,
                index.slots.bytes, index.bits.bytes, tree.roots.bytes, tree.nodes.bytes, tree.edges.bytes,
                tree.slots.bytes, filter.bits.bytes, FixedBuffer(records).bytes, FixedBuffer(recordWords).bytes,
                recordTexts, FixedBuffer(numbers).bytes,
            ])
    }

    /// A matcher whose tables are read where they lie in a file. O(terms), for the check of all that leads somewhere.
    ///
    /// - Parameter glossaries: those the matcher was made of, with the same concepts in the same order.
    /// - Returns: `nil` for a file that `compiled` did not write, or not of these.
    public init?(_ file: CompiledFile, glossaries: [any ConceptList], language: LanguageTag) {
        func column<Element: BitwiseCopyable & Sendable>(_ section: Section) -> FixedBuffer<Element>? {
            file.column(section.rawValue)
        }
        guard let numbers: FixedBuffer<UInt64> = column(.numbers), numbers.count == 4,
            let words: FixedBuffer<WordIndex.Word> = column(.words), let bytes: FixedBuffer<UInt8> = column(.bytes),
            let marks: FixedBuffer<UInt8> = column(.marks), let uses: FixedBuffer<WordIndex.Use> = column(.uses),
            let hashes: FixedBuffer<UInt64> = column(.hashes), let slots: FixedBuffer<Int32> = column(.slots),
            let bits: FixedBuffer<UInt64> = column(.bits), let roots: FixedBuffer<Int32> = column(.roots),
            let nodes: FixedBuffer<TermTree.Node> = column(.nodes),
            let edges: FixedBuffer<TermTree.Edge> = column(.edges),
            let edgeSlots: FixedBuffer<Int32> = column(.edgeSlots),
            let filterBits: FixedBuffer<UInt64> = column(.filter),
            let records: FixedBuffer<CompiledEntries.Record> = column(.records),
            let recordWords: FixedBuffer<CompiledEntries.Word> = column(.recordWords),
            let recordTexts: FixedBuffer<UInt8> = column(.recordTexts),
            let entries = CompiledEntries(
                records: records, words: recordWords, texts: recordTexts, glossaries: glossaries,
                language: language)
        else { return nil }
        let index = WordIndex(
            words: words, bytes: bytes, marks: marks, uses: uses, hashes: hashes, slots: slots, bits: bits,
            bitShift: numbers.start[0])
        let tree = TermTree(roots: roots, nodes: nodes, edges: edges, slots: edgeSlots, mask: edgeSlots.count - 1)
        let filter = WordFilter(
            bits: filterBits, shift: numbers.start[1], open: UInt8(truncatingIfNeeded: numbers.start[2]))
        guard index.isSound, tree.isSound(words: words.count, entries: entries.count), filter.isSound else {
            return nil
        }
        self.init(
            glossaries: glossaries, language: language,
            parts: Parts(
                index: index, tree: tree, filter: filter, entries: TermEntries(entries),
                hasPrefixTerms: numbers.start[3] != 0))
    }
}
