internal import Terminology
internal import UnicodeText

/// Terms by the glossaries: missing, forbidden, deprecated, changed though they stay, and translated in two ways.
///
/// Of each concept the first term used in the run is kept, so memory does not grow with the file.
struct TermRule: CheckRule {
    private struct Key: Hashable {
        let glossary: Int
        let concept: Int
    }

    private struct First {
        let term: UTF8Text
        let place: String
        var told: Set<UTF8Text> = []
    }

    private let terms: TermCheck
    private var firsts: [Key: First] = [:]

    init(_ terms: TermCheck) { self.terms = terms }

    mutating func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        guard !unit.isProtected else { return }
        let (issues, uses) = terms.check(unit.source.segment.text, unit.target.segment.text)
        for issue in issues { report(Self.finding(issue)) }
        let concepts = Dictionary(grouping: uses.filter { Self.isComparable($0.target) }) {
            Key(glossary: $0.target.glossary, concept: $0.target.concept)
        }
        func start(_ uses: [TermCheck.Use]) -> Int { uses.first?.target.range.lowerBound ?? 0 }
        for (key, uses) in concepts.sorted(by: { start($0.value) < start($1.value) }) {
            compare(uses, key, unit, report)
        }
    }

    private mutating func compare(
        _ uses: [TermCheck.Use], _ key: Key, _ unit: CheckUnit, _ report: (CheckFinding) -> Void
    ) {
        // A text that uses both varies for the sake of style.
        guard let use = uses.first, uses.allSatisfy({ $0.target.term == use.target.term }) else { return }
        guard var first = firsts[key] else {
            firsts[key] = First(
                term: use.target.term.text, place: unit.line.map { "line \($0)" } ?? "unit \(unit.id)")
            return
        }
        guard first.term != use.target.term.text, first.told.insert(use.target.term.text).inserted else { return }
        firsts[key] = first
        report(
            CheckFinding(
                .inconsistentTerm, side: .target, range: use.target.range,
                message: "\(use.source.term.text) was translated as \(first.term) at \(first.place)",
                suggestion: first.term))
    }

    /// An acronym stands beside the full term, and what may not be used is a finding by itself.
    private static func isComparable(_ occurrence: TermOccurrence) -> Bool {
        let term = occurrence.term
        return term.type == .full && (term.status == .preferred || term.status == .admitted)
    }

    private static func finding(_ issue: TermCheck.Issue) -> CheckFinding {
        let (range, found) = (issue.occurrence.range, issue.occurrence.found)
        let wanted = issue.wanted?.text
        switch issue.problem {
        case .missing:
            return CheckFinding(
                .termMissing, side: .source, range: range,
                message: "\(found): the glossary's term does not stand in the translation", suggestion: wanted)
        case .changed:
            return CheckFinding(
                .protected, side: .source, range: range, message: "\(found) stays as it is in the translation",
                suggestion: wanted)
        case .forbidden:
            return CheckFinding(
                .termForbidden, side: .target, range: range, message: "the glossary forbids \(found)",
                suggestion: wanted)
        case .deprecated:
            return CheckFinding(
                .termDeprecated, side: .target, range: range, message: "the glossary calls \(found) deprecated",
                suggestion: wanted)
        }
    }
}
