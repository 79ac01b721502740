package import UnicodeText

/// What the weights of `Data/story.txt` are learned from: a plain page's lines and the runs that could be its story.
package struct StoryExamples {
    package struct Line {
        package let text: UTF8Text
        /// Whether it is copy where the story's run holds it; datelines, bylines and captions are not.
        package let isCopy: Bool
    }

    /// The names of the values, in their order.
    package static var names: [String] { StoryFeatures.names }

    package let lines: [Line]
    package let candidates: [(range: Range<Int>, values: [Double])]

    init(_ blocks: [LabelledBlock]) {
        var blocks = blocks
        let furniture = blocks.map(StoryLines.furniture)
        LineContext.weigh(&blocks)
        lines = blocks.map {
            Line(text: $0.block.text, isCopy: !$0.isNamed && $0.score > LineScore.furnitureLimit)
        }
        let story = StoryLines(blocks, furniture: furniture)
        let ranges = StoryCandidates(story, run: BodyRun.range(in: blocks)).ranges
        let features = StoryFeatures(story, titles: StoryTitles(story, blocks, candidates: ranges))
        candidates = ranges.map { ($0, features.values(of: $0)) }
    }
}

extension Pipeline {
    /// The story's candidates in a page pasted as text.
    package func storyExamples(in source: SourceText) -> StoryExamples {
        StoryExamples(weighedLines(of: source, as: format ?? .text))
    }
}
