import UnicodeText

@testable import Terminology

extension FuzzTarget {
    static let terms = [
        FuzzTarget("terms") { bytes in
            var input = Input(bytes)
            let language = input.choose(Input.languages)
            let kind = input.choose([nil, "properNoun", "noun"])
            let type = input.choose([TermType.full, .acronym])
            var lines = input.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(20)
                .map { UTF8Text(unchecked: Array($0)) }
            let text = lines.removeLast()
            // Two glossaries, the second of which has the first one's terms too.
            let terms = lines.map { Term($0, type: type, partOfSpeech: kind) }
            let glossaries = [terms, Array(terms.reversed())].enumerated().map { index, terms in
                Glossary(
                    name: "g\(index)",
                    concepts: terms.enumerated().map {
                        Concept(
                            id: "c\($0.offset)", sections: [Concept.Section(language: language, terms: [$0.element])])
                    })
            }
            let matcher = TermMatcher(glossaries: glossaries, language: language)
            check(matcher, text)
            checkAgain(matcher, text)
            for term in terms { check(matcher, finds: term) }
        }
    ]

    /// What is found stands in the text, in order, and is the term or a form of it.
    private static func check(_ matcher: TermMatcher, _ text: UTF8Text) {
        var end = 0
        for found in matcher.occurrences(in: text) {
            require(found.range.lowerBound >= end && found.range.upperBound <= text.count, "\(found)")
            require(!found.range.isEmpty && text[found.range] == found.found, "\(found)")
            require(UTF8Validation.firstError(in: found.found.bytes) == nil, "\(found) cuts a character")
            require(matcher.concept(of: found).terms(in: matcher.language).contains(found.term), "\(found)")
            check(found, matcher)
            end = found.range.upperBound
        }
    }

    private static func check(_ found: TermOccurrence, _ matcher: TermMatcher) {
        switch found.form {
        case .exact: require(found.found == found.term.text, "\(found)")
        case .folded:
            let term = (try? NormalizationForm.nfc.apply(to: found.term.text)) ?? found.term.text
            let text = (try? NormalizationForm.nfc.apply(to: found.found)) ?? found.found
            require(matcher.affixes.fold(text) == matcher.affixes.fold(term), "\(found)")
        case .toneless: require(matcher.affixes.table.hasMarks, "\(found)")
        case .inflected: require(!found.rules.isEmpty, "\(found)")
        case .compound: require(false, "\(found) in a word that nobody took apart")
        }
    }

    /// What a scanner keeps of the words of long texts changes nothing: a text that comes again and again, an empty line
    /// between, has the same terms each time.
    private static func checkAgain(_ matcher: TermMatcher, _ text: UTF8Text) {
        let once = matcher.occurrences(in: text)
        let times = 8_192 / max(1, text.count) + 2
        let gap = Array("\n\n".utf8)
        let many = matcher.occurrences(
            in: UTF8Text(unchecked: Array([[UInt8]](repeating: text.bytes, count: times).joined(separator: gap))))
        require(many.count == once.count * times, "\(once.count) \(many.count)")
        for (index, found) in many.enumerated() {
            let (wanted, start) = (once[index % once.count], index / once.count * (text.count + gap.count))
            require(found.range == wanted.range.lowerBound + start..<wanted.range.upperBound + start, "\(found)")
            require(found.form == wanted.form && found.rules == wanted.rules, "\(found)")
            require(found.term == wanted.term && found.concept == wanted.concept, "\(found)")
        }
    }

    /// A text that is a term and nothing else holds that term, from the first word to the last.
    private static func check(_ matcher: TermMatcher, finds term: Term) {
        let text = (try? NormalizationForm.nfc.apply(to: term.text)) ?? term.text
        // Terms without words, with an empty line or with a word of a thousand bytes are not looked for.
        guard matcher.entries.contains(where: { $0.term == term }) else { return }
        let found = matcher.occurrences(in: text)
        require(found.count == 1, "\(term) in itself: \(found)")
        require(found[0].form == .exact || found[0].form == .folded, "\(term) in itself: \(found)")
        require(matcher.affixes.fold(found[0].found) == matcher.affixes.fold(text), "\(term) in itself: \(found)")
    }
}
