internal import UnicodeText

/// Weighs a line: what speaks for copy and what for the page around it.
///
/// The idea of scoring lines and keeping the best run is that of Kohlschütter et al. (2010) and of jusText
/// (Pomikálek 2011), on plain lines, with every weight recorded.
struct LineScore {
    let words: PressWords

    func weigh(_ line: inout LabelledBlock) {
        let features = line.features
        line.add("line", -2)
        if features.letters == 0 {
            line.add("no-letters", -8, .furniture)
            return
        }
        if features.endsSentence { line.add("terminal-punctuation", 3) }
        line.add("length", min(4, Double(features.words) / 6))
        if features.hasInnerPunctuation, features.words >= 8 { line.add("inner-punctuation", 1) }
        if features.words < 4, !features.endsSentence { line.add("short", -1.5, .navigation) }
        weighSeparators(&line)
        for (name, reason, weight) in Self.classes {
            weighClass(name, reason, weight, &line)
        }
        weighPlace(&line)
    }

    private static let classes: [(String, BoilerplateReason, Double)] = [
        ("legal", .legal, -6), ("navigation", .navigation, -5), ("identifier", .identifier, -6),
        ("sharing", .sharing, -5), ("related", .related, -5), ("advertisement", .advertisement, -6),
        ("subscription", .subscription, -5),
    ]

    private func weighSeparators(_ line: inout LabelledBlock) {
        let features = line.features
        guard features.separators > 0, features.words <= features.separators * 6 + 4, !features.endsSentence else {
            return
        }
        line.add("menu-separators", -2 * Double(min(3, features.separators)), .navigation)
    }

    /// A class's phrases weigh by the share of the line they make: "contact" in a long sentence is a word like others.
    private func weighClass(_ name: String, _ reason: BoilerplateReason, _ weight: Double, _ line: inout LabelledBlock)
    {
        let found = words.found(name, in: line.features.folded)
        guard !found.isEmpty else { return }
        var covered = 0
        var end = 0
        for each in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where each.range.lowerBound >= end {
            covered += each.range.count
            end = each.range.upperBound
        }
        let share = Double(covered) / Double(max(1, line.features.folded.count))
        let strongest = found.max { $0.phrase.count < $1.phrase.count }?.phrase.description ?? ""
        // Legal phrases of several words are telling in long lines too; menus and links are short.
        let isTelling = (reason == .legal || reason == .identifier) && strongest.utf8.contains(0x20)
        let factor = isTelling ? 1 : reason == .legal ? min(1, share * 6) : min(1, share * 3)
        // Nothing a fifth of a word heavy decides anything.
        guard factor >= 0.05 else { return }
        let repeated = Double(min(3, found.count) - 1) * 1.5
        line.add("\(name):\(strongest)", (weight - repeated) * factor, reason)
    }

    private func weighPlace(_ line: inout LabelledBlock) {
        for reason in Set(line.place.reasons).sorted(by: { $0.rawValue < $1.rawValue }) {
            line.add("page-place:\(reason.rawValue)", -8, reason)
        }
        if line.place.linkShare > 0.5, line.features.words < 30 {
            line.add("mostly-links", -6 * line.place.linkShare, .navigation)
        }
        if line.place.isInArticle { line.add("page-place:article", 2) }
        if line.place.element == "p" { line.add("page-place:paragraph", 1) }
        if line.place.element == "li", !line.place.isInArticle { line.add("page-place:list-item", -2, .navigation) }
    }
}
