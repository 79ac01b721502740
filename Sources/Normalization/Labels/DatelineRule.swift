internal import UnicodeText

/// A line that is a date, with at most a label, a place, a source or a name beside it.
///
/// A line of prose that merely holds a date is none: what stands beside the date must be known words, or a few words
/// set off by a separator that do not read like a sentence.
struct DatelineRule {
    let words: PressWords
    let reader: DateReader

    /// What the rule says of a line.
    struct Answer {
        var matches = false
        /// The date where there is but one reading; none is there for "3 hours ago".
        var iso8601: String?
        /// All readings, the likelier first, where the order of the figures cannot be known.
        var readings: [String] = []
        /// The readings as dates; what completes an agency's dateline, which has no year.
        var dates: [DateReading] = []

        init() {}

        init(_ dates: [DateReading]) {
            matches = true
            self.dates = dates
            iso8601 = dates.count == 1 ? dates[0].iso8601 : nil
            readings = dates.count > 1 ? dates.map(\.iso8601) : []
        }
    }

    /// Words of the longest dateline.
    static let longest = 24

    func date(of line: LabelledBlock, _ signs: DateSigns) -> Answer {
        guard line.features.words <= Self.longest else { return Answer() }
        if let stamp = line.place.dateTime, line.features.words <= 16 {
            let readings = reader.readings(in: UTF8Text(stamp))
            if readings.count == 1 { return Answer(readings) }
        }
        guard line.features.scalars <= DateReader.reach, signs.hasDay else { return Answer() }
        // So many words are more than a date and its label. Beside a date with its year others may stand, but no sentence
        // that ends in words.
        if line.features.words > (line.features.endsSentence ? 8 : 12), !signs.hasYear { return Answer() }
        if line.features.words > 12, line.features.endsSentence, !signs.endsInFigures { return Answer() }
        let text = line.text
        guard let found = reader.firstDate(in: text, allowsNoYear: true) else {
            return isLongAgo(line, text) ? Answer([]) : Answer()
        }
        let hasYear = found.readings.contains { $0.year != nil }
        guard hasYear ? isBeside(found, line, text) : isTimedOrLabelled(found, line, text), !opensStory(text) else {
            return Answer()
        }
        return Answer(found.readings)
    }

    /// `BEIJING, Oct. 20 (Xinhua) -- China` is a paragraph, however short it is.
    private func opensStory(_ text: UTF8Text) -> Bool {
        guard let agency = AgencyDateline.read(in: text, with: reader), agency.agency != nil else { return false }
        return text[agency.range.upperBound..<text.count].placedScalars.contains { $0.scalar.isLetter }
    }

    /// Without a year a line must be a date and its time or label, and nothing else: "Oct. 20" alone heads a list.
    private func isTimedOrLabelled(_ found: DateReader.Found, _ line: LabelledBlock, _ text: UTF8Text) -> Bool {
        guard found.time != nil || found.tokens.contains(where: { $0.meaning?.roles.contains(.label) == true }) else {
            return false
        }
        return leftover(found, line, text).isEmpty
    }

    /// "Published 3 hours ago", "Jane Doe | 3h ago": a date that only the page's reader could know.
    private func isLongAgo(_ line: LabelledBlock, _ text: UTF8Text) -> Bool {
        guard let found = reader.pastDuration(in: text) else { return false }
        return isBeside(found, line, text)
    }

    /// Whether what stands beside the date makes no sentence with it.
    private func isBeside(_ found: DateReader.Found, _ line: LabelledBlock, _ text: UTF8Text) -> Bool {
        let left = leftover(found, line, text)
        if left.isEmpty { return true }
        let tokens = found.tokens
        // "— Jane Doe (@jane), 20 October 2023" signs what is quoted above it.
        if tokens[0].sign == "-" { return false }
        let letters = left.reduce(0) { $0 + text.scalarCount(in: tokens[$1].range) }
        let unspaced = left.count { isUnspaced(tokens[$0], text) }
        let words = left.count - unspaced + (unspaced + 1) / 2
        guard letters <= 36, words <= 6, !line.features.endsSentence || endsWithDate(found) else { return false }
        let dated = found.span
        let before = left.last { $0 < dated.lowerBound }
        let after = left.first { $0 >= dated.upperBound }
        // How strongly the date is set off from what stands on either side.
        let strengths = [
            before.map { separator(tokens, between: $0 + 1..<dated.lowerBound) },
            after.map { separator(tokens, between: dated.upperBound..<$0) },
        ].compactMap { $0 }
        let strength = strengths.min() ?? 0
        // Between bars anything may stand: "Source: Xinhua | 2023-10-20 | Editor: huaxia".
        if strength > 2 { return true }
        if opensWithLabel(found, before: left[0]) { return words <= 5 && looksLikeNames(left, tokens, text) }
        guard left.allSatisfy({ tokens[$0].isWord }), looksLikeNames(left, tokens, text) else { return false }
        if after == nil {
            // "Kigali, 20 October 2023", "Reuters 20 October 2023 13:44".
            return strength > 0 || found.time != nil && tokens[dated.lowerBound].isSpaced
        }
        if before == nil {
            return (strength > 0 || found.time != nil) && (strength > 1 || isCased(left, tokens, text))
        }
        return words <= 4 && isCased(left, tokens, text) && separator(tokens, between: 0..<tokens.count) > 1
    }

    /// "Posted by Jane Doe on 5 June": the label comes first.
    private func opensWithLabel(_ found: DateReader.Found, before index: Int) -> Bool {
        found.tokens[..<min(index, found.span.lowerBound)].contains { $0.meaning?.roles.contains(.label) == true }
    }

    /// Words and numbers that are neither the date nor known to stand beside one.
    private func leftover(_ found: DateReader.Found, _ line: LabelledBlock, _ text: UTF8Text) -> [Int] {
        let folded = line.folded
        let labels = folded.borrowed { words.matches(in: $0) }
            .filter { !$0.classes.isDisjoint(with: [.dateLabel, .zone]) }
        let others = reader.otherDates(than: found)
        let isSameLength = folded.count == text.count
        return found.tokens.indices.filter { index in
            let token = found.tokens[index]
            if found.span.contains(index) || token.isSign { return false }
            if others.contains(where: { $0.contains(index) }) { return false }
            if isSameLength, labels.contains(where: { $0.range.overlaps(token.range) }) { return false }
            guard let meaning = token.meaning else { return true }
            return meaning.zone == nil
                && meaning.roles.isDisjoint(with: [.weekday, .joiner, .clock, .label, .agency, .year, .day])
        }
    }

    private func endsWithDate(_ found: DateReader.Found) -> Bool {
        found.tokens[found.span.upperBound...].allSatisfy { $0.sign == "." }
    }

    /// 3 for a bar or bullet, 2 for a dash, colon or bracket, 1 for a comma, 0 for nothing.
    private func separator(_ tokens: [DateToken], between range: Range<Int>) -> Int {
        guard range.lowerBound < range.upperBound else { return 0 }
        var strength = 0
        for token in tokens[range] {
            switch token.sign {
            case "|", "·", "•", "│": strength = 3
            case "-", ":", ";", "(", ")", "[", "]", "/": strength = max(strength, 2)
            case ",": strength = max(strength, 1)
            default: break
            }
        }
        return strength
    }

    /// Capitals on all but little words, where the script has them.
    private func looksLikeNames(_ left: [Int], _ tokens: [DateToken], _ text: UTF8Text) -> Bool {
        left.allSatisfy { index in
            let scalar = text.scalar(at: tokens[index].range.lowerBound).scalar
            return scalar.kind != .lower || text.scalarCount(in: tokens[index].range) <= 3
        }
            && left.contains { index in
                text.scalar(at: tokens[index].range.lowerBound).scalar.kind != .lower
            }
    }

    private func isCased(_ left: [Int], _ tokens: [DateToken], _ text: UTF8Text) -> Bool {
        left.contains { text.scalar(at: tokens[$0].range.lowerBound).scalar.kind == .upper }
    }

    private func isUnspaced(_ token: DateToken, _ text: UTF8Text) -> Bool {
        text.scalar(at: token.range.lowerBound).scalar.isUnspaced
    }
}
