package import UnicodeText

/// What the weights of `Data/story.txt` are learned from: a plain page's lines and the runs that could be its story.
package struct StoryExamples {
    package struct Candidate {
        package let range: Range<Int>
        /// In the order of `names`.
        package let values: [Double]
        /// The lines that are copy if it is the story, without datelines, bylines and captions.
        package let copy: [Int]
    }

    /// The names of the values, in their order.
    package static var names: [String] { StoryFeatures.names }

    package let lines: [UTF8Text]
    package let candidates: [Candidate]

    init(_ blocks: [LabelledBlock]) {
        var blocks = blocks
        let furniture = blocks.map(StoryLines.furniture)
        LineContext.weigh(&blocks)
        lines = blocks.map(\.block.text)
        let story = StoryLines(blocks, furniture: furniture)
        let ranges = StoryCandidates(story, run: BodyRun.range(in: blocks)).ranges
        let features = StoryFeatures(story, titles: StoryTitles(story, blocks, candidates: ranges))
        candidates = ranges.map { [blocks] range in
            let body = BodyRegion(story: range, of: blocks, furniture: furniture)
            let copy = body.range.filter { body.isCopy[$0] && !blocks[$0].isNamed }
            return Candidate(range: range, values: features.values(of: range), copy: copy)
        }
    }
}

extension Pipeline {
    /// The story's candidates in a page pasted as text.
    package func storyExamples(in source: SourceText) -> StoryExamples {
        StoryExamples(weighedLines(of: source, as: format ?? .text))
    }
}
