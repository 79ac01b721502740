internal import UnicodeText

/// Which lines of a page are its story, and why the others within it are not.
struct BodyRegion {
    /// For each line whether it is copy.
    private(set) var isCopy: [Bool]
    /// Reasons for lines that stand amid the story and are not of it.
    private(set) var reasons: [Int: (reason: BoilerplateReason, rule: String)] = [:]
    /// Lines that are copy for the page's own word.
    private(set) var declared: Set<Int> = []
    /// From the first line of copy to behind the last; empty if there is none.
    private(set) var range: Range<Int> = 0..<0

    /// The best run of plain lines.
    init(run: Range<Int>, of lines: [LabelledBlock]) {
        isCopy = lines.indices.map { run.contains($0) && lines[$0].score > LineScore.furnitureLimit }
        narrow()
    }

    /// A page's story among plain lines, but for calls to act within it and what stands below its last sentence.
    ///
    /// - Parameter furniture: what phrases say against each line (`StoryLines.furniture`).
    init(story: Range<Int>, of lines: [LabelledBlock], furniture: [Double]) {
        self.init(run: story, of: lines)
        for index in range where isCopy[index] && !lines[index].isNamed {
            guard lines[index].features.words <= Self.callWords, furniture[index] >= BareStory.furniture,
                let reason = lines[index].strongestReason
            else { continue }
            isCopy[index] = false
            reasons[index] = (reason, "phrase")
        }
        let copy = range.filter { isCopy[$0] && !lines[$0].isNamed }
        for index in copy[StoryTail(lines, furniture: furniture).end(of: copy)...] {
            isCopy[index] = false
            reasons[index] = (lines[index].strongestReason ?? .related, "below-story")
        }
        narrow()
    }

    /// Words of the longest line that a phrase alone tells to be a call to act.
    private static let callWords = 40

    /// A story without a page.
    ///
    /// - Parameter isCopy: `LineSurvey.isCopyAlone`.
    init(isCopy: [Bool]) {
        self.isCopy = isCopy
        narrow()
    }

    /// What stands in the page's element for the story.
    ///
    /// Where the page gives the story's text, a line that stands in it is copy wherever it is, and a paragraph that does
    /// not is none.
    init(container: BodyContainer, of lines: [LabelledBlock], story: UTF8Text? = nil) {
        isCopy = [Bool](repeating: false, count: lines.count)
        for (index, line) in lines.enumerated() where line.place.node >= 0 {
            if container.contains(line) {
                if let reason = container.furniture(around: line), !Self.isEmbedded(line, reason) {
                    reasons[index] = (reason, "page-place:\(reason.rawValue)")
                } else if let reason = Self.furniture(line) {
                    reasons[index] = reason
                } else if !container.isInsideCaption(line), line.place.element != "h1" {
                    isCopy[index] = true
                }
            } else if container.isBeside(line), Self.furniture(line) == nil {
                isCopy[index] = true
            }
        }
        dropTrailingLinks(lines)
        trim(lines)
        narrow()
        if let match = ArticleBodyMatch(story, lines: lines, copy: isCopy) {
            apply(match, lines)
            narrow()
        }
    }

    private mutating func apply(_ match: ArticleBodyMatch, _ lines: [LabelledBlock]) {
        var known = Set(lines.indices.filter { isCopy[$0] }.map { lines[$0].folded })
        for (index, line) in lines.enumerated() {
            if isCopy[index] {
                guard Self.running.contains(line.place.element), !line.place.isQuotation, match.lacks(index) else {
                    continue
                }
                isCopy[index] = false
                reasons[index] = (line.strongestReason ?? .related, "json-ld:articleBody")
            } else if line.place.element != "h1", line.features.endsSentence, match.holds(index),
                known.insert(line.folded).inserted
            {
                isCopy[index] = true
                reasons[index] = nil
                declared.insert(index)
            }
        }
    }

    /// Elements of running text, which the story given for machines has all of; lists and tables it often leaves out.
    private static let running: Set<String> = ["p", "div", "section", "article", "span", ""]

    /// What is quoted in the story stands in the boxes of the service it comes from ("social", "widget").
    private static func isEmbedded(_ line: LabelledBlock, _ reason: BoilerplateReason) -> Bool {
        line.place.isQuotation && line.features.words >= 5 && [.related, .sharing].contains(reason)
    }

    /// Lines in a story's element that are not of the story: links, calls to act, labels.
    private static func furniture(_ line: LabelledBlock) -> (reason: BoilerplateReason, rule: String)? {
        let features = line.features
        if features.letters == 0 { return (.furniture, "no-letters") }
        if line.place.linkShare > 0.6, features.words < 50, !features.endsSentence || features.words < 12 {
            return (.navigation, "mostly-links")
        }
        if features.words <= 25, let reason = line.strongestReason, reason != .navigation,
            line.reasons[reason] ?? 0 <= -1
        {
            return (reason, "phrase")
        }
        if !features.endsSentence, features.words < 12, !paragraphs.contains(line.place.element) {
            return (line.strongestReason ?? .navigation, "no-paragraph")
        }
        return nil
    }

    private static let paragraphs: Set<String> = [
        "p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "pre",
    ]

    /// A list of links below a story leads to others.
    private mutating func dropTrailingLinks(_ lines: [LabelledBlock]) {
        guard let last = isCopy.lastIndex(of: true) else { return }
        var first = last + 1
        while first > 0,
            !isCopy[first - 1] || lines[first - 1].place.element == "li" && lines[first - 1].place.linkShare >= 0.3
        {
            first -= 1
        }
        guard isCopy[first...].count(where: { $0 }) >= 2 else { return }
        for index in first...last where isCopy[index] {
            isCopy[index] = false
            reasons[index] = (.related, "links-below")
        }
    }

    /// Cuts labels at both ends; a story begins with a sentence and ends with one or with a list.
    private mutating func trim(_ lines: [LabelledBlock]) {
        func isSentence(_ line: LabelledBlock) -> Bool {
            line.features.words >= 8 && line.place.linkShare < 0.3
                || line.features.endsSentence && line.features.words >= 3 && line.place.linkShare < 0.5
        }
        func cut(_ index: Int) {
            isCopy[index] = false
            reasons[index] = (lines[index].strongestReason ?? .navigation, "edge")
        }
        while let first = isCopy.firstIndex(of: true), !isSentence(lines[first]) { cut(first) }
        while let last = isCopy.lastIndex(of: true), !isSentence(lines[last]),
            lines[last].place.element != "li" || lines[last].place.linkShare >= 0.3
        {
            cut(last)
        }
    }

    private mutating func narrow() {
        guard let first = isCopy.firstIndex(of: true), let last = isCopy.lastIndex(of: true) else {
            range = 0..<0
            return
        }
        range = first..<last + 1
    }
}
