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
            if !block.dateReadings.isEmpty { head += " \(block.dateReadings.joined(separator: " or "))" }
            out.line("\(range.lowerBound)..<\(range.upperBound)  \(head)  \(weights(block))")
            out.write("  ")
            out.write(block.text.onOneLine.bytes)
            out.line("")
            for edit in block.edits.edits {
                let decoded =
                    block.extent.lowerBound + edit.source.lowerBound..<block.extent.lowerBound + edit.source.upperBound
                let place = source.offsets.source(of: decoded)
                out.write("  \(place.lowerBound)..<\(place.upperBound)  \(edit.rules.joined(separator: ", "))  \"")
                out.write(shortened(source.text[decoded]).onOneLine.bytes)
                out.write("\" → \"")
                out.write(block.text[edit.target].onOneLine.bytes)
                out.line("\"")
            }
        }
        return out.bytes
    }

    /// What was changed may be a page's markup: its beginning and end.
    private static func shortened(_ text: UTF8Text) -> UTF8Text {
        guard text.count > 100 else { return text }
        var head = 48
        var tail = text.count - 48
        while head > 0, text.bytes[head] & 0xC0 == 0x80 { head -= 1 }
        while tail < text.count, text.bytes[tail] & 0xC0 == 0x80 { tail += 1 }
        return UTF8Text(unchecked: text.bytes[..<head] + Array(" … ".utf8) + text.bytes[tail...])
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
