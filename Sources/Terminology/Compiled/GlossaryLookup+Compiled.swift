public import UnicodeText

extension GlossaryLookup {
    /// The sections of a compiled look-up.
    private enum Section: Int {
        case places, bareBytes, bareEnds, bareHashes, stemmedBytes, stemmedEnds, stemmedHashes, signatures, lengths
    }

    /// The index as a file: its columns as they lie in memory. O(n).
    public func compiled(key: [UInt8]) -> CompiledFile {
        CompiledFile(
            key: key,
            sections: [
                index.places.bytes, index.bare.bytes.bytes, index.bare.ends.bytes, index.bare.hashes.bytes,
                index.stemmed.bytes.bytes, index.stemmed.ends.bytes, index.stemmed.hashes.bytes,
                index.signatures.bytes, index.lengths.bytes,
            ])
    }

    /// A look-up whose columns are read where they lie in a file. O(terms), for the check of all that leads somewhere.
    ///
    /// - Parameter glossaries: those the look-up was made of, with the same concepts in the same order.
    /// - Returns: `nil` for a file that `compiled` did not write, or not of these.
    public init?(_ file: CompiledFile, glossaries: [any ConceptList], language: LanguageTag) {
        func column<Element: BitwiseCopyable & Sendable>(_ section: Section) -> FixedBuffer<Element>? {
            file.column(section.rawValue)
        }
        func keys(_ bytes: Section, _ ends: Section, _ hashes: Section) -> KeyColumn? {
            guard let bytes: FixedBuffer<UInt8> = column(bytes), let ends: FixedBuffer<UInt64> = column(ends),
                let hashes: FixedBuffer<KeyColumn.Hash> = column(hashes)
            else { return nil }
            return KeyColumn(bytes: bytes, ends: ends, hashes: hashes)
        }
        guard let places: FixedBuffer<LookupIndex.Place> = column(.places),
            let bare = keys(.bareBytes, .bareEnds, .bareHashes),
            let stemmed = keys(.stemmedBytes, .stemmedEnds, .stemmedHashes),
            let signatures: FixedBuffer<UInt64> = column(.signatures),
            let lengths: FixedBuffer<UInt32> = column(.lengths),
            let index = LookupIndex(
                places: places, bare: bare, stemmed: stemmed, signatures: signatures, lengths: lengths,
                glossaries: glossaries)
        else { return nil }
        self.init(glossaries, language, index)
    }
}
