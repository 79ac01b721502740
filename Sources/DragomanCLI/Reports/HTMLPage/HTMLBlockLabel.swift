import Dragoman

/// What a block is and why: its kind, date or reason, and behind them the evidence.
struct HTMLBlockLabel {
    let block: Block
    let source: SourceText
    let writer: HTMLWriter

    func write() throws {
        try writer.markup("<details><summary>")
        if let reason = block.reason {
            try writer.markup("<b>\(reason.rawValue)</b>")
        } else {
            try writer.markup("<b>\(block.kind.rawValue)</b>")
        }
        try writer.markup("</summary>")
        try evidence()
        try writer.markup("</details>")
        if let date = block.date { try self.date(date, "date") }
        for (index, reading) in block.dateReadings.enumerated() {
            try date((index > 0 ? "or " : "") + reading, "date unsure")
        }
    }

    /// A date that breaks before its time of day alone.
    private func date(_ date: String, _ kind: String) throws {
        let parts = date.split(separator: "T", maxSplits: 1)
        try writer.markup("<span class=\"\(kind)\">")
        for (index, part) in parts.enumerated() {
            if index > 0 { try writer.markup("<wbr/>") }
            try writer.element("span", (index > 0 ? "T" : "") + part)
        }
        try writer.markup("</span>")
    }

    private func evidence() throws {
        if !block.evidence.isEmpty {
            let total = block.evidence.reduce(0) { $0 + $1.weight }
            try writer.markup("<table>\n")
            for each in block.evidence {
                try writer.markup("<tr><td>")
                try writer.escaped(each.rule)
                try writer.markup(
                    "</td><td class=\"w\">\(each.weight == 0 ? "" : Self.signed(each.weight))</td></tr>\n")
            }
            try writer.markup("<tr><th>sum</th><td class=\"w\">\(Self.signed(total))</td></tr>\n</table>")
        }
        let range = source.source(of: block)
        try writer.markup("<p>bytes \(range.lowerBound)–\(range.upperBound)</p>")
        var counts: [(rule: String, count: Int)] = []
        for edit in block.edits.edits {
            for rule in edit.rules {
                // A block has few rules, however many edits.
                if let known = counts.firstIndex(where: { $0.rule == rule }) {
                    counts[known].count += 1
                } else {
                    counts.append((rule, 1))
                }
            }
        }
        for each in counts {
            try writer.markup("<p>")
            try writer.escaped("\(each.rule) \(each.count)×")
            try writer.markup("</p>")
        }
    }

    /// With its sign, to the tenth.
    private static func signed(_ weight: Double) -> String {
        let tenths = Int((abs(weight) * 10).rounded())
        return "\(weight < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
    }
}
