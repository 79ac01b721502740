internal import CICU

/// Which plural form whole numbers take in a language (CLDR, Unicode Technical Standard 35, part 3, "Language Plural
/// Rules").
///
/// Rules for fractions and for numbers written short ("1 million" in French) are left out.
public struct PluralRules: Sendable {
    public enum Form: String, Sendable, CaseIterable {
        case zero, one, two, few, many, other
    }

    /// A form and when it is used: one of several lists of relations that all hold.
    public struct Rule: Sendable {
        public let form: Form
        public let conditions: [[Relation]]
    }

    /// Whether the number, or what is left of it by a division, lies in one of some ranges.
    public struct Relation: Sendable {
        public let divisor: Int?
        public let isNegated: Bool
        public let ranges: [ClosedRange<Int>]

        public func holds(_ number: Int) -> Bool {
            let value = divisor.map { number % $0 } ?? number
            return ranges.contains { $0.contains(value) } != isNegated
        }
    }

    /// In the order of `Form`, `other` left out.
    public let rules: [Rule]

    /// `nil` where CLDR has no rules for the language.
    public init?(_ language: LanguageTag) {
        guard let text = CLDRNames.bytes({ dgm_plural_rules(CLDRNames.icuName(language), $0, $1) }) else { return nil }
        self.init(parsing: text.description)
    }

    public func form(of number: Int) -> Form {
        rules.first { $0.conditions.contains { $0.allSatisfy { $0.holds(number) } } }?.form ?? .other
    }

    /// Forms that some whole number takes, in the order of `Form`.
    public var forms: [Form] {
        // No divisor of CLDR's but a million is larger than 1000.
        let found = Set((Array(0...1000) + [10_000, 100_000, 1_000_000]).map(form(of:)))
        return Form.allCases.filter(found.contains)
    }

    /// Reads ICU's notation: `one: i  in 1..1 and v  in 0..0; other: `.
    private init?(parsing text: String) {
        var rules: [Form: [[Relation]]] = [:]
        for rule in text.split(separator: ";") {
            let parts = rule.split(separator: ":", maxSplits: 1)
            let words = (parts.first ?? "").split(separator: " ")
            guard words.count == 1, let form = Form(rawValue: String(words[0])) else { return nil }
            guard let conditions = Self.conditions(parts.count > 1 ? parts[1] : "") else { return nil }
            if form != .other, !conditions.isEmpty { rules[form] = conditions }
        }
        self.rules = Form.allCases.compactMap { form in rules[form].map { Rule(form: form, conditions: $0) } }
    }

    /// The lists of relations that a whole number can fulfil; `nil` for what is not understood.
    private static func conditions(_ text: Substring) -> [[Relation]]? {
        var result: [[Relation]] = []
        let words = text.split(separator: " ")
        for list in words.split(separator: "or") where !list.isEmpty {
            var relations: [Relation] = []
            var canHold = true
            for relation in list.split(separator: "and") {
                guard let (operand, made) = Self.relation(relation) else { return nil }
                switch operand {
                case "n", "i": relations.append(made)
                // The digits behind the point, of which whole numbers have none.
                case "v", "w", "f", "t": canHold = canHold && made.holds(0)
                // The power of ten of a number written short.
                case "e", "c": canHold = false
                default: return nil
                }
            }
            if canHold { result.append(relations) }
        }
        return result
    }

    /// `i mod 10 not in 2..4, 6..7` as words.
    private static func relation(_ words: ArraySlice<Substring>) -> (operand: String, Relation)? {
        var words = words
        guard let operand = words.popFirst() else { return nil }
        var divisor: Int?
        if words.first == "mod" {
            words.removeFirst()
            guard let number = words.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
            divisor = number
        }
        let isNegated = words.first == "not"
        if isNegated { words.removeFirst() }
        guard words.popFirst() == "in" else { return nil }
        var ranges: [ClosedRange<Int>] = []
        for range in words.joined().split(separator: ",") {
            let ends = range.split(separator: ".").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            ranges.append(ends[0]...ends[1])
        }
        return ranges.isEmpty
            ? nil : (String(operand), Relation(divisor: divisor, isNegated: isNegated, ranges: ranges))
    }
}
