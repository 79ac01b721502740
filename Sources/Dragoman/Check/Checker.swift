public import UnicodeText

/// Checks translations from one language to another, unit by unit.
///
/// A rule says nothing where a good translation may differ: better a fault not found than a finding that is wrong. Memory
/// is bounded: the rules of consistency keep 500,000 segments and the terms of the glossaries. A unit costs O(length) but where findings are many.
public struct Checker {
    private var rules: [any CheckRule]
    private let codes: Set<CheckCode>

    /// - Parameters:
    ///   - codes: What is looked for.
    ///   - shelf: The glossaries. The user's own ask for each of their terms.
    ///   - asksShipped: Whether the shipped ones ask for theirs of two words or more.
    /// - Throws: What the shelf throws.
    public init(
        from source: LanguageTag, to target: LanguageTag, shelf: GlossaryShelf,
        codes: Set<CheckCode> = Set(CheckCode.allCases), asksShipped: Bool = false
    ) throws {
        self.codes = codes
        func wanted(_ some: CheckCode...) -> Bool { some.contains(where: codes.contains) }
        var rules: [any CheckRule] = []
        if wanted(.empty, .untranslated, .protected) { rules.append(UntranslatedRule(from: source, to: target)) }
        if wanted(.code) { rules.append(CodeRule()) }
        if wanted(.placeable) { rules.append(PlaceableRule()) }
        if wanted(.address) { rules.append(AddressRule()) }
        if wanted(.date) { rules.append(DateRule(from: source, to: target)) }
        if wanted(.number) { rules.append(NumberRule(from: source, to: target)) }
        if wanted(.termMissing, .termForbidden, .termDeprecated, .protected, .inconsistentTerm) {
            rules.append(TermRule(try TermCheck(shelf, from: source, to: target, asksShipped: asksShipped)))
        }
        if wanted(.end) { rules.append(EndRule(target)) }
        if wanted(.space) { rules.append(SpaceRule(target)) }
        if wanted(.doubled) { rules.append(DoubledRule(target)) }
        if wanted(.script) { rules.append(ScriptRule()) }
        if wanted(.inconsistentSegment) { rules.append(ConsistencyRule()) }
        self.rules = rules
    }

    /// The most bytes of a text that is looked into; a longer one is no segment, and only its absence is told.
    public static let longest = 16 * 1024

    /// The findings of a unit, in the order of the rules.
    public mutating func findings(in unit: CheckUnit) throws -> [CheckFinding] {
        var found: [CheckFinding] = []
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        let isBare = target.isBlank || max(source.count, target.count) > Self.longest
        for index in rules.indices {
            // An empty translation lacks everything; that is said once.
            if found.contains(where: { $0.code == .empty || $0.code == .untranslated }) { break }
            if isBare, !(rules[index] is UntranslatedRule) { continue }
            try rules[index].check(unit) { finding in
                if codes.contains(finding.code), !Self.isSaid(finding, in: found) { found.append(finding) }
            }
        }
        return found
    }

    /// Whether a number that is wrong is the day of a date that is.
    private static func isSaid(_ finding: CheckFinding, in found: [CheckFinding]) -> Bool {
        finding.code == .number
            && found.contains { $0.code == .date && $0.side == finding.side && $0.range.overlaps(finding.range) }
    }
}
