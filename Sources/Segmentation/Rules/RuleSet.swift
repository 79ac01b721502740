internal import UnicodeText

/// What the rules know of a language, put together from its data files.
struct RuleSet: Sendable {
    /// How numbers with a full stop are read.
    enum Ordinals: Sendable {
        /// "3." is a number at the end of a sentence.
        case none
        /// "3." and "II." before a capitalised word are ordinal numbers, as in German.
        case dotted
    }

    var marks = MarkTable()
    var words = WordTable()
    /// Endings of compound abbreviations, written `*str.` in the files, with their classes.
    var suffixes: [(bytes: [UInt8], classes: WordClasses)] = []
    var ordinals = Ordinals.none
    /// Letters written onto the next word, such as Arabic "و" and "ال".
    var prefixes: [[UInt8]] = []
    /// What goes on with a sentence right after a quotation, such as Japanese "と".
    var continuations: [[UInt8]] = []
    /// Words for speaking in scripts without spaces: 说, 問.
    var speechWords: [[UInt8]] = []
    /// Words that announce what is quoted behind the full stop: Japanese 次のように.
    var announcements: [[UInt8]] = []
    /// Starters of scripts without spaces, which one of `continuations` may begin alike: ところが and と.
    var unspacedStarters: [[UInt8]] = []
    /// Opening quotes that are closing ones elsewhere: "»" in German.
    var reversedQuotes = false
    /// A quotation begins with the mark that ends it: ”…” in Swedish.
    var sameQuotes = false
    /// Whether a full stop before a word in lower case may end a sentence.
    var breaksBeforeLowerCase = false
    /// Names of the scripts whose file serves another script, such as Hira → Hani.
    var scriptAliases: [String: String] = [:]

    /// The marks of every data file, before any file is read: list brackets.
    init() {
        marks.insert([0x29], .bracket)
    }

    /// Adds the knowledge of a data file; a later file adds to an earlier one or takes from it.
    mutating func add(_ file: DataFile) {
        for entry in file.entries { add(entry) }
    }

    private mutating func add(_ entry: DataFile.Entry) {
        switch entry.section {
        case .script, .scripts: addScript(entry)
        case .dots: setMark(entry, .dot)
        case .ellipses: setMark(entry, .ellipsis)
        case .marks: setMark(entry, .mark)
        case .stops: setMark(entry, .stop)
        case .bullets: setMark(entry, .bullet)
        case .titles: setWord(entry, .title)
        case .numbers: setWord(entry, .number)
        case .inner: setWord(entry, .inner)
        case .ending: setWord(entry, .ending)
        case .final: setWord(entry, .final)
        case .starters:
            setWord(entry, .starter)
            if decodeScalar(entry.text, at: 0).scalar.isUnspaced { Self.setItem(entry, in: &unspacedStarters) }
        case .followers: setWord(entry, .follower)
        case .months: setWord(entry, .month)
        case .fronting: setWord(entry, .fronting)
        case .quotatives: setWord(entry, .quotative)
        case .capitals: setWord(entry, .capital)
        case .words: setWord(entry, .word)
        case .particles: setWord(entry, .particle)
        case .elided: setWord(entry, .elided)
        case .prefixes: Self.setItem(entry, in: &prefixes)
        case .continuations: Self.setItem(entry, in: &continuations)
        case .speech: Self.setItem(entry, in: &speechWords)
        case .announcements: Self.setItem(entry, in: &announcements)
        case .settings: set(entry)
        }
    }

    private mutating func setMark(_ entry: DataFile.Entry, _ kind: MarkKind) {
        if entry.isRemoval { marks.remove(entry.text) } else { marks.insert(entry.text, kind) }
    }

    private mutating func setWord(_ entry: DataFile.Entry, _ classes: WordClasses) {
        var word = entry.text
        // An abbreviation is written with its full stop in the files and looked up without it.
        if !classes.isDisjoint(with: WordClasses.abbreviations.union(.word)), word.last == 0x2E { word.removeLast() }
        if word.count > 1, word[0] == 0x2A {
            word.removeFirst()
            suffixes.removeAll { $0.bytes == word && $0.classes == classes }
            if !entry.isRemoval { suffixes.append((word, classes)) }
        } else if entry.isRemoval {
            words.remove(word, classes)
        } else {
            words.insert(word, classes)
        }
    }

    private static func setItem(_ entry: DataFile.Entry, in list: inout [[UInt8]]) {
        list.removeAll { $0 == entry.text }
        if !entry.isRemoval { list.append(entry.text) }
    }

    private mutating func set(_ entry: DataFile.Entry) {
        switch DataFile.Setting(rawValue: String(decoding: entry.text, as: UTF8.self)) {
        case .ordinals: ordinals = entry.isRemoval ? .none : .dotted
        case .reversedQuotes: reversedQuotes = !entry.isRemoval
        case .sameQuotes: sameQuotes = !entry.isRemoval
        case .breaksBeforeLowerCase: breaksBeforeLowerCase = !entry.isRemoval
        case nil: break
        }
    }

    private mutating func addScript(_ entry: DataFile.Entry) {
        guard entry.section == .scripts else { return }
        let parts = entry.text.split(separator: 0x3A).map { String(decoding: $0, as: UTF8.self) }
        if parts.count == 2 { scriptAliases[parts[0]] = parts[1] }
    }
}
