import UnicodeText

@testable import Segmentation

/// The sentence in which an entry of a data file shows what its class does, and what the rules must decide there.
struct EntryPattern {
    /// `|` stands behind the mark that is asked about.
    let text: String
    let isBreak: Bool
    /// `nil` where only the decision counts.
    let rule: BoundaryRule?
    var quotations = Segmenter.Options.Quotations.split

    init(_ text: String, _ isBreak: Bool, _ rule: BoundaryRule? = nil) {
        self.text = text
        self.isBreak = isBreak
        self.rule = rule
    }

    /// What the rules decide at the place, as the name of the rule with "+" where they break; `nil` where they do not look.
    func decision(_ rules: RuleSet) -> String? {
        var bytes = Array(text.utf8)
        guard let place = bytes.lastIndex(of: 0x7C) else { return nil }
        bytes.remove(at: place)
        var scanner = Scanner(
            bytes: bytes, rules: rules, exceptions: WordTable(), quotations: quotations, recordsAll: true)
        scanner.scan(0..<bytes.count)
        return scanner.boundaries.last { $0.offset == place }.map { ($0.isBreak ? "+" : "-") + $0.rule }
    }

    /// Whether the rules decide as the class of the entry says.
    func holds(_ decision: String?) -> Bool {
        guard let rule else { return decision?.hasPrefix("+") ?? false == isBreak }
        return decision == (isBreak ? "+" : "-") + rule.rawValue
    }
}

extension EntryPattern {
    /// Words without meaning in the script of a language: a name, a small word, an acronym.
    struct Words {
        let name: String
        let small: String
        let acronym: String

        init(script: String) {
            (name, small, acronym) =
                switch script {
                case "Cyrl": ("Зорбак", "зорбаказа", "Ж.Щ.")
                case "Grek": ("Ζορβακ", "ζορβακα", "Ξ.Ψ.")
                case "Armn": ("Զորբակ", "զորբակազ", "Ձ.Ճ.")
                case "Arab": ("زوربكخ", "زوربكخ", "ظ.غ.")
                case "Deva": ("ज़ोरबाक", "ज़ोरबाक", "ठ.ढ.")
                case "Ethi": ("ዞርባክ", "ዞርባክ", "ዥ.ጰ.")
                case "Hang": ("초르박", "초르박", "Q.X.")
                case "Hani": ("卓尔巴", "卓尔巴", "Q.X.")
                default: ("Zorbak", "zorbaka", "Q.X.")
                }
        }
    }

    /// The patterns of an entry, of which one must hold with it and not without; empty where nothing is asked.
    static func patterns(of entry: DataFile.Entry, _ rules: RuleSet, script: String, language: String) -> [Self] {
        let words = Words(script: script)
        let text = String(decoding: entry.text, as: UTF8.self)
        /// The entry as a word of a text: `*str.` in a compound.
        let word = text.hasPrefix("*") ? words.name + text.dropFirst() : text
        let capital = capitalized(text, language)
        let end = "\(words.name) \(words.small)."
        switch entry.section {
        case .titles: return [Self("\(words.small) \(word)| \(end)", false, .title)]
        case .numbers: return [Self("\(words.small) \(word)| 5.", false, .beforeNumber)]
        case .inner: return [Self("\(words.small) \(word)| \(end)", false, .inner)]
        case .ending: return [Self("\(words.small) \(word)| \(words.name) \(words.small).", false, .mayEnd)]
        case .final: return [Self("\(words.small) \(word)| \(words.name) \(words.small).", true, .finalAbbreviation)]
        case .words: return [Self("\(words.small) \(word)| \(words.name).", true, .fullStop)]
        case .starters:
            if script == "Hani" { return [Self("「\(words.small)。」|\(text)\(words.small)。", true)] }
            return [Self("\(words.small) \(words.acronym)| \(capital) \(words.small).", true, .starter)]
        case .followers: return [Self("\(words.small) 9 a.m.| \(text) \(words.small).", false, .mayEnd)]
        case .months: return [Self("\(words.small) 3.| \(capital) \(words.small).", false, .ordinal)]
        case .fronting: return [Self("\(capital) 5 a.m.| \(words.name) \(words.small).", false, .fronted)]
        case .quotatives: return [Self("“\(words.small)?”| \(words.name) \(text).", false, .attribution)]
        case .capitals: return [Self("\(words.small) \(text).| \(words.name).", true, .fullStop)]
        case .particles: return [Self("\(words.small) Mr.| \(text) \(words.name).", false, .title)]
        case .elided: return [Self("Zorbak zo.| '\(text) \(words.name).", true, .fullStop)]
        case .prefixes: return [Self("\(words.small) \(text)د.| \(end)", false, .title)]
        case .continuations: return [Self("“\(words.small)!”| \(text) \(words.small).", false, .continuation)]
        case .speech: return [Self("“\(words.small)。”|\(words.name)\(text)。", false, .attribution)]
        case .announcements: return [Self("\(text)。|「\(words.small)。", false, .announced)]
        case .dots, .ellipses, .marks: return [Self("\(words.small)\(text)| \(end)", true)]
        case .stops: return [Self("\(words.small)\(text)|\(end)", true), Self("\(words.small)\(text)| \(end)", true)]
        case .bullets: return [Self("\(text) \(words.small) |\(text) \(words.small)", true, .listItem)]
        case .settings: return setting(text, words)
        case .script, .scripts: return []
        }
    }

    private static func setting(_ text: String, _ words: Words) -> [Self] {
        switch DataFile.Setting(rawValue: text) {
        case .ordinals:
            return [
                Self("\(words.small) 3.| \(words.name) \(words.small).", false, .ordinal),
                Self("2019. 3.| 5. \(words.name) \(words.small).", false, .ordinal),
            ]
        case .reversedQuotes:
            var whole = Self("”\(words.small)。|\(words.small)。“ \(words.name)", false)
            whole.quotations = .whole
            return [Self("»\(words.small).«| \(words.name)", true), whole]
        case .sameQuotes:
            var whole = Self("”\(words.name).| \(words.name).” \(words.name)", false)
            whole.quotations = .whole
            return [whole]
        case .breaksBeforeLowerCase: return [Self("\(words.small).| \(words.small).", true)]
        case nil: return []
        }
    }

    private static func capitalized(_ text: String, _ language: String) -> String {
        let first = language == "tr" && text.first == "i" ? "İ" : text.prefix(1).uppercased()
        return first + text.dropFirst()
    }
}
