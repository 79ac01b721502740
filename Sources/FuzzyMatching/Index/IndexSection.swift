/// The parts of an index, in the order the header tells where they lie. `docs/memory.md` describes them.
enum IndexSection: Int, CaseIterable {
    /// Bytes of the pieces texts consist of, one after another, and where each ends.
    case pieceBytes, pieceEnds
    /// The pieces of each symbol, and where they begin.
    case symbolPieces, symbolPieceStarts
    /// Bytes of the keys tokens are looked up by, where each ends, its symbol, and a hash table of their numbers.
    case keyBytes, keyEnds, keySymbols, keySlots
    /// Each record as numbers of its pieces (`PieceCode`), and where it begins.
    case records, recordStarts
    case ids
    /// First record of each length and of the one after the greatest.
    case lengthStarts
    /// Place of each symbol's first occurrence in the order from rare to frequent.
    case ranks
    /// Second and later occurrences in a record (`RepeatedElement`), sorted, and their places in that order.
    case repeatedKeys, repeatedRanks
    /// For each place in that order the records that have the element in their prefix, and its place in the prefix.
    case postingStarts, postings, places
}
