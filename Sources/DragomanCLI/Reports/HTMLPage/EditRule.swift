import Dragoman

/// What the rules of edits are about, for those who read a page.
enum EditRule {
    /// Whether a rule changes markup, blanks and line ends alone, never a letter.
    static func isLayout(_ rule: String) -> Bool { layout.contains(rule) }

    /// Whether an edit is by such rules alone.
    static func isLayout(_ edit: Edit) -> Bool { edit.rules.allSatisfy(isLayout) }

    /// What a rule does in a few words, `nil` if its name must do.
    static func meaning(_ rule: String) -> String? {
        meanings[rule] ?? rule.split(separator: ":").first.flatMap { meanings[String($0)] }
    }

    private static let layout: Set<String> = [
        "markup", "blanks", "trim", "wrapped-line", "flowed", "unfolded", "line-end",
    ]

    private static let meanings = [
        "apostrophe": "apostrophes as asked for",
        "base64": "the mail's transfer encoding read",
        "blanks": "blanks and line ends made one blank",
        "byte-order-mark": "stray byte order marks taken out",
        "character-reference": "character references resolved",
        "charset": "characters read in the encoding the part is in",
        "control": "control characters taken out",
        "dash": "dashes as asked for",
        "digits": "digits as asked for",
        "directional-mark": "direction marks that say nothing taken out",
        "encoded-word": "encoded words of a mail header read",
        "ethiopic": "Ethiopic punctuation as asked for",
        "flowed": "lines wrapped by the mail program joined",
        "hyphenated-line": "words cut at a line end joined",
        "joiner": "joiners with nothing to join taken out",
        "line-end": "line ends made uniform",
        "markup": "tags taken out",
        "mojibake": "text once read in the wrong encoding repaired",
        "nfc": "letters and their marks composed (NFC)",
        "presentation-forms": "presentation forms folded as asked for",
        "quoted-printable": "the mail's transfer encoding read",
        "quotes": "quotation marks as asked for",
        "soft-hyphen": "soft hyphens taken out",
        "space": "spaces as asked for",
        "tatweel": "tatweel taken out as asked for",
        "trim": "blanks at the ends taken out",
        "unfolded": "folded lines of a mail header joined",
        "unpaired-direction": "direction controls without a partner taken out",
        "width": "full-width letters narrowed as asked for",
        "wrapped-line": "wrapped lines joined",
        "zero-width-space": "zero-width spaces inside words taken out",
    ]
}
