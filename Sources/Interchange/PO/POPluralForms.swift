public import UnicodeText

/// The `Plural-Forms` field of a language (GNU gettext manual, "Additional functions for plural forms"), by CLDR.
public enum POPluralForms {
    /// `nplurals=2; plural=(n == 1 ? 0 : 1);`, or `nil` where CLDR has no rules for the language.
    public static func field(for language: LanguageTag) -> String? {
        guard let rules = PluralRules(language) else { return nil }
        let forms = rules.forms
        var expression = ""
        for (index, form) in forms.dropLast().enumerated() {
            guard let rule = rules.rules.first(where: { $0.form == form }) else { return nil }
            expression += "\(rule.conditions.map(all).joined(separator: " || ")) ? \(index) : "
        }
        let last = forms.count - 1
        return "nplurals=\(forms.count); plural=\(last == 0 ? "0" : "(\(expression)\(last))");"
    }

    private static func all(_ relations: [PluralRules.Relation]) -> String {
        relations.isEmpty ? "1" : relations.map(text).joined(separator: " && ")
    }

    private static func text(_ relation: PluralRules.Relation) -> String {
        let value = relation.divisor.map { "n%\($0)" } ?? "n"
        let parts = relation.ranges.map { range in
            let (low, high) = (range.lowerBound, range.upperBound)
            if low == high { return "\(value) \(relation.isNegated ? "!=" : "==") \(low)" }
            return relation.isNegated
                ? "(\(value) < \(low) || \(value) > \(high))" : "\(value) >= \(low) && \(value) <= \(high)"
        }
        guard parts.count > 1 else { return parts.first ?? "1" }
        return relation.isNegated ? parts.joined(separator: " && ") : "(\(parts.joined(separator: " || ")))"
    }
}
