import Dragoman

/// Prints why each block is what it is, and what was changed in it.
enum ExplainPrinter {
    static func print(_ article: Article) -> [UInt8] {
        let out = OutputBuffer()
        let source = article.source
        out.line("\(source.name): \(source.encoding) (\(source.evidence.rawValue)), \(article.language.language)")
        for block in article.blocks {
            let range = source.source(of: block)
            var head = "\(block.kind.rawValue)"
            if let reason = block.reason { head += " (\(reason.rawValue))" }
            if let date = block.date { head += " \(date)" }
            out.line("\(range.lowerBound)..<\(range.upperBound)  \(head)  \(weights(block))")
            out.write("  ")
            out.write(SegmentLine.bytes(block.text))
            out.line("")
            for edit in block.edits.edits {
                let place = source.offsets.source(
                    of: block.extent.lowerBound + edit.source.lowerBound..<block.extent.lowerBound
                        + edit.source.upperBound)
                let new = block.text[edit.target]
                out.line(
                    "  \(place.lowerBound)..<\(place.upperBound)  \(edit.rules.joined(separator: ", "))  → \"\(new)\"")
            }
        }
        return out.bytes
    }

    private static func weights(_ block: Block) -> String {
        let total = block.evidence.reduce(0) { $0 + $1.weight }
        let rules = block.evidence.map { evidence in
            evidence.weight == 0 ? evidence.rule : "\(evidence.rule) \(signed(evidence.weight))"
        }
        return block.evidence.isEmpty ? "" : "\(signed(total)): \(rules.joined(separator: ", "))"
    }

    private static func signed(_ weight: Double) -> String {
        let tenths = Int((abs(weight) * 10).rounded())
        return "\(weight < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
    }
}
