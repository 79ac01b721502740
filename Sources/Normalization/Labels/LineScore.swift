internal import UnicodeText

/// Weighs a line by itself: what speaks for copy and what for the page around it.
///
/// The idea of scoring lines and keeping the best run is that of Kohlschütter et al. (2010) and of jusText
/// (Pomikálek 2011), on plain lines, with every weight recorded. The figures were set on news pages; their neighbours
/// do nearly as well, which is why they are round.
struct LineScore {
    let words: PressWords

    /// Lines at or below this weight are not copy even amid it.
    static let furnitureLimit = -1.5
    /// What a line of few words weighs, and the rule's name.
    static let shortWeight = -1.0
    static let shortRule = "short"
    /// What each sign between the entries of a menu takes away, three at most.
    static let separatorWeight = 0.5

    /// - Parameters:
    ///   - folded: the line's text with its case folded.
    ///   - starts: where words start in it (`WordStarts`).
    func weigh(_ line: inout LabelledBlock, _ folded: BorrowedText, _ starts: UnsafeBufferPointer<UInt64>) {
        let features = line.features
        guard features.letters > 0 else { return line.add("no-letters", -8, .furniture) }
        let count = Double(features.words)
        if features.endsSentence {
            if features.isSentence {
                line.add("sentence", 0.2 + min(50, count) / 10)
            } else if features.words >= 4 {
                line.add("short-sentence", 0.2)
            } else {
                line.addShort()
            }
        } else if features.words >= 25 {
            line.add("long-line", min(60, count) / 25)
        } else if features.words < 5 {
            line.addShort()
        } else if features.words < 13 {
            line.add("fragment", -0.7)
        }
        if !features.endsSentence {
            if features.words >= 5, features.capitalizedWords * 5 > features.words * 3 {
                line.add("title-case", -0.3)
            }
            if features.separators > 0 {
                line.add("menu-separators", -Self.separatorWeight * Double(min(3, features.separators)), .navigation)
            }
        }
        weighPhrases(&line, folded, starts)
    }

    /// What a line's length and its signs, and no words, say for `navigation`: the part of the reason's weight that is no
    /// phrase's.
    static func shapeWeight(_ features: LineFeatures) -> Double {
        guard features.letters > 0 else { return 0 }
        if features.endsSentence { return features.words < 4 ? shortWeight : 0 }
        return (features.words < 5 ? shortWeight : 0) - separatorWeight * Double(min(3, features.separators))
    }

    /// A class's phrases weigh by the share of the line they make: "contact" in a long sentence is a word like others.
    private func weighPhrases(
        _ line: inout LabelledBlock, _ folded: BorrowedText, _ starts: UnsafeBufferPointer<UInt64>
    ) {
        // In a long paragraph no phrase makes a share that counts.
        guard line.features.words <= 120 else { return }
        // A phrase can be an entry of a menu only in a short line, or between separators.
        let matches = words.matches(
            in: folded, starts, inner: line.features.words > 8 && line.features.separators == 0)
        guard !matches.isEmpty else { return }
        for phrases in PhraseClass.furniture {
            var covered = 0
            var isAlone = false
            var opens = false
            var longest: ByteRange?
            for match in matches where match.classes.contains(phrases.value) {
                covered += match.range.count
                if match.isAlone { isAlone = true }
                if match.range.lowerBound == 0 { opens = true }
                if match.range.count > longest?.count ?? 0 { longest = match.range }
            }
            guard let longest else { continue }
            let share = Double(covered) / Double(max(1, folded.count))
            let reach = phrases.reason == .legal || phrases.reason == .identifier ? 5.0 : 3.0
            var factor = isAlone ? 1 : min(1, share * reach)
            // "Read also: …" tells of the whole line, however long its title is.
            if opens, folded.opensWithLabel(endingAt: longest.upperBound) { factor = max(factor, 0.7) }
            // "This website uses cookies to …": so begins no sentence of a story.
            if phrases.value == .legal, longest.lowerBound == 0, longest.count >= 16 { factor = max(factor, 0.8) }
            guard factor >= 0.1 else { continue }
            let weight = phrases.weight / 3 * factor
            line.add("\(phrases.name):\(folded[longest].copy)", weight, phrases.reason)
            if phrases.value == .comments, isAlone || share > 0.4, line.features.words <= 6 {
                line.opensComments = true
            }
        }
    }
}

extension BorrowedText {
    /// Whether a phrase at the line's beginning is set off from the rest by a colon.
    fileprivate func opensWithLabel(endingAt end: Int) -> Bool {
        if scalar(before: end).scalar.isColon { return true }
        let next = skippingBlanks(from: end)
        return next < count && scalar(at: next).scalar.isColon
    }
}
