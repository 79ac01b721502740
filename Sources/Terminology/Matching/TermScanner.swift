public import UnicodeText

/// Goes through texts with a matcher; keeps a stemmer and the stems it has made.
public final class TermScanner {
    private let matcher: TermMatcher
    private let stemmer: Stemmer?
    private var stems: [UTF8Text: UTF8Text] = [:]
    /// Press copy has few different words; this bounds the memory of a scanner that sees everything.
    private static let maximumStems = 100_000

    init(_ matcher: TermMatcher) {
        self.matcher = matcher
        stemmer = matcher.knowledge.stemmer.flatMap { Stemmer(algorithm: $0) }
    }

    /// The terms of a text, leftmost first and longest where several begin at a word; they do not overlap.
    public func occurrences(in text: UTF8Text) -> [TermOccurrence] {
        var result: [TermOccurrence] = []
        let tokens = TermToken.tokens(of: text)
        var index = 0
        while index < tokens.count {
            if let (occurrence, end) = longest(from: index, tokens, text) {
                result.append(occurrence)
                index = end
            } else {
                index += 1
            }
        }
        return result
    }

    private func longest(from start: Int, _ tokens: [TermToken], _ text: UTF8Text) -> (TermOccurrence, Int)? {
        var best: (TermOccurrence, Int)?
        var node: Int32 = 0
        var index = start
        while index < tokens.count {
            let step = TermMatcher.Step(
                node: node, gap: index == start ? UTF8Text() : tokens[index].gap, stem: stem(tokens[index].folded))
            guard let next = matcher.steps[step] else { break }
            node = next
            index += 1
            guard let entries = matcher.entries[node], stands(start..<index, tokens) else { continue }
            let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
            let found = text[range]
            var chosen: TermOccurrence?
            for entry in entries {
                guard let form = form(of: entry, tokens[start..<index], found, text) else { continue }
                if let now = chosen, Self.rank(now.form) <= Self.rank(form) { continue }
                chosen = TermOccurrence(
                    range: range, found: found, form: form, term: entry.term, glossary: entry.glossary,
                    concept: entry.concept)
            }
            if let chosen { best = (chosen, index) }
        }
        return best
    }

    private static func rank(_ form: TermOccurrence.Form) -> Int {
        switch form {
        case .exact: 0
        case .folded: 1
        case .inflected: 2
        }
    }

    /// Whether the words stand free: an apostrophe at an end may join only what the language joins with one.
    private func stands(_ range: Range<Int>, _ tokens: [TermToken]) -> Bool {
        let first = tokens[range.lowerBound]
        if first.gap == TermToken.apostrophe, range.lowerBound > 0,
            !matcher.knowledge.cliticsBefore.contains(tokens[range.lowerBound - 1].folded)
        {
            return false
        }
        if range.upperBound < tokens.count, tokens[range.upperBound].gap == TermToken.apostrophe,
            !matcher.knowledge.cliticsAfter.contains(tokens[range.upperBound].folded),
            !matcher.knowledge.cliticsBefore.contains(tokens[range.upperBound - 1].folded)
        {
            return false
        }
        return true
    }

    private func form(
        of entry: TermMatcher.Entry, _ tokens: ArraySlice<TermToken>, _ found: UTF8Text, _ text: UTF8Text
    ) -> TermOccurrence.Form? {
        if found == entry.term.text { return .exact }
        var isInflected = false
        for (index, token) in tokens.enumerated() {
            if entry.isName || entry.isCaseSensitive, entry.capitals[index],
                text.scalar(at: token.range.lowerBound).scalar.kind != .upper
            {
                return nil
            }
            if token.folded == entry.tokens[index] { continue }
            guard !entry.isCaseSensitive, !entry.isName,
                matcher.knowledge.areForms(entry.tokens[index], token.folded)
            else { return nil }
            isInflected = true
        }
        // An acronym is its capitals; only blanks and hyphens in it may differ.
        if entry.isCaseSensitive, !sameLetters(found, entry.text) { return nil }
        return isInflected ? .inflected : .folded
    }

    private func sameLetters(_ one: UTF8Text, _ other: UTF8Text) -> Bool {
        func letters(_ text: UTF8Text) -> [Unicode.Scalar] {
            text.placedScalars.map(\.scalar).filter { $0.isLetter || $0.kind == .digit }
        }
        return letters(one) == letters(other)
    }

    private func stem(_ folded: UTF8Text) -> UTF8Text {
        guard let stemmer else { return folded }
        if let known = stems[folded] { return known }
        let stem = stemmer.stem(folded)
        if stems.count >= Self.maximumStems { stems.removeAll(keepingCapacity: true) }
        stems[folded] = stem
        return stem
    }
}
