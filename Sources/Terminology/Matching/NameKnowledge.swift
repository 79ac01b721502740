internal import UnicodeText

/// What the data of a language says of names alone.
struct NameKnowledge: Sendable {
    /// Names of places that are first names too.
    let firstNames: Set<UTF8Text>
    /// Words, case-folded, one of which stands before or behind a name that is a common word too.
    struct Context: Sendable {
        var before: Set<UTF8Text> = []
        var behind: Set<UTF8Text> = []
    }

    /// For a name the names of something else: "New Mexico", "Mexico City"; for an empty one those that hold any.
    let others: [UTF8Text: [NameFrame]]
    /// Names that are common words, or names of people, too.
    let homographs: [UTF8Text: Context]
    /// Names that are adjectives too, with a capital in the names of institutions: "Cruz Vermelha Indonésia".
    let adjectives: Set<UTF8Text>
    /// Words that have a capital before such a name at the beginning of a sentence only.
    let prepositions: Set<UTF8Text>
    /// For a name the characters that stand for it in compounds: 美 in 中美.
    let shortNames: [UTF8Text: [UTF8Text]]
    /// The compounds, of two characters each, as numbers of which the first byte is the lowest.
    let compounds: NumberSet
    /// For a word of names the one that may stand before it: "Korea Kaskazini", "Korea ya Kaskazini".
    let connectives: [UTF8Text: UTF8Text]
    /// Capitals that texts write without their accents.
    let bareCapitals: [Unicode.Scalar: Unicode.Scalar]
    /// Whether one capital is enough in a name of several words: "Nations unies".
    let needsOneCapital: Bool

    init(_ file: SectionedFile) {
        firstNames = Set(file.lines("first-names"))
        var others: [UTF8Text: [NameFrame]] = [:]
        for line in file.lines("other-names") {
            guard let (name, frame) = NameFrame.read(line) else { continue }
            others[name, default: []].append(frame)
        }
        self.others = others
        var homographs: [UTF8Text: Context] = [:]
        for words in file.words("homographs") where words.count > 1 {
            let sides = words.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            homographs[words[0]] = Context(before: Set(sides[0]), behind: sides.count > 1 ? Set(sides[1]) : [])
        }
        self.homographs = homographs
        adjectives = Set(file.words("adjectives").joined())
        prepositions = Set(file.words("prepositions").joined())
        var shortNames: [UTF8Text: [UTF8Text]] = [:]
        for words in file.words("short-names") where words.count > 1 {
            shortNames[words[0], default: []] += words.dropFirst()
        }
        self.shortNames = shortNames
        compounds = NumberSet(
            Set(
                file.words("compounds").joined().filter { $0.count <= 8 }.map { word in
                    word.bytes.withUnsafeBytes { ASCIIWord.load($0, word.all) }
                }))
        var connectives: [UTF8Text: UTF8Text] = [:]
        for words in file.words("connectives") where words.count > 1 {
            for word in words.dropFirst() { connectives[word] = words[0] }
        }
        self.connectives = connectives
        var bareCapitals: [Unicode.Scalar: Unicode.Scalar] = [:]
        for words in file.words("bare-capitals") where words.count == 2 {
            bareCapitals[words[0].scalar(at: 0).scalar] = words[1].scalar(at: 0).scalar
        }
        self.bareCapitals = bareCapitals
        needsOneCapital = file.lines("options").contains("one capital of a name")
    }

    /// What a place must be for a name to stand there.
    func conditions(of name: UTF8Text) -> TermConditions {
        var conditions: TermConditions = []
        if firstNames.contains(name) { conditions.insert(.firstName) }
        if others[name] != nil || others[UTF8Text()] != nil { conditions.insert(.otherName) }
        if homographs[name] != nil { conditions.insert(.homograph) }
        if adjectives.contains(name) { conditions.insert(.adjective) }
        return conditions
    }
}
