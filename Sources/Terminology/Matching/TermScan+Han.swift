internal import UnicodeText

extension TermScan {
    /// Where to look on behind a Han character that begins no term there, and behind others after it that never do; `nil`
    /// where it may begin one.
    @inline(__always)
    func endOfNoTerm(at offset: Int, _ reader: TokenReader, _ table: HanBeginnings.Table) -> Int? {
        switch HanBeginnings.kind(at: offset, reader, table) {
        case .none: return HanBeginnings.endOfNone(at: offset, reader, table)
        case .pair where beginsNoPair(offset, reader): break
        case .compound where beginsNoPair(offset, reader) && !isInCompound(offset..<offset + 3, reader): break
        case .any where !matcher.filter.mayBegin(reader.beginning(at: offset), count: 8): break
        default: return nil
        }
        return reader.isHan(offset &+ 3) ? offset &+ 3 : reader.endOfMarks(offset &+ 3)
    }

    /// Whether a character and the one right behind it are known to begin no term, by the filter.
    @inline(__always)
    private func beginsNoPair(_ offset: Int, _ reader: TokenReader) -> Bool {
        guard let pair = reader.pair(at: offset) else {
            return !matcher.filter.mayBegin(reader.beginning(at: offset), count: 8)
        }
        return !matcher.filter.mayBegin(pair)
    }
}

extension TokenReader {
    /// The keys of the Han character at an offset and of the one right behind it; `nil` where that is no Han, or where a key
    /// is no character of three bytes.
    @inline(__always)
    fileprivate func pair(at offset: Int) -> UInt64? {
        guard isHan(offset &+ 3) else { return nil }
        let (one, other) = (character(at: offset).entry, character(at: offset &+ 3).entry)
        let plain: UInt32 = 3 << 24
        guard one & (FoldTable.isExpansion | plain) == plain, other & (FoldTable.isExpansion | plain) == plain,
            FoldTable.characterClass(other) == .unspaced
        else { return nil }
        return UInt64(one & 0xFFFFFF) | UInt64(other & 0xFFFFFF) &<< 24
    }
}
