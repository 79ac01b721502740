internal import UnicodeText

/// Finds the line that heads a story: the page's own `h1`, else the one above the body whose words the body takes up.
struct HeadlineRule {
    /// The index of the headline; `nil` if no line can be one.
    func headline(of lines: [LabelledBlock], body: BodyRegion, named: Set<Int>) -> (index: Int, rule: String)? {
        func isPossible(_ index: Int) -> Bool {
            let line = lines[index]
            guard !named.contains(index), line.features.letters > 0, line.features.scalars <= 300 else { return false }
            guard let reason = line.strongestReason, line.reasons[reason] ?? 0 < -0.5 else { return true }
            return reason == .navigation && line.features.separators == 0 && line.place.reasons.isEmpty
                && (line.features.words >= 2 || line.features.scalars >= 4 && line.features.isUnspaced)
        }
        let heads = lines.indices.filter { lines[$0].place.element == "h1" && isPossible($0) }
        if let head = heads.last(where: { $0 <= body.range.lowerBound }) ?? heads.first {
            return (head, "page-place:h1")
        }
        // Down to the first line of the body: it may itself be the headline, pulled in by its length.
        let limit = min(lines.count, body.range.isEmpty ? lines.count : body.range.lowerBound + 1)
        let bodyWords = Self.words(of: lines, in: body)
        var best: (index: Int, weight: Double)?
        for index in max(0, limit - 40)..<limit where isPossible(index) {
            let line = lines[index]
            let last = line.features.text.bytes.last
            let isSentence =
                line.features.endsSentence && last != UInt8(ascii: "?") && last != UInt8(ascii: "!")
            if isSentence || line.features.words < 2 { continue }
            if line.place.element == "p", line.place.isInArticle { continue }
            let words = ContentWords.hashes(of: line.features.folded)
            let shared = words.reduce(0) { $0 + min(3, bodyWords[$1] ?? 0) }
            var weight = Double(shared) / Double(max(1, words.count)).squareRoot()
            if (4...20).contains(line.features.words) { weight += 1 }
            if line.features.words > 25 { weight -= 1 }
            weight -= 0.1 * Double(limit - 1 - index)
            if ["h2", "h3"].contains(line.place.element) { weight += 0.5 }
            // Of two that do as well the upper one: below it stands what explains it.
            if weight > best?.weight ?? -Double.infinity { best = (index, weight) }
        }
        return best.map { ($0.index, "headline") }
    }

    /// In how many of the first lines of the body each word stands.
    private static func words(of lines: [LabelledBlock], in body: BodyRegion) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for index in body.range.filter({ body.isCopy[$0] }).prefix(12) {
            for word in ContentWords.hashes(of: lines[index].features.folded) { counts[word, default: 0] += 1 }
        }
        return counts
    }
}
