/// Our rules in the form of SRX, by what they need to know: words of a language, of a script, or neither.
///
/// The order is that of `Scanner.decideFullStop`: the first rule that holds decides.
enum SRXExportRules {
    private typealias P = SRXExportPattern

    /// - Parameters:
    ///   - own: the words of the language's file.
    ///   - all: those and the words of its script, for the rules that must come before starter words.
    static func language(_ own: SRXExportWords, withScript all: SRXExportWords) -> [SRXExportRule] {
        var rules = listItems + [listMarker]
        if let inner = all.abbreviations([.inner]) { rules.append(.no("inner-abbreviation", inner, P.gap)) }
        if !all[.particles].isEmpty {
            // "De la Rúa", "Di Stefano": a starter word, and a name's.
            let name = P.any(all[.particles]) + P.gap + #"(?:\p{Ll}{1,3}"# + P.gap + #")?\p{Lu}"#
            if let titles = own.abbreviations([.titles]) { rules.append(.no("title", titles, P.gap + name)) }
            rules.append(.no("initial", P.wordStart + #"\p{L}\p{M}*\."#, P.gap + name))
        }
        if all.has(.ordinals), !all[.months].isEmpty {
            let months = P.any(all[.months])
            rules.append(.no("ordinal", P.wordStart + #"\p{Nd}{1,2}\."#, P.gap + months + P.wordEnd))
        }
        if let words = own.abbreviations([.words]) {
            rules.append(.yes("full-stop", words, P.gap + P.openers + #"[\p{Lu}\p{Lo}]"#))
        }
        rules += speech(all)
        if all.has(.reversedQuotes) {
            rules.append(.no("lower-case", "[.?!…]+[«‹]", P.gap + P.openers + #"\p{Ll}"#))
            rules.append(.yes("full-stop", "[.?!…]+[«‹]", P.gap))
        }
        if !all[.starters].isEmpty {
            let starter = P.any(all[.starters], capitalOnly: true)
            rules.append(
                .yes(
                    "abbreviation-before-starter", #"(?<![\s\u00A0\u202F.])\."#,
                    P.gap + P.openers + starter + #"(?![\p{L}\p{M}\p{N}.])"#))
            rules.append(
                .yes("missing-space", P.wordStart + #"(?<![@/:_-])\p{L}{2,}[.?!]"#, starter + P.space))
        }
        rules += abbreviations(own, followers: all[.followers])
        if all.has(.ordinals) { rules += ordinals }
        if !own[.capitals].isEmpty {
            rules.append(
                .yes(
                    "full-stop", #"(?<=(?<![\p{L}\p{M}])\p{Ll}{1,15}[\s\u00A0])"# + P.any(own[.capitals]) + #"\."#,
                    P.gap + #"\p{Lu}"#))
        }
        return rules
    }

    /// Where ordinal numbers have a full stop: "das 2. Kapitel", "II. Rákóczi Ferenc", "5. 10. 1990", "1. - 3. Jahrhundert".
    private static let ordinals: [SRXExportRule] = [
        .no("ordinal", P.wordStart + #"(?:\p{Nd}{1,2}|[IVX]{2,6})\."#, P.gap + #"\p{Lu}"#),
        .no("ordinal", P.wordStart + #"(?:\p{Nd}{1,2}|\p{Nd}{4})\."#, P.gap + #"\p{Nd}{1,2}\."#),
        .no("ordinal", #"(?<=\.[\s\u00A0])\p{Nd}{1,2}\."#, P.gap + #"(?:\p{Nd}{4}(?!\p{Nd})|\p{Lo})"#),
        .no("ordinal", P.wordStart + #"\p{Nd}{1,2}\."#, P.gap + #"[-–—]+[\s\u00A0]?\p{Nd}"#),
    ]

    /// "1. The first item 2. The second item": each number where those before it stand from the start of the line on.
    private static let listItems: [SRXExportRule] = [#"\."#, #"\)"#].flatMap { mark in
        var start = #"^\s*1"# + mark + #"\s"#
        var rules: [SRXExportRule] = []
        for number in 2...9 {
            start += #"[^\n\r]*?\s"#
            let item = "\(number)" + mark
            let next = item + #"\s+\p{L}"#
            // Seen from before too, so that a program which takes the first match of a pattern ends here.
            rules.append(.yes("list-item", start + "(?=" + next + ")", next))
            rules.append(.no("list-marker", start + item, P.gap + #"\p{L}"#))
            start += item + #"\s"#
        }
        return rules
    }

    /// Whoever speaks, behind a quotation.
    private static func speech(_ words: SRXExportWords) -> [SRXExportRule] {
        var rules: [SRXExportRule] = []
        if !words[.quotatives].isEmpty {
            let verb = P.any(words[.quotatives]) + P.wordEnd
            // Up to eight words, of which the first begins with a capital and no sentence.
            let starter =
                words[.starters].isEmpty ? "" : "(?!" + P.any(words[.starters], capitalOnly: true) + P.wordEnd + ")"
            let name =
                starter + #"\p{Lu}[\p{L}\p{M}'’-]*\.?"# + P.gap + #"(?:[\p{L}\p{M}'’-]+\.?"# + P.gap + "){0,6}?"
            rules.append(.no("attribution", #"[?!…]"# + P.closingQuote + "+", P.gap + name + verb))
            rules.append(
                .no("attribution", #"\."# + P.closingQuote + "+", P.gap + name + verb + #"(?=[\s\u00A0]*(?:[.,!?]|$))"#)
            )
            rules.append(.no("lower-case", #"[?!]"#, P.gap + #"(?:\p{Ll}[\p{L}\p{M}]*"# + P.gap + ")?" + verb))
        }
        if !words[.continuations].isEmpty {
            // A whole word where words have spaces.
            let spaced = words[.continuations].filter { $0.unicodeScalars.first.map { $0.value < 0x2E80 } ?? false }
            let unspaced = words[.continuations].filter {
                !($0.unicodeScalars.first.map { $0.value < 0x2E80 } ?? false)
            }
            let before = #"[.?!…。！？｡؟።፧।॥]+["'’”»›）)」』]+"#
            if !spaced.isEmpty {
                rules.append(.no("continued-by-particle", before, P.space + "*" + P.any(spaced) + P.wordEnd))
            }
            if !unspaced.isEmpty { rules.append(.no("continued-by-particle", before, P.space + "*" + P.any(unspaced))) }
        }
        if !words[.speech].isEmpty {
            let verb = #"[\p{L}\p{M}]{0,11}?"# + P.any(words[.speech])
            let quote = #"["”’」』]+"#
            rules.append(.no("attribution", #"[！？!?…]"# + quote, P.space + "*" + verb))
            rules.append(.no("attribution", "。" + quote, P.space + "*" + verb + "(?=[。！？]|$)"))
        }
        return rules
    }

    /// Abbreviations by their class.
    private static func abbreviations(_ words: SRXExportWords, followers: [String]) -> [SRXExportRule] {
        var rules: [SRXExportRule] = []
        if let titles = words.abbreviations([.titles]) {
            rules.append(.no("title", titles, P.gap + #"["'“„«‘(]*[\p{L}\p{N}]"#))
        }
        if let numbers = words.abbreviations([.numbers]) {
            rules.append(
                .no(
                    "before-number", numbers,
                    P.gap + #"(?:\p{Nd}|[IVXLCDM]+"# + P.wordEnd + #"|\p{Lu}(?![\p{L}\p{M}'’])|\p{Lu}\p{L}{0,2}\p{Nd})"#
                ))
        }
        if let final = words.abbreviations([.final]) {
            if !followers.isEmpty {
                rules.append(.no("abbreviation-before-name", final, P.gap + P.any(followers) + P.wordEnd))
            }
            rules.append(.yes("final-abbreviation", final, P.gap + P.openers + #"[\p{Lu}\p{Lo}]"#))
        }
        if let ending = words.abbreviations([.ending]) {
            rules.append(.no("abbreviation-before-name", ending, P.gap + #"[\p{L}\p{N}(]"#))
        }
        if let all = words.abbreviations([.titles, .numbers, .inner, .ending, .final]) {
            rules.append(.no("lower-case", all, P.gap + P.openers + #"\p{Ll}"#))
        }
        if let numbers = words.abbreviations([.numbers]) {
            rules.append(.yes("full-stop", #"(?=\p{L}{2})"# + numbers, P.gap + P.openers + #"[\p{Lu}\p{Lo}]"#))
        }
        return rules
    }

    static func script(_ words: SRXExportWords) -> [SRXExportRule] {
        var rules = [listMarker]
        if let inner = words.abbreviations([.inner]) { rules.append(.no("inner-abbreviation", inner, P.gap)) }
        rules += abbreviations(words, followers: words[.followers])
        if words.has(.breaksBeforeLowerCase) {
            // A small word of four letters with a vowel is no abbreviation.
            rules.append(
                .yes(
                    "full-stop",
                    #"(?<![\p{L}\p{M}\p{N}.'’-])(?=\p{L}*?[aeiouyAEIOUY\u0080-\uFFFF])\p{L}\p{Ll}{3,}\."#,
                    P.gap + #"\p{Ll}"#))
            rules.append(.yes("question-or-exclamation", #"\p{Ll}[?!]+"#, P.gap + #"\p{Ll}"#))
        }
        let stops = words[.stops]
        if !stops.isEmpty { rules += self.stops(P.any(stops)) }
        if !words[.marks].isEmpty { rules += marks(P.set(words[.marks])) }
        return rules
    }

    /// Marks that need white space behind them.
    private static func marks(_ marks: String) -> [SRXExportRule] {
        [
            .no("continued-by-punctuation", marks + "+" + P.closers, P.space + "*" + P.continuing),
            .no("lower-case", marks + "+" + P.closers, P.gap + P.openers + #"\p{Ll}"#),
            .yes("question-or-exclamation", marks + "+" + P.closers, P.gap),
        ]
    }

    /// Marks that need none.
    private static func stops(_ stop: String) -> [SRXExportRule] {
        let run = stop + "(?:" + stop + "|[.?!…])*" + P.stopClosers
        return [
            .no("inside-token", #"\p{Nd}"# + stop, #"\p{Nd}"#),
            .no("continued-by-punctuation", run, P.space + "*" + P.continuing + "|" + stop),
            .no("inside-title", stop + "+[》〉]", ""),
            .no("inside-title", run, #"[^\s《》〈〉]{0,19}[》〉]"#),
            .yes("script-stop", run, ""),
        ]
    }

    private static let listMarker = SRXExportRule.no(
        "list-marker", "^" + P.space + #"*\(?(?:\p{Nd}{1,3}|\p{L})[.)]"#, P.gap)

    static func general(_ words: SRXExportWords) -> [SRXExportRule] {
        let marks = P.set(words[.dots] + words[.ellipses] + words[.marks])
        let run = marks + "+" + P.closers
        var rules = [
            listMarker,
            .no("mark-in-brackets", #"[(\[{]"# + marks + #"+[)\]}]"#, P.gap),
            .no("omission", #"(?<=[\s\u00A0])\.[\s\u00A0]\.[\s\u00A0]\."#, P.gap),
            .no("continued-by-punctuation", run, P.space + "*" + P.continuing),
            .no("continued-by-punctuation", run, P.gap + #"[.?!…]+(?:\s|$)"#),
            .no("lower-case", run, P.gap + P.openers + #"\p{Ll}"#),
            .no(
                "initial", P.wordStart + #"\p{L}\p{M}*\."#,
                P.gap + #"(?:[\p{Lu}\p{Lo}]|\p{Nd}|["“«(]\p{Lu})"#),
            .no(
                "acronym", #"(?<![\p{L}\p{M}\p{N}.])(?:(?:\p{L}|\p{Lo}\p{M}*\p{Lo}?)\p{M}*\.){2,}"#,
                P.gap + #"[\p{L}\p{N}]"#),
            .no(
                "unlisted-abbreviation", P.wordStart + "[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}" + #"\."#,
                P.gap + #"\p{Lu}"#),
        ]
        rules += stops(P.any(words[.stops]))
        rules.append(.yes("full-stop, question-or-exclamation, ellipsis", run, P.gap))
        rules.append(.yes("missing-space", #"\p{Ll}[.?!]["”»]"#, #"\p{Lu}"#))
        let plain = P.wordStart + "(?<![@/:_-])"
        let capitalised = #"\p{Lu}\p{Ll}+(?:[\s\u00A0,;]|[.!?](?:\s|$)|['’]\p{L})"#
        rules.append(.yes("missing-space", plain + #"\p{L}{2,}[?!]"#, capitalised))
        rules.append(.yes("missing-space", plain + #"\p{Ll}{2,}\."#, capitalised))
        rules.append(.yes("missing-space", plain + #"\p{Lo}{4,}\."#, #"\p{Lo}{4}"#))
        rules.append(.yes("citation", #"\p{L}{3}[.?!]["”»)]*\p{Nd}{1,3}"#, P.gap + #"\p{Lu}"#))
        rules.append(.yes("line", #"[\n\r\u000B\u000C\u0085\u2028\u2029]"#, ""))
        // "吗?如果": letters without spaces around a mark that needs one elsewhere.
        rules.append(
            .yes(
                "script-stop", #"[\u3040-\u30FF\u3400-\u9FFF][?!]+["’”」』)]*"#,
                #"["“‘「『]?[\u3040-\u30FF\u3400-\u9FFF]"#))
        rules.append(.yes("list-item", P.space, P.set(words[.bullets]) + P.space))
        return rules
    }
}
