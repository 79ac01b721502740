internal import UnicodeText

/// A term of a query made ready: all its patterns must be found in one variant.
struct ConcordanceTerm {
    /// Where it is looked for.
    struct Scope: Hashable {
        let languages: [LanguageTag]
        let side: ConcordanceQuery.Term.Side
    }

    let scope: Scope
    let patterns: [ConcordancePattern]

    /// `nil` for a text without anything to find.
    init?(_ term: ConcordanceQuery.Term, mode: ConcordanceQuery.Mode) throws(ConcordanceQueryError) {
        scope = Scope(languages: term.languages, side: term.side)
        var patterns: [ConcordancePattern] = []
        for text in mode == .allWords ? Self.words(of: term.text) : [term.text] {
            let isWord = mode == .allWords
            let pattern =
                term.hasWildcards
                ? try ConcordancePattern(wildcards: text, isWholeWord: isWord)
                : ConcordancePattern(literal: text, isWholeWord: isWord)
            if let pattern { patterns.append(pattern) }
        }
        if patterns.isEmpty { return nil }
        self.patterns = patterns
    }

    private static func words(of text: UTF8Text) -> [UTF8Text] {
        var words: [UTF8Text] = []
        var start = 0
        func end(_ offset: Int) { if offset > start { words.append(text[start..<offset]) } }
        for placed in text.placedScalars where placed.scalar.isBlank {
            end(placed.range.lowerBound)
            start = placed.range.upperBound
        }
        end(text.count)
        return words
    }

    /// The quality of the best match of each pattern, all together.
    func quality(of matches: [[PatternMatch]], in text: ConcordanceText) -> ConcordanceQuality {
        var quality = ConcordanceQuality()
        for (pattern, matches) in zip(patterns, matches) {
            var best: ConcordanceQuality?
            for match in matches {
                let one = pattern.quality(of: match, in: text)
                best = best.map { min($0, one) } ?? one
                if best == ConcordanceQuality() { break }
            }
            quality.include(best)
        }
        return quality
    }
}

extension ConcordancePattern {
    fileprivate func quality(of match: PatternMatch, in text: ConcordanceText) -> ConcordanceQuality {
        var quality = ConcordanceQuality()
        quality.isPart =
            !(text.isBoundary(match.elements.lowerBound) && text.isBoundary(match.elements.upperBound))
        for (piece, elements) in zip(pieces, match.pieces) {
            quality.likeness = max(quality.likeness, piece.likeness(of: elements, in: text))
        }
        return quality
    }
}
