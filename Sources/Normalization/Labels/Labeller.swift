internal import UnicodeText

/// Gives every block of a page its kind.
///
/// Headline, dateline and byline are found for themselves, so that cutting to the body never takes them; the body is
/// the page's element with the most copy, or the run of lines with the largest sum of weights; what is left is
/// boilerplate with its strongest reason.
struct Labeller {
    private let score: LineScore
    private let dateline: DatelineRule
    private let byline: BylineRule
    private let caption: CaptionRule

    init(language: LanguageTag) {
        let words = PressWords.words(for: language)
        score = LineScore(words: words)
        dateline = DatelineRule(words: words, reader: DateReader(language: language))
        byline = BylineRule(words: words)
        caption = CaptionRule(words: words)
    }

    /// Kinds by the blocks' own looks and their place in the page, for those no format declares one for; each must have
    /// been weighed.
    ///
    /// - Parameter survey: of these lines.
    func guess(_ lines: inout [LabelledBlock], _ survey: LineSurvey, tree: PageTree?) {
        let body: BodyRegion
        let claims = tree?.claims ?? PageClaims()
        var container: BodyContainer?
        if let tree, let found = BodyContainer(tree: tree, lines: lines) {
            container = found
            body = BodyRegion(container: found, of: lines, story: claims.articleBody)
        } else {
            body = plainBody(&lines, survey)
        }
        if let headline = HeadlineRule(claims: claims).headline(of: lines, heads: survey.heads, body: body) {
            lines[headline.index].label(.headline, headline.rule)
        }
        for index in lines.indices where !lines[index].isNamed && lines[index].block.kind != .headline {
            labelRest(&lines, index, body)
        }
        dropNamedOutside(&lines, named: survey.named, body: body)
        if let tree { LeadRule(claims: claims, tree: tree, body: body).settle(&lines) }
        if let container { NamedLines(claims: claims, container: container, body: body).settle(&lines) }
        let dates = ClaimedDates(claims: claims, reader: dateline.reader)
        dates.settle(&lines)
        markDuplicates(&lines)
        let dated = survey.named.first { !lines[$0].dates.isEmpty }
        dateStory(&lines, dated.flatMap { lines[$0].dates.first } ?? dates.published)
    }

    /// The story of a text without a page's elements.
    private func plainBody(_ lines: inout [LabelledBlock], _ survey: LineSurvey) -> BodyRegion {
        let furniture = survey.furniture
        if BareStory.isBare(survey) { return BodyRegion(isCopy: survey.isCopyAlone) }
        LineContext.weigh(&lines)
        let run = BodyRun.range(in: lines)
        let story = StoryChoice.range(in: lines, furniture: furniture, run: run)
        if let first = story.range.first {
            for each in story.evidence { lines[first].note(each.rule, each.weight) }
        }
        // A page of few lines says too little of what stands around its story.
        if lines.count < StoryChoice.minimumLines { return BodyRegion(run: story.range, of: lines) }
        return BodyRegion(story: story.range, of: lines, furniture: furniture)
    }

    /// What can be said of a line by itself: its weights, and whether it is a dateline, a byline or a caption. Lines
    /// do not depend on each other here.
    ///
    /// - Parameters:
    ///   - folded: the line's text with its case folded.
    ///   - starts: where words start in it (`WordStarts`).
    func weigh(
        _ line: inout LabelledBlock, _ text: BorrowedText, folded: BorrowedText, starts: UnsafeBufferPointer<UInt64>
    ) {
        score.weigh(&line, folded, starts)
        guard line.features.letters > 0 || line.features.scalars >= 6 else { return }
        let reason = line.strongestReason
        let isPlain = reason.map { $0 == .navigation || $0 == .furniture } ?? true
        let signs = DateSigns(line.features, text)
        // Most lines are told at a look; a call copies the line.
        let mayBeDated =
            line.features.words <= DatelineRule.longest && (signs.hasDay || line.isOfPage && line.place.dateTime != nil)
        let answer = mayBeDated ? dateline.date(of: line, signs) : DatelineRule.Answer()
        if answer.matches {
            line.isStamped = true
        } else if line.features.words <= 16, signs.hasDay, signs.hasYear,
            !dateline.reader.readings(in: line.text).isEmpty
        {
            line.isStamped = true
        }
        if answer.matches, isPlain {
            line.block.date = answer.iso8601
            line.block.dateReadings = answer.readings
            line.dates = answer.dates
            line.label(.dateline, "dateline")
        } else if line.features.words <= BylineRule.longest, isPlain, byline.matches(line, text, folded: folded) {
            line.label(.byline, "byline")
            line.isByline = true
        } else if caption.mayMatch(folded, isOfPage: line.isOfPage), caption.matches(line, folded: folded) {
            line.label(.caption, "caption")
        } else {
            return
        }
        line.isNamed = true
    }

    private func labelRest(_ lines: inout [LabelledBlock], _ index: Int, _ body: BodyRegion) {
        // Without a body all that is not plainly furniture is copy: a line or two is all there is.
        let isCopy = body.range.isEmpty ? lines[index].score > LineScore.furnitureLimit - 1.5 : body.isCopy[index]
        guard isCopy else {
            if let known = body.reasons[index] { return lines[index].remove(known.reason, known.rule) }
            let rule = body.range.contains(index) ? "inside-body" : "outside-body"
            let reason = lines[index].givenReason ?? lines[index].place.reasons.last ?? .navigation
            return lines[index].remove(reason, rule)
        }
        let isOfPage = lines[index].isOfPage
        if isOfPage, lines[index].place.isQuotation {
            lines[index].label(.quote, "page-place:blockquote")
        } else if lines[index].isItem {
            lines[index].label(.list, "list-item")
        } else if isOfPage && Self.subheads.contains(lines[index].place.element) || isSubhead(lines, index, body) {
            lines[index].label(.subhead, "subhead")
        } else {
            lines[index].label(.body, "body")
        }
    }

    private static let subheads = ["h2", "h3", "h4", "h5", "h6"]

    /// A short line without an end, between two that are copy.
    private func isSubhead(_ lines: [LabelledBlock], _ index: Int, _ body: BodyRegion) -> Bool {
        !lines[index].features.endsSentence && lines[index].features.words <= 14 && lines[index].score < 1
            && index + 1 < lines.count && body.isCopy[index + 1] && lines[index + 1].features.endsSentence
            && lines[index].features.lastByte != UInt8(ascii: ":")
            && lines[index].features.lastByte != UInt8(ascii: ",")
    }

    /// Dates and names far from the body, or in the page's furniture, belong to other stories.
    private func dropNamedOutside(_ lines: inout [LabelledBlock], named: [Int], body: BodyRegion) {
        guard !body.range.isEmpty else { return }
        let headline = lines.indices.first { lines[$0].block.kind == .headline } ?? body.range.lowerBound
        var datelines = 0
        for index in named {
            let line = lines[index]
            let isFar =
                index >= body.range.upperBound + 3 || index < min(headline, body.range.lowerBound) - 6
            let inFurniture = !line.place.reasons.isEmpty
            if line.block.kind == .dateline { datelines += 1 }
            let isRepeated = line.block.kind == .dateline && datelines > 1 && index >= body.range.upperBound
            if inFurniture || isFar || isRepeated {
                lines[index].block.date = nil
                lines[index].block.dateReadings = []
                lines[index].remove(line.givenReason ?? .related, "outside-body")
            }
        }
    }

    /// What the copy has said already, and lines of the page that come twice.
    private func markDuplicates(_ lines: inout [LabelledBlock]) {
        let groups = LineGroups(lines).firsts
        // By group but for the first, so that the lines, which a cache does not hold, are gone through once.
        var isCopy = [Bool](repeating: false, count: lines.count)
        var isKept = isCopy
        var isSeen = isCopy
        for index in lines.indices where lines[index].block.kind.isKept {
            isCopy[index] = true
            isKept[Int(groups[index])] = true
        }
        var previous = [Int32](repeating: -1, count: lines.count)
        for index in lines.indices {
            let group = Int(groups[index])
            if isCopy[index] {
                // A refrain may come again; the same paragraph a few lines on was pasted twice.
                if previous[group] >= 0, index - Int(previous[group]) <= 4, lines[index].features.words >= 4 {
                    lines[index].remove(.duplicate, "duplicate")
                }
                previous[group] = Int32(truncatingIfNeeded: index)
            } else if lines[index].reasons.isEmpty || isKept[group] {
                if isKept[group] || isSeen[group] { lines[index].remove(.duplicate, "duplicate") }
                isSeen[group] = true
            }
        }
    }

    /// The agency's dateline that a story opens with gives its first paragraph a date.
    private func dateStory(_ lines: inout [LabelledBlock], _ date: DateReading?) {
        var seen = 0
        for index in lines.indices where lines[index].block.kind == .body {
            seen += 1
            if seen > 3 { return }
            guard let agency = AgencyDateline.read(in: lines[index].text, with: dateline.reader),
                agency.date != nil
            else { continue }
            lines[index].block.date = agency.iso8601(near: date)
            lines[index].note("agency-dateline", 0)
            return
        }
    }
}
