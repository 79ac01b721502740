internal import UnicodeText

/// Gives every block of a page its kind.
///
/// Headline, dateline and byline are found first, so that cutting to the body never takes them; the body is the run
/// of lines with the largest sum of weights; what is left is boilerplate with its strongest reason.
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

    /// Kinds by the blocks' own looks and their place in the page, for those no format declares one for.
    func guess(_ lines: inout [LabelledBlock]) {
        for index in lines.indices { score.weigh(&lines[index]) }
        markDuplicates(&lines)
        let named = nameLines(&lines)
        let body = bestRun(lines, excluding: named)
        labelHeadline(&lines, body: body, named: named)
        for index in lines.indices where !named.contains(index) && lines[index].block.kind != .headline {
            labelRest(&lines, index, body: body)
        }
        dropNamedOutside(&lines, named: named, body: body)
    }

    /// A line that stood further up says nothing new, if a page repeats it; sentences may repeat.
    private func markDuplicates(_ lines: inout [LabelledBlock]) {
        var seen: Set<UTF8Text> = []
        for index in lines.indices {
            let key = lines[index].features.folded
            if !seen.insert(key).inserted { lines[index].add("duplicate", -6, .duplicate) }
        }
    }

    /// Datelines, bylines and captions, each by its own rule.
    private func nameLines(_ lines: inout [LabelledBlock]) -> Set<Int> {
        var named: Set<Int> = []
        for index in lines.indices where lines[index].features.letters > 0 || lines[index].features.scalars >= 6 {
            if lines[index].reasons[.duplicate] != nil { continue }
            let date = dateline.date(of: lines[index])
            if date.matches, lines[index].strongestReason.map({ $0 == .navigation || $0 == .furniture }) ?? true {
                lines[index].block.date = date.iso8601
                lines[index].label(.dateline, "dateline")
            } else if byline.matches(lines[index]), lines[index].strongestReason.map({ $0 == .navigation }) ?? true {
                lines[index].label(.byline, "byline")
            } else if caption.matches(lines[index]) {
                lines[index].label(.caption, "caption")
            } else {
                continue
            }
            named.insert(index)
        }
        return named
    }

    /// The run of lines with the largest sum of weights; named lines inside it count nothing. Kadane's scan, O(n).
    private func bestRun(_ lines: [LabelledBlock], excluding named: Set<Int>) -> Range<Int> {
        var best = (sum: 0.0, range: 0..<0)
        var sum = 0.0
        var start = 0
        for index in lines.indices {
            // One heavy line of the page inside an article must not split it: its weight is bounded.
            let weight = named.contains(index) ? 0 : max(-4, lines[index].score)
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += weight
            if sum > best.sum { best = (sum, start..<index + 1) }
        }
        return best.range
    }

    /// The page's own `h1`, else the nearest line above the body that could be one.
    private func labelHeadline(_ lines: inout [LabelledBlock], body: Range<Int>, named: Set<Int>) {
        func isPossible(_ index: Int) -> Bool {
            let line = lines[index]
            return !named.contains(index) && line.features.letters > 0 && line.features.scalars <= 300
                && (line.strongestReason == nil
                    || line.strongestReason == .navigation && line.features.words >= 4
                        && line.features.separators == 0 && line.place.reasons.isEmpty)
        }
        let heads = lines.indices.filter { lines[$0].place.element == "h1" && isPossible($0) }
        if let head = heads.last(where: { $0 <= body.lowerBound }) ?? heads.first {
            lines[head].label(.headline, "page-place:h1")
            return
        }
        // Down to the first line of the body: it may itself be the headline, pulled in by its length.
        let limit = min(lines.count, body.isEmpty ? lines.count : body.lowerBound + 1)
        for index in 0..<limit where isPossible(index) {
            let features = lines[index].features
            let isSentence =
                features.endsSentence && features.text.bytes.last != UInt8(ascii: "?")
                && features.text.bytes.last != UInt8(ascii: "!")
            if isSentence || features.words < 2 { continue }
            if lines[index].place.element == "p" && lines[index].place.isInArticle { continue }
            lines[index].label(.headline, "headline")
            return
        }
    }

    private func labelRest(_ lines: inout [LabelledBlock], _ index: Int, body: Range<Int>) {
        let line = lines[index]
        let isStrongly = line.score <= -3 || line.reasons.contains { $0.value <= -4 } && line.score < 0
        if body.isEmpty ? isStrongly : !body.contains(index) || isStrongly {
            lines[index].remove(
                line.strongestReason ?? .navigation, body.contains(index) ? "inside-body" : "outside-body")
            return
        }
        if line.place.isQuotation {
            lines[index].label(.quote, "page-place:blockquote")
        } else if ListRule.matches(line) {
            lines[index].label(.list, "list-item")
        } else if ["h2", "h3", "h4", "h5", "h6"].contains(line.place.element) || isSubhead(line, index, lines, body) {
            lines[index].label(.subhead, "subhead")
        } else {
            lines[index].label(.body, "body-run")
        }
    }

    /// A short line without an end, between two that are copy.
    private func isSubhead(_ line: LabelledBlock, _ index: Int, _ lines: [LabelledBlock], _ body: Range<Int>) -> Bool {
        !line.features.endsSentence && line.features.words <= 14 && line.score < 1 && index + 1 < lines.count
            && body.contains(index + 1) && lines[index + 1].features.endsSentence
            && line.features.text.bytes.last != UInt8(ascii: ":") && line.features.text.bytes.last != UInt8(ascii: ",")
    }

    /// Dates and names far below the body belong to other stories.
    private func dropNamedOutside(_ lines: inout [LabelledBlock], named: Set<Int>, body: Range<Int>) {
        guard !body.isEmpty else { return }
        var datelines = 0
        for index in named.sorted() {
            let line = lines[index]
            let isFar = index >= body.upperBound + 3
            let inFurniture = !line.place.reasons.isEmpty
            if line.block.kind == .dateline { datelines += 1 }
            if inFurniture || isFar || line.block.kind == .dateline && datelines > 1 && index >= body.upperBound {
                lines[index].block.date = nil
                lines[index].remove(line.strongestReason ?? .related, "outside-body")
            }
        }
    }
}
