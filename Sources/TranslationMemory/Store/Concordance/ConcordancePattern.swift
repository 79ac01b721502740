internal import FuzzyMatching
internal import UnicodeText

/// A folded piece of text to find, anywhere or as a whole word.
struct ConcordancePattern {
    let key: UTF8Text
    let isWholeWord: Bool
    private let bytes: BytePattern

    private init(key: UTF8Text, isWholeWord: Bool) {
        self.key = key
        self.isWholeWord = isWholeWord
        bytes = BytePattern(key.bytes)
    }

    static func patterns(of text: UTF8Text, mode: ConcordanceQuery.Mode) -> [ConcordancePattern] {
        let key = FoldedKey.key(of: text)
        switch mode {
        case .substring:
            return key.isEmpty ? [] : [ConcordancePattern(key: key, isWholeWord: false)]
        case .allWords:
            var words: [ConcordancePattern] = []
            var start = 0
            func end(_ offset: Int) {
                if offset > start { words.append(ConcordancePattern(key: key[start..<offset], isWholeWord: true)) }
            }
            for placed in key.placedScalars where placed.scalar.isBlank {
                end(placed.range.lowerBound)
                start = placed.range.upperBound
            }
            end(key.count)
            return words
        }
    }

    /// Whether the key's bytes occur at all: necessary, not sufficient.
    func isContained(in text: UTF8Text) -> Bool { bytes.firstRange(in: text.bytes) != nil }

    func isFound(in text: FoldedText) -> Bool {
        var offset = 0
        return next(in: text, from: &offset) != nil
    }

    /// Ranges of the original text, ascending and not overlapping, each of whose own key is this pattern's.
    func ranges(in text: FoldedText) -> [ByteRange] {
        var result: [ByteRange] = []
        var offset = 0
        while let range = next(in: text, from: &offset) { result.append(range) }
        return result
    }

    private func next(in text: FoldedText, from offset: inout Int) -> ByteRange? {
        while let found = bytes.firstRange(in: text.key.bytes, from: offset) {
            if !isWholeWord || Self.isWord(found, in: text.key), let source = text.source(ofKey: found),
                FoldedKey.key(of: text.source[source]) == key
            {
                offset = found.upperBound
                return source
            }
            offset = found.lowerBound + 1
        }
        return nil
    }

    /// Whether no word runs on beyond an end of the range; scripts without spaces have no ends of words to see.
    private static func isWord(_ range: ByteRange, in text: UTF8Text) -> Bool {
        if range.lowerBound > 0,
            text.scalar(before: range.lowerBound).scalar.joins(text.scalar(at: range.lowerBound).scalar)
        {
            return false
        }
        return range.upperBound == text.count
            || !text.scalar(before: range.upperBound).scalar.joins(text.scalar(at: range.upperBound).scalar)
    }
}

extension Unicode.Scalar {
    /// Whether a word runs on from this character to the next.
    fileprivate func joins(_ next: Unicode.Scalar) -> Bool {
        isWordPart && next.isWordPart && !isUnspaced && !next.isUnspaced
    }

    private var isWordPart: Bool {
        switch kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: true
        default: false
        }
    }
}
