/// Pieces that patterns are made of. `\s` has no no-break spaces in Java.
enum SRXExportPattern {
    static let space = #"[\s\u00A0\u202F]"#
    /// White space, and characters without width.
    static let gap = #"[\s\u00A0\u202F\u200B-\u200F\u2060\uFEFF]+"#
    /// Opening quotes, brackets and dashes before a word, with the space that French has in them.
    static let openers = #"(?:["'“„«‘‚‹»(\[{¿¡「『][\u00A0\u202F]?|[-–—]+[ \u00A0\u202F]?)*"#
    /// What no word goes on from.
    static let wordStart = #"(?<![\p{L}\p{M}\p{N}.])"#
    static let wordEnd = #"(?![\p{L}\p{M}\p{N}])"#
    static let closingQuote = #"["'’”»›“‘]"#
    /// Closing quotes, brackets and numbers of notes behind a mark, also across the no-break space of French.
    static let closers =
        #"(?:[ \u00A0\u202F]?[»›)\]](?![\p{L}\p{N}])|[’'](?!\p{L})|["”“‘}）］】〕」』》〉](?![\p{L}\p{N}])|\[\p{Nd}{1,3}\]|[¹²³⁴-⁹†‡])*"#
    /// The same behind marks that need no space, where “ and « open.
    static let stopClosers = #"(?:[’”）)\]］】〕」』》〉»]|["'](?=[\s\u00A0]|$))*"#
    static let continuing = #"[,;:،؛、，；：]"#

    /// A character as it stands for itself.
    static func escaped(_ scalar: Unicode.Scalar) -> String {
        #"\.*+?()[]{}|^$"#.unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
    }

    static func escaped(_ text: String) -> String { text.unicodeScalars.map(escaped).joined() }

    /// An entry of the data: one in small letters stands for the one with a capital too; "z.B" finds "z. B" as well.
    static func word(_ text: String, capitalOnly: Bool = false) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, scalar.properties.isLowercase, case let upper = scalar.properties.uppercaseMapping,
                upper.unicodeScalars.count == 1, upper != "\(scalar)"
            {
                // "b." is no "B.", which is an initial.
                let isAlone = text.unicodeScalars.count == 1
                result += capitalOnly ? upper : isAlone ? "\(scalar)" : "[\(scalar)\(upper)]"
            } else if scalar == ".", index + 1 < text.unicodeScalars.count {
                result += #"\."# + space + "?"
            } else {
                result += escaped(scalar)
            }
        }
        return result
    }

    /// One of several; the longest first, for ICU and Java take the first that matches.
    static func any(_ words: [String], capitalOnly: Bool = false) -> String {
        let sorted = words.sorted {
            $0.utf8.count == $1.utf8.count
                ? $0.utf8.lexicographicallyPrecedes($1.utf8) : $0.utf8.count > $1.utf8.count
        }
        return "(?:" + sorted.map { word($0, capitalOnly: capitalOnly) }.joined(separator: "|") + ")"
    }

    /// The characters of a set.
    static func set(_ characters: [String]) -> String {
        "[" + characters.map { $0 == "-" ? "\\-" : escaped($0) }.joined() + "]"
    }
}
