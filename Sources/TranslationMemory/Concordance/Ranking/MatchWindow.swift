/// The narrowest window of a text in which every pattern has a match.
enum MatchWindow {
    /// Characters in that window that belong to no match, gaps of a match included. O(matches · patterns).
    static func spread(of matches: [[PatternMatch]]) -> Int {
        if matches.count == 1 { return matches[0].lazy.map(\.spread).min() ?? 0 }
        // Each step leaves the match that begins first: no narrower window has it.
        var places = [Int](repeating: 0, count: matches.count)
        var best = ConcordanceQuality.apart
        while true {
            var first = 0
            var end = 0
            var covered = 0
            for (index, place) in places.enumerated() {
                let match = matches[index][place]
                if match.elements.lowerBound < matches[first][places[first]].elements.lowerBound { first = index }
                end = max(end, match.elements.upperBound)
                covered += match.elements.count - match.spread
            }
            let start = matches[first][places[first]].elements.lowerBound
            best = min(best, max(0, end - start - covered))
            places[first] += 1
            if best == 0 || places[first] == matches[first].count { return best }
        }
    }
}
