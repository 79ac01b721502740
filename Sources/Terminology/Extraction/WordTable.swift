internal import UnicodeText

/// The words of the texts in numbers, with their stems, roles, and how they were written.
///
/// Belongs to one task at a time.
final class WordTable {
    struct Word {
        let folded: UTF8Text
        let stem: Int32
        var role: ExtractionWords.Role
        /// How often it was written small, and with a capital where a capital says something.
        var lower = 0
        var capital = 0
        /// In how many segments it was.
        var segments = 0
        var lastSegment = -1
    }

    private(set) var words: [Word] = []
    private var numbers: [UTF8Text: Int32] = [:]
    private var stemNumbers: [UTF8Text: Int32] = [:]
    private let stemmer: Stemmer?
    private let knowledge: ExtractionWords

    init(_ language: LanguageTag) {
        let stemmer = Stemmer(algorithm: language.language)
        self.stemmer = stemmer
        knowledge = ExtractionWords(language) { stemmer?.stem($0) ?? $0 }
    }

    /// The numbers of a case-folded word and of its stem, given when they are first asked for.
    func number(of folded: UTF8Text) -> (word: Int32, stem: Int32) {
        if let number = numbers[folded] { return (number, words[Int(number)].stem) }
        let stem = stemmer?.stem(folded) ?? folded
        let stemNumber = stemNumbers[stem] ?? Int32(stemNumbers.count)
        stemNumbers[stem] = stemNumber
        let number = Int32(words.count)
        numbers[folded] = number
        words.append(Word(folded: folded, stem: stemNumber, role: knowledge.role(of: folded, stem: stem)))
        return (number, stemNumber)
    }

    /// The number of a stem that the table has; `nil` for others.
    func stem(of folded: UTF8Text) -> Int32? {
        if let number = numbers[folded] { return words[Int(number)].stem }
        return stemNumbers[stemmer?.stem(folded) ?? folded]
    }

    /// Counts a word of a segment.
    ///
    /// - Parameter saysCase: Whether a capital would mean a name here.
    func count(_ token: ExtractionToken, segment: Int, saysCase: Bool) {
        let index = Int(token.word)
        if words[index].lastSegment != segment {
            words[index].lastSegment = segment
            words[index].segments += 1
        }
        guard saysCase else { return }
        switch token.shape {
        case .lower: words[index].lower += 1
        case .capital, .capitals: if !token.isInitial { words[index].capital += 1 }
        case .number: break
        }
    }

    /// In a language nothing is known of, words of more than one of twenty segments are words of grammar.
    func settle(segments: Int) {
        guard !knowledge.isKnown, segments >= 100 else { return }
        for index in words.indices where words[index].segments * 20 > segments { words[index].role = .function }
    }
}
