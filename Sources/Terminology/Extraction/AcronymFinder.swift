internal import UnicodeText

/// Finds acronyms with what they stand for: "African Union (AU)" and "AU (African Union)".
///
/// By the letters from the last to the first (Schwartz and Hearst 2003), the first one at the beginning of a word.
enum AcronymFinder {
    struct Pair {
        /// A token.
        let acronym: Int
        /// Tokens.
        let expansion: Range<Int>
    }

    /// O(tokens · letters of an acronym).
    static func pairs(in text: ExtractionText) -> [Pair] {
        guard text.text.bytes.contains(UInt8(ascii: "(")) else { return [] }
        return text.tokens.indices.compactMap { index in
            guard let letters = letters(index, text) else { return nil }
            let token = text.tokens[index].range
            if byte(before: token.lowerBound, text) == UInt8(ascii: "("),
                byte(at: token.upperBound, text) == UInt8(ascii: ")")
            {
                return before(index, letters, text)
            }
            return behind(index, letters, text)
        }
    }

    /// The letters of an acronym, folded: two to ten, two capitals among them.
    private static func letters(_ index: Int, _ text: ExtractionText) -> [Unicode.Scalar]? {
        guard text.tokens[index].shape == .capitals || text.tokens[index].shape == .capital else { return nil }
        let word = text.text[text.tokens[index].range]
        var capitals = 0
        var letters: [Unicode.Scalar] = []
        for placed in word.placedScalars {
            switch placed.scalar.kind {
            case .upper:
                capitals += 1
                letters.append(placed.scalar.simpleFold)
            case .lower, .otherLetter: letters.append(placed.scalar)
            default: break
            }
        }
        // The s of a plural stands for nothing.
        if text.tokens[index].shape == .capitals, letters.last == "s", word.bytes.last == UInt8(ascii: "s") {
            letters.removeLast()
        }
        return capitals >= 2 && (2...10).contains(letters.count) ? letters : nil
    }

    private static func before(_ index: Int, _ letters: [Unicode.Scalar], _ text: ExtractionText) -> Pair? {
        // Words of what it stands for, at most (section 3.1).
        let most = min(letters.count + 5, letters.count * 2)
        var first = index
        while first > 0, index - first < most, first == index || text.tokens[first].isJoined { first -= 1 }
        guard first < index else { return nil }
        // Between the last word and the bracket only blanks.
        let gap = text.tokens[index - 1].range.upperBound..<text.tokens[index].range.lowerBound
        guard text.text.bytes[gap].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "(") }) else { return nil }
        guard let start = start(of: letters, first..<index, text) else { return nil }
        return accepted(index, start..<index, text)
    }

    private static func behind(_ index: Int, _ letters: [Unicode.Scalar], _ text: ExtractionText) -> Pair? {
        guard index + 1 < text.tokens.count else { return nil }
        let gap = text.tokens[index].range.upperBound..<text.tokens[index + 1].range.lowerBound
        guard text.text.bytes[gap].elementsEqual(Array(" (".utf8)) else { return nil }
        var end = index + 2
        while end < text.tokens.count, text.tokens[end].isJoined { end += 1 }
        guard byte(at: text.tokens[end - 1].range.upperBound, text) == UInt8(ascii: ")"),
            start(of: letters, index + 1..<end, text) == index + 1
        else { return nil }
        return accepted(index, index + 1..<end, text)
    }

    /// A single word explains nothing, and what a glossary knows needs no proposal.
    private static func accepted(_ acronym: Int, _ expansion: Range<Int>, _ text: ExtractionText) -> Pair? {
        guard expansion.count > 1, !expansion.contains(acronym), !text.isKnown(expansion) else { return nil }
        return Pair(acronym: acronym, expansion: expansion)
    }

    /// The token that the first letter begins, with all letters found in order behind it.
    private static func start(of letters: [Unicode.Scalar], _ range: Range<Int>, _ text: ExtractionText) -> Int? {
        var rest = letters[...]
        for index in range.reversed() {
            let word = text.text[text.tokens[index].range].placedScalars.map(\.scalar.simpleFold)
            for (place, scalar) in word.enumerated().reversed() where scalar == rest.last {
                if rest.count == 1 {
                    guard place == 0 else { continue }
                    return index
                }
                rest.removeLast()
            }
        }
        return nil
    }

    private static func byte(before offset: Int, _ text: ExtractionText) -> UInt8? {
        offset > 0 ? text.text.bytes[offset - 1] : nil
    }

    private static func byte(at offset: Int, _ text: ExtractionText) -> UInt8? {
        offset < text.text.count ? text.text.bytes[offset] : nil
    }
}
