public import UnicodeText

/// Compares the terms of a text and of its translation with what the glossaries say.
///
/// A term is there in any form the matcher knows, or may be there by three fifths of its words' letters: only a term that is
/// nowhere is missing.
public struct TermCheck: Sendable {
    public enum Problem: Hashable, Sendable {
        /// No term that the glossary has for the concept stands in the translation.
        case missing
        /// The glossary has the same word in both languages, and it does not stand in the translation.
        case changed
        case forbidden
        case deprecated
    }

    public struct Issue: Sendable {
        public let problem: Problem
        /// In the source for what is missing or changed, else in the translation.
        public let occurrence: TermOccurrence
        /// The term that the glossary wants in the translation.
        public let wanted: Term?
    }

    /// A term of the translation that stands for one of the source.
    public struct Use: Hashable, Sendable {
        public let source: TermOccurrence
        public let target: TermOccurrence
    }

    public let source: TermMatcher
    public let target: TermMatcher
    private let strict: Int
    private let asked: Int

    /// - Parameters:
    ///   - source: A matcher for the source language.
    ///   - target: One of the same glossaries for the language of the translation.
    ///   - strict: So many glossaries, from the first, ask for each of their terms.
    ///   - asked: So many ask for terms of two words or more: a single word has meanings that no glossary knows. The rest
    ///     only says what is forbidden and deprecated.
    public init(source: TermMatcher, target: TermMatcher, strict: Int, asked: Int) {
        self.source = source
        self.target = target
        self.strict = strict
        self.asked = max(strict, asked)
    }

    /// What is wrong in a translation, by position, the source's first, and the terms that were used.
    public func check(_ text: UTF8Text, _ translation: UTF8Text) -> (issues: [Issue], uses: [Use]) {
        let ours = source.occurrences(in: text)
        let theirs = target.occurrences(in: translation)
        var issues: [Issue] = []
        var uses: [Use] = []
        var seen: Set<[Int]> = []
        var presence: TermPresence?
        for occurrence in ours where seen.insert([occurrence.glossary, occurrence.concept]).inserted {
            let here = theirs.filter { Self.isSame($0, occurrence) }
            guard isAsked(occurrence) else { continue }
            uses += here.map { Use(source: occurrence, target: $0) }
            let terms = source.concept(of: occurrence).terms(in: target.language)
            // A term that may not be used is a finding of its own.
            guard here.isEmpty, let wanted = wanted(occurrence) else { continue }
            if occurrence.glossary < strict, wanted.text == occurrence.term.text {
                guard translation.bytes.firstRange(of: wanted.text.bytes) == nil else { continue }
                issues.append(Issue(problem: .changed, occurrence: occurrence, wanted: wanted))
                continue
            }
            let text = presence ?? TermPresence(translation)
            presence = text
            guard !terms.contains(where: { text.mayHold($0.text) }) else { continue }
            issues.append(Issue(problem: .missing, occurrence: occurrence, wanted: wanted))
        }
        for occurrence in theirs {
            let problem: Problem
            switch occurrence.term.status {
            case .forbidden: problem = .forbidden
            case .deprecated: problem = .deprecated
            case .preferred, .admitted, .proposed: continue
            }
            guard isMeant(occurrence, by: ours) else { continue }
            issues.append(Issue(problem: problem, occurrence: occurrence, wanted: wanted(occurrence)))
        }
        return (issues, uses)
    }

    private static func isSame(_ one: TermOccurrence, _ other: TermOccurrence) -> Bool {
        one.glossary == other.glossary && one.concept == other.concept
    }

    private func isAsked(_ occurrence: TermOccurrence) -> Bool {
        occurrence.glossary < strict || occurrence.glossary < asked && occurrence.term.text.bytes.contains(0x20)
    }

    private func wanted(_ occurrence: TermOccurrence) -> Term? {
        source.concept(of: occurrence).preferredTerm(in: target.language)
    }

    /// A word that is wrong for one concept may be right for another: the source must speak of it, if it can.
    private func isMeant(_ occurrence: TermOccurrence, by ours: [TermOccurrence]) -> Bool {
        ours.contains { Self.isSame($0, occurrence) }
            || target.concept(of: occurrence).terms(in: source.language).isEmpty
    }
}
