internal import UnicodeText

/// Weighs lines by what stands around them: words they share with their neighbours, repeated lines, and the date lines
/// of comments and of lists of stories.
enum LineContext {
    private static let stampReach = 8

    static func weigh(_ lines: inout [LabelledBlock]) {
        weighRepetition(&lines)
        weighFragments(&lines)
        weighCohesion(&lines)
        weighStamps(&lines)
    }

    /// Subheads, items and lines that lead into a list stand amid sentences; the short lines of menus stand together.
    private static func weighFragments(_ lines: inout [LabelledBlock]) {
        func isSentence(_ index: Int) -> Bool {
            lines.indices.contains(index) && lines[index].features.isSentence
        }
        for index in lines.indices where !lines[index].features.endsSentence && lines[index].features.words < 25 {
            if lines[index].isStamped { continue }
            let isPlain = lines[index].reasons.areNavigation && lines[index].score >= -1
            guard isPlain, lines[index].score <= 0 else { continue }
            if lines[index].features.endsInColon, lines[index].features.words >= 5 {
                lines[index].add("leads-in", 0.5 - lines[index].score)
            } else if lines[index].isItem {
                lines[index].add("list-item", -0.1 - lines[index].score)
            } else if isSentence(index + 1), isSentence(index - 1) || isSentence(index - 2) {
                lines[index].add("amid-sentences", -0.2 - lines[index].score)
            }
        }
    }

    /// Short lines that come again, figures aside ("Rating: 36 Votes", "Reply"), belong to lists of the page.
    private static func weighRepetition(_ lines: inout [LabelledBlock]) {
        var counts: [UTF8Text: Int] = [:]
        let keys = lines.map { $0.features.words <= 12 ? Self.withoutFigures($0.folded) : nil }
        for key in keys { if let key { counts[key, default: 0] += 1 } }
        for (index, key) in keys.enumerated() {
            guard let key, let count = counts[key], count > 1 else { continue }
            lines[index].add("repeated", -0.5)
            if count > 2, lines[index].features.digits > 0 { lines[index].isStamped = true }
        }
    }

    private static func withoutFigures(_ text: UTF8Text) -> UTF8Text {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text.bytes {
            if byte >= 0x30, byte <= 0x39 {
                if bytes.last != 0x30 { bytes.append(0x30) }
            } else {
                bytes.append(byte)
            }
        }
        return UTF8Text(unchecked: bytes)
    }

    /// The paragraphs of one story share words; teasers of different stories do not. A line none of whose words stand
    /// nearby keeps three tenths of its weight. How much is usual depends on the language and the page: the measure is
    /// four fifths of what the page's sentences share, not more than 0.45 of their words; a page of few sentences says
    /// little.
    private static func weighCohesion(_ lines: inout [LabelledBlock]) {
        let nearby = NearbyWords(of: lines)
        var shares = [Double?](repeating: nil, count: lines.count)
        var sum = 0.0
        var sentences = 0
        for index in lines.indices where lines[index].score > 0 {
            guard let share = nearby.share(of: index) else { continue }
            shares[index] = share
            if lines[index].features.isSentence {
                sum += share
                sentences += 1
            }
        }
        let usual = min(0.45, 0.8 * sum / Double(max(1, sentences)))
        guard usual > 0 else { return }
        for (index, share) in shares.enumerated() {
            guard let share, share < usual else { continue }
            let strength = 0.7 * min(1, Double(sentences) / 20)
            lines[index].add("cohesion", -strength * (1 - share / usual) * lines[index].score)
        }
    }

    /// A date line before every few lines is a thread of comments or a list of stories, not a story.
    private static func weighStamps(_ lines: inout [LabelledBlock]) {
        var stamps: [Int] = [0]
        for line in lines { stamps.append((stamps.last ?? 0) + (line.isStamped ? 1 : 0)) }
        let comments = commentsStart(lines)
        for index in lines.indices where lines[index].score > 0 {
            if let comments, index > comments {
                lines[index].add("comments", -lines[index].score, .comments)
                continue
            }
            let from = max(0, index - Self.stampReach)
            let to = min(lines.count, index + Self.stampReach + 1)
            let count = stamps[to] - stamps[from]
            guard count >= 3 else { continue }
            let factor = max(0.1, 1 - 0.3 * Double(count - 2))
            lines[index].add("dates-around", (factor - 1) * lines[index].score)
        }
    }

    /// The line that heads comments: its words say so, and dates follow as they do in a thread.
    private static func commentsStart(_ lines: [LabelledBlock]) -> Int? {
        for index in lines.indices where lines[index].opensComments {
            let following = lines.indices.dropFirst(index + 1).prefix(60).filter { lines[$0].isStamped }
            if following.count >= 2, following[0] - index <= 8 { return index }
        }
        return nil
    }
}
