/// Where a plain page's story of sentences ends.
///
/// Below its last sentence stand labels, titles of other stories and calls to act, few enough to have come along with the
/// run. A story that is no text of sentences (a list, a table, a poem) keeps its end. O(lines of the story).
struct StoryTail {
    /// Share of the story's words that stand in sentences, from which on it is a text of sentences.
    private static let sentenceShare = 0.85
    /// Lines at the end within which the titles of other stories begin.
    private static let reach = 14
    /// What phrases say against a call to act (`StoryLines.furniture`).
    private static let call = 0.15
    private static let titleWords = 4..<25

    private let lines: [LabelledBlock]
    private let furniture: [Double]

    init(_ lines: [LabelledBlock], furniture: [Double]) {
        self.lines = lines
        self.furniture = furniture
    }

    /// How many of the story's lines are of it.
    ///
    /// - Parameter copy: the story's lines in order, without datelines, bylines and captions.
    func end(of copy: [Int]) -> Int {
        guard isText(copy) else { return copy.count }
        let end = lastSentence(copy[...])
        // Two titles in a row, and little but titles behind them: the stories that stand there are others.
        for place in max(1, end - Self.reach)..<max(1, end - 1)
        where isTitle(copy[place]) && isTitle(copy[place + 1]) {
            let titles = copy[place..<end].count { isTitle($0) }
            if titles * 2 >= end - place { return lastSentence(copy[..<place]) }
        }
        return end
    }

    private func isText(_ copy: [Int]) -> Bool {
        var words = 0
        var inSentences = 0
        for index in copy {
            words += lines[index].features.words
            if lines[index].features.isSentence { inSentences += lines[index].features.words }
        }
        return Double(inSentences) >= Self.sentenceShare * Double(words)
    }

    /// Behind the last sentence that calls for nothing, or the last item of a list.
    private func lastSentence(_ copy: ArraySlice<Int>) -> Int {
        var end = copy.endIndex
        while end > copy.startIndex {
            let index = copy[end - 1]
            if lines[index].features.isSentence ? furniture[index] < Self.call : lines[index].isItem {
                break
            }
            end -= 1
        }
        return end
    }

    private func isTitle(_ index: Int) -> Bool {
        !lines[index].features.isSentence && Self.titleWords.contains(lines[index].features.words)
            && !lines[index].isItem
    }
}
