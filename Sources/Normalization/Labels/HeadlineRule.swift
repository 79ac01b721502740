internal import UnicodeText

/// Finds the line that heads a story: the one that says what the page says its title is, else the page's own `h1`, else
/// the one above the body whose words the body takes up.
struct HeadlineRule {
    /// What the page says of itself.
    var claims = PageClaims()

    /// How like a title a line must be to be it.
    private static let likeness = 0.75

    /// The index of the headline; `nil` if no line can be one.
    ///
    /// - Parameter heads: the page's `h1`.
    func headline(of lines: [LabelledBlock], heads: [Int], body: BodyRegion) -> (index: Int, rule: String)? {
        func isPossible(_ index: Int) -> Bool {
            let line = lines[index]
            guard !line.isNamed, line.features.letters > 0, line.features.scalars <= 300 else { return false }
            guard let reason = line.strongestReason, line.reasons[reason] ?? 0 < -0.5 else { return true }
            return reason == .navigation && line.features.separators == 0 && line.place.reasons.isEmpty
                && (line.features.words >= 2 || line.features.scalars >= 4 && line.features.isUnspaced)
        }
        let heads = heads.filter { isPossible($0) }
        if let claimed = claimed(of: lines, body: body, heads: heads, isPossible: isPossible) { return claimed }
        if let head = heads.last(where: { $0 <= body.range.lowerBound }) ?? heads.first {
            return (head, "page-place:h1")
        }
        // Down to the first line of the body: it may itself be the headline, pulled in by its length.
        let limit = min(lines.count, body.range.isEmpty ? lines.count : body.range.lowerBound + 1)
        let bodyWords = Self.words(of: lines, in: body)
        var best: (index: Int, weight: Double)?
        for index in max(0, limit - 40)..<limit where isPossible(index) {
            let line = lines[index]
            let last = line.block.bytes.last
            let isSentence =
                line.features.endsSentence && last != UInt8(ascii: "?") && last != UInt8(ascii: "!")
            if isSentence || line.features.words < 2 { continue }
            if line.place.element == "p", line.place.isInArticle { continue }
            let words = ContentWords.hashes(of: line.folded)
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

    /// The line that agrees with a title the page gives: an `h1` before others, the last above the body before those in
    /// it or below. O(lines × titles).
    private func claimed(
        of lines: [LabelledBlock], body: BodyRegion, heads: [Int], isPossible: (Int) -> Bool
    ) -> (index: Int, rule: String)? {
        let titles = claims.titles.map { claim in
            (words: WordHashes.hashes(of: (try? CaseMapping.fold(claim.text)) ?? claim.text), rule: claim.rule)
        }
        guard !titles.isEmpty else { return nil }
        func rule(_ index: Int) -> String? {
            let words = WordHashes.hashes(of: lines[index].folded)
            return titles.first { WordHashes.likeness(words, $0.words) >= Self.likeness }?.rule
        }
        func choice(_ indices: [Int]) -> (index: Int, rule: String)? {
            let agreeing = indices.compactMap { index in rule(index).map { (index: index, rule: $0) } }
            return agreeing.last { $0.index <= body.range.lowerBound } ?? agreeing.first
        }
        if let head = choice(heads) { return head }
        // Below the story the title comes again to be shared; in menus and breadcrumbs it is a word or two.
        return choice(
            lines.indices.filter {
                lines[$0].place.element != "h1" && lines[$0].features.words >= 3 && lines[$0].place.reasons.isEmpty
                    && (body.range.isEmpty || $0 < body.range.upperBound) && isPossible($0)
            })
    }

    /// In how many of the first lines of the body each word stands.
    private static func words(of lines: [LabelledBlock], in body: BodyRegion) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for index in body.range.lazy.filter({ body.isCopy[$0] }).prefix(12) {
            for word in ContentWords.hashes(of: lines[index].folded) { counts[word, default: 0] += 1 }
        }
        return counts
    }
}
