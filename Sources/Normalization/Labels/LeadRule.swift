internal import UnicodeText

/// Finds the lead: the sentence or two between the headline and the story, often outside the story's element, that its
/// labels or the page's own description tell from all else there.
struct LeadRule {
    let claims: PageClaims
    let tree: PageTree
    let body: BodyRegion

    /// How far above the story it may stand, in lines.
    private static let reach = 10
    /// How like the description it must be; descriptions are cut at some length.
    private static let likeness = 0.75
    private static let words = 8...80

    func settle(_ lines: inout [LabelledBlock]) {
        guard !body.range.isEmpty else { return }
        let first = body.range.lowerBound
        let descriptions = claims.descriptions.map { claim in
            (words: WordHashes.hashes(of: (try? CaseMapping.fold(claim.text)) ?? claim.text), rule: claim.rule)
        }
        if lines[first].block.kind == .body, let rule = rule(lines[first], descriptions) {
            return lines[first].label(.lead, rule)
        }
        guard let headline = lines.indices.first(where: { lines[$0].block.kind == .headline }), headline < first else {
            return
        }
        let known = Set(body.range.filter { body.isCopy[$0] }.map { lines[$0].folded })
        for index in max(headline + 1, first - Self.reach)..<max(headline + 1, first) {
            let line = lines[index]
            guard line.block.kind == .boilerplate, line.place.reasons.isEmpty, line.place.linkShare < 0.25,
                line.strongestReason.map({ line.reasons[$0] ?? 0 > -1 }) ?? true, !known.contains(line.folded),
                let rule = rule(line, descriptions)
            else { continue }
            lines[index].block.reason = nil
            return lines[index].label(.lead, rule)
        }
    }

    private func rule(_ line: LabelledBlock, _ descriptions: [(words: [UInt64], rule: String)]) -> String? {
        guard Self.words.contains(line.features.words), line.place.element != "h1" else { return nil }
        for node in tree.path(from: line.place.node).prefix(3) where tree[node].place.isLead {
            return "page-place:lead"
        }
        let words = WordHashes.hashes(of: line.folded)
        return descriptions.first { WordHashes.likeness($0.words, words) >= Self.likeness }?.rule
    }
}
