internal import UnicodeText

/// Chooses which run of lines of a plain page is its story: the candidate with the largest sum of weighted features.
///
/// The weights are learned from pages (`Data/story.txt`); what is learned is a ranking of runs, not a label a line, for
/// a story is told from the teasers around it as a whole.
enum StoryChoice {
    /// A shorter page says too little around its story; the heaviest run does better there.
    static let minimumLines = 40

    private static let weights: [Double] = {
        guard let bytes = LanguageData.file("normalization/story.txt") else { return [] }
        var named: [String: Double] = [:]
        for line in SectionedFile(bytes).lines("weights") {
            let parts = "\(line)".split(separator: " ")
            if parts.count == 2, let value = Double(parts[1]) { named[String(parts[0])] = value }
        }
        return StoryFeatures.names.map { named[$0] ?? 0 }
    }()

    /// The story's lines, with what told most, or the heaviest run where the text is no page.
    ///
    /// - Parameter furniture: what phrases say against each line (`StoryLines.furniture`), before the neighbours' say.
    static func range(
        in blocks: [LabelledBlock], furniture: [Double], run: Range<Int>
    ) -> (range: Range<Int>, evidence: [Evidence]) {
        guard blocks.count >= minimumLines, !weights.isEmpty else { return (run, []) }
        let lines = StoryLines(blocks, furniture: furniture)
        let candidates = StoryCandidates(lines, run: run).ranges
        let features = StoryFeatures(lines, titles: StoryTitles(lines, blocks, candidates: candidates))
        var best: (range: Range<Int>, weight: Double, values: [Double])?
        for range in candidates {
            let values = features.values(of: range)
            var weight = 0.0
            for index in values.indices { weight += values[index] * weights[index] }
            if weight > best?.weight ?? -Double.infinity { best = (range, weight, values) }
        }
        guard let best else { return (run, []) }
        let parts = best.values.indices.map {
            Evidence("story:\(StoryFeatures.names[$0])", best.values[$0] * weights[$0])
        }
        let strongest = parts.sorted { abs($0.weight) > abs($1.weight) }.prefix(3)
        return (best.range, strongest.filter { $0.weight != 0 })
    }
}
