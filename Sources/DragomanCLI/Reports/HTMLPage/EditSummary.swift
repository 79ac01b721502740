import Dragoman

/// What was done to an article, in numbers.
struct EditSummary {
    struct Rule {
        let name: String
        /// Edits in the copy and in blocks left out.
        var kept = 0
        var removed = 0
        /// The first block with such an edit.
        let firstBlock: Int
    }

    private(set) var kinds: [BlockKind: Int] = [:]
    private(set) var reasons: [BoilerplateReason: Int] = [:]
    private(set) var rules: [Rule] = []
    /// Kept blocks with a changed character, and the changes in them; markup and blanks do not count.
    private var changedBlocks = 0
    private var changes = 0
    private var layoutChanges = 0

    init(_ article: Article) {
        var places: [String: Int] = [:]
        for (index, block) in article.blocks.enumerated() {
            kinds[block.kind, default: 0] += 1
            if let reason = block.reason { reasons[reason, default: 0] += 1 }
            let before = changes
            for edit in block.edits.edits {
                if block.kind.isKept {
                    if EditRule.isLayout(edit) { layoutChanges += 1 } else { changes += 1 }
                }
                for name in edit.rules {
                    let place = places[name] ?? rules.count
                    if place == rules.count {
                        places[name] = place
                        rules.append(Rule(name: name, firstBlock: index))
                    }
                    if block.kind.isKept { rules[place].kept += 1 } else { rules[place].removed += 1 }
                }
            }
            if changes > before { changedBlocks += 1 }
        }
        // What changes letters first, then by number; the order of the copy among equals.
        rules = rules.enumerated().sorted { one, other in
            let first = (EditRule.isLayout(one.element.name) ? 1 : 0, -one.element.kept, one.offset)
            return first < (EditRule.isLayout(other.element.name) ? 1 : 0, -other.element.kept, other.offset)
        }.map(\.element)
    }

    /// `1 headline, 7 body`.
    var keptLine: String {
        Self.line(BlockKind.allCases.filter(\.isKept).map { ($0.rawValue, kinds[$0] ?? 0) })
    }

    /// `7 places in 1 block; markup or blanks in 3`.
    var changedLine: String {
        var line = "nothing"
        if changes > 0 {
            line = changes.counted("place")
            line += " in \(changedBlocks.counted("block"))"
        }
        if layoutChanges > 0 { line += "; markup and blanks in \(layoutChanges)" }
        return line
    }

    /// `1 navigation, 3 legal`.
    var removedLine: String {
        var counts = BoilerplateReason.allCases.map { ($0.rawValue, reasons[$0] ?? 0) }
        counts.append(("without a reason", (kinds[.boilerplate] ?? 0) - reasons.values.reduce(0, +)))
        return Self.line(counts)
    }

    private static func line(_ counts: [(name: String, count: Int)]) -> String {
        let parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
