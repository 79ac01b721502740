/// A place where a pattern matches a text.
struct PatternMatch {
    /// Elements of the text.
    let elements: Range<Int>
    /// Where each piece stands.
    let pieces: [Range<Int>]
    /// Elements in gaps.
    let spread: Int
}

extension ConcordancePattern {
    /// The matches in a text, leftmost end first, none overlapping another, each the shortest with its end.
    /// O(length · pieces).
    func matches(in text: ConcordanceText) -> [PatternMatch] {
        var chains: [PatternChain] = []
        for index in pieces.indices {
            let starts = pieces[index].starts(in: text).filter { isAllowed($0, index, in: text) }
            let chain =
                index == 0
                ? PatternChain(starts: starts, count: pieces[0].count)
                : PatternChain(
                    starts: starts, piece: pieces[index], behind: chains[index - 1], link: links[index - 1], in: text)
            if chain.places.isEmpty { return [] }
            chains.append(chain)
        }
        guard let last = chains.last else { return [] }
        var matches: [PatternMatch] = []
        var free = 0
        for (index, place) in last.places.enumerated()
        where place.origin >= free && text.source(place.origin..<place.end) != nil {
            matches.append(match(endingAt: index, in: chains))
            free = place.end
        }
        return matches
    }

    /// Whether a piece may stand where words begin and end around it.
    private func isAllowed(_ start: Int, _ index: Int, in text: ConcordanceText) -> Bool {
        func isGap(_ link: Int) -> Bool {
            if links.indices.contains(link), case .gap = links[link] { true } else { false }
        }
        let beginsWord = index == 0 ? startsAtWord : isGap(index - 1)
        let endsWord = index == pieces.count - 1 ? endsAtWord : isGap(index)
        return (!beginsWord || text.isBoundary(start)) && (!endsWord || text.isBoundary(start + pieces[index].count))
    }

    private func match(endingAt index: Int, in chains: [PatternChain]) -> PatternMatch {
        var ranges: [Range<Int>] = []
        var spread = 0
        var index = index
        for number in chains.indices.reversed() {
            let place = chains[number].places[index]
            ranges.append(place.start..<place.end)
            guard number > 0 else { break }
            if case .gap = links[number - 1] { spread += place.start - chains[number - 1].places[place.previous].end }
            index = place.previous
        }
        ranges.reverse()
        let end = ranges.last?.upperBound ?? 0
        return PatternMatch(elements: (ranges.first?.lowerBound ?? end)..<end, pieces: ranges, spread: spread)
    }
}
