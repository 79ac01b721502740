internal import FuzzyMatching
internal import UnicodeText

/// A concordance query made ready to be asked of many units. Knows no database.
struct ConcordanceMatcher {
    private struct Term {
        let language: LanguageTag?
        let patterns: [ConcordancePattern]

        init?(_ term: ConcordanceQuery.Term, mode: ConcordanceQuery.Mode) {
            language = term.language
            patterns = ConcordancePattern.patterns(of: term.text, mode: mode)
            if patterns.isEmpty { return nil }
        }

        func concerns(_ other: LanguageTag) -> Bool { language?.covers(other) ?? true }
    }

    private let include: [Term]
    private let exclude: [Term]

    /// `nil` for a query that finds nothing: without anything to include.
    init?(_ query: ConcordanceQuery) {
        include = query.include.compactMap { Term($0, mode: query.mode) }
        exclude = query.exclude.compactMap { Term($0, mode: query.mode) }
        if include.isEmpty || include.count < query.include.count { return nil }
    }

    /// Whether the unit with these texts is found. O(length of the texts · terms).
    func matches(_ variants: [(language: LanguageTag, text: UTF8Text)]) -> Bool {
        var keys: [UTF8Text?] = Array(repeating: nil, count: variants.count)
        func isFound(_ term: Term) -> Bool {
            variants.indices.contains { index in
                guard term.concerns(variants[index].language) else { return false }
                let text = variants[index].text
                let key = keys[index] ?? FoldedKey.key(of: text)
                keys[index] = key
                // The cheap test first; the places are looked up only where all the words are there.
                guard term.patterns.allSatisfy({ $0.isContained(in: key) }) else { return false }
                let folded = FoldedText(text)
                return term.patterns.allSatisfy { $0.isFound(in: folded) }
            }
        }
        return include.allSatisfy(isFound) && !exclude.contains(where: isFound)
    }

    /// Where the terms to include stand.
    func places(in variants: [(language: LanguageTag, text: UTF8Text)]) -> [ConcordanceHit.Place] {
        variants.indices.compactMap { index in
            var ranges: [ByteRange] = []
            let folded = FoldedText(variants[index].text)
            for term in include where term.concerns(variants[index].language) {
                let found = term.patterns.map { $0.ranges(in: folded) }
                if found.contains(where: \.isEmpty) { continue }
                ranges += found.joined()
            }
            return ranges.isEmpty ? nil : ConcordanceHit.Place(variant: index, ranges: Self.union(ranges))
        }
    }

    private static func union(_ ranges: [ByteRange]) -> [ByteRange] {
        var result: [ByteRange] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound < last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
