internal import UnicodeText

/// A pattern of an SRX file, in the form that ICU takes.
struct SRXPattern: Hashable, Sendable {
    /// As ICU is given it.
    let units: [UInt16]
    let shape: SRXPatternShape

    var isEmpty: Bool { units.isEmpty }

    /// Code units of a pattern; longer ones are refused.
    static let limit = 1 << 16

    init(units: [UInt16]) {
        self.units = units
        shape = SRXPatternShape(of: units)
    }

    func regex(isCaseless: Bool = false) throws(ICURegex.PatternError) -> ICURegex {
        try ICURegex(units, isCaseless: isCaseless)
    }

    /// Why ICU refuses a pattern, in words, and what to do.
    static func reason(_ error: ICURegex.PatternError) -> (message: String, hint: String?) {
        switch error.name {
        case "U_REGEX_BAD_ESCAPE_SEQUENCE":
            ("ICU knows no such escape", #"\uhhhh or \x{hhhh} for a character; \K, \y and the like are of other tools"#)
        case "U_REGEX_PROPERTY_SYNTAX": ("ICU knows no such property", #"\p{L}, \p{Lu}, \p{Script=Greek}"#)
        case "U_REGEX_MISMATCHED_PAREN": ("a parenthesis has no partner", #"\( and \) stand for the characters"#)
        case "U_REGEX_MISSING_CLOSE_BRACKET": ("a set is not closed", #"within a set, [ is written \["#)
        case "U_REGEX_BAD_INTERVAL", "U_REGEX_MAX_LT_MIN", "U_REGEX_NUMBER_TOO_BIG":
            ("no count stands between the braces", #"{2}, {2,} or {2,5}; \{ stands for the character"#)
        case "U_REGEX_LOOK_BEHIND_LIMIT":
            ("a look-behind has no bound", "(?<=a{1,99}) in place of (?<=a+); ICU's have bounds, and so have Java's")
        case "U_REGEX_INVALID_BACK_REF": ("no group has this number or name", nil)
        case "U_REGEX_INVALID_FLAG": ("ICU knows no such flag", "i, m, s, w, x")
        case "U_REGEX_INVALID_RANGE": ("a range runs backwards", #"within a set, - is written \-"#)
        case "U_REGEX_RULE_SYNTAX":
            ("this is no regular expression of ICU", #"the characters *?+[(){}^$|\. are written with \ before them"#)
        case "U_REGEX_PATTERN_TOO_BIG", "U_REGEX_STACK_OVERFLOW": ("the pattern is too large", nil)
        default: ("ICU refuses the pattern (\(error.name))", nil)
        }
    }
}
