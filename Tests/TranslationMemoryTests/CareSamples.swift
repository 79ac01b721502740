import TestSupport
import Testing
import TranslationMemory
import UnicodeText

/// The units of a store with their numbers.
func units(_ store: some Store) throws -> [TranslationUnit] {
    var units: [TranslationUnit] = []
    try store.forEachUnit { units.append($0) }
    return units
}

func problems(_ store: some Store) throws -> [String] {
    var problems: [String] = []
    try store.verify { problems.append($0) }
    return problems
}

extension TranslationUnit {
    /// A unit with something in every field whose texts are few, so that units meet.
    static func random(_ random: inout SplitMix) -> TranslationUnit {
        func text(_ name: String) -> UTF8Text {
            let text = "\(name) \(Int.random(in: 0..<3, using: &random))"
            return UTF8Text(Int.random(in: 0..<4, using: &random) == 0 ? text.uppercased() : text)
        }
        var unit = randomUnit(&random)
        let source = text("text")
        unit.variants[0].language = "en"
        unit.variants[0].segment = InlineText(
            source,
            codes: Int.random(in: 0..<4, using: &random) == 0 ? [InlineCode(kind: .placeholder, position: 2)] : [])
        for index in unit.variants.indices.dropFirst() {
            unit.variants[index].segment = InlineText(text("texte"))
        }
        unit.attributes = ["usagecount", "changedate", "x"].filter { _ in Bool.random(using: &random) }.map {
            switch $0 {
            case "changedate": Attribute($0, "202\(Int.random(in: 0...4, using: &random))0101T000000Z")
            default: Attribute($0, String(Int.random(in: 0...3, using: &random)))
            }
        }
        if !unit.termLinks.isEmpty { unit.termLinks = [TermLink(concept: "press/t", term: "t", range: 0..<1)] }
        return unit
    }
}
