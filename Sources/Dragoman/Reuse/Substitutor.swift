internal import Normalization
public import TranslationMemory
public import UnicodeText

/// Puts the numbers, dates, currencies, addresses and terms of a text into the translation of a text that is like it.
///
/// Only what is certain is done: what the memory's source has must be found in its translation once, or as often as in the
/// source. It is written as the translation writes it: its digits, separators, order of a date.
public struct Substitutor: Sendable {
    private let numbers: NumberSubstitution
    private let dates: DateSubstitution
    private let names: [CalendarNameSubstitution]
    private let terms: TermSubstitution?

    /// - Parameter matchers: `nil` leaves terms alone.
    public init(from source: LanguageTag, to target: LanguageTag, matchers: TermMatchers? = nil) {
        numbers = NumberSubstitution(from: source, to: target)
        dates = DateSubstitution(from: source, to: target)
        names = [
            CalendarNameSubstitution(.weekdays, .weekday, from: source, to: target),
            CalendarNameSubstitution(.months, .month, from: source, to: target),
        ]
        terms = matchers.map { TermSubstitution(language: target, matchers: $0) }
    }

    /// The draft that a match gives for a text.
    ///
    /// - Throws: What the making of the term matchers throws.
    public func draft(_ match: Match, for query: InlineText) throws -> Draft {
        var draft = Draft(target: match.target.segment, match: match, substitutions: [])
        guard !match.differences.isEmpty else { return draft }
        let texts = ReuseTexts(
            query: query.text, match: match.source.segment.text, target: draft.target.text,
            differences: match.differences)
        // A date holds numbers, and a term may: the larger goes first.
        var edits: [TargetEdit] = []
        for more in [
            dates.edits(texts), try terms?.edits(texts) ?? [], names.flatMap { $0.edits(texts) },
            numbers.edits(texts), VerbatimSubstitution.edits(texts),
        ] {
            edits += more.filter { edit in
                edits.allSatisfy {
                    !$0.range.overlaps(edit.range) && !$0.match.overlaps(edit.match) && !$0.query.overlaps(edit.query)
                }
            }
        }
        apply(edits.sorted { $0.range.lowerBound < $1.range.lowerBound }, to: &draft)
        return draft
    }

    private func apply(_ edits: [TargetEdit], to draft: inout Draft) {
        let old = draft.target
        var bytes: [UInt8] = []
        var codes = old.codes
        var position = 0
        for edit in edits {
            bytes += old.text.bytes[position..<edit.range.lowerBound]
            let start = bytes.count
            bytes += edit.replacement.bytes
            position = edit.range.upperBound
            draft.substitutions.append(
                Substitution(
                    edit.kind, query: edit.query, match: edit.match, target: start..<bytes.count,
                    before: old.text[edit.range]))
            // Codes behind the place move along; one within it stands behind what is new.
            for index in codes.indices where old.codes[index].position > edit.range.lowerBound {
                codes[index].position =
                    bytes.count + max(0, old.codes[index].position - edit.range.upperBound)
            }
        }
        bytes += old.text.bytes[position...]
        draft.target = InlineText(UTF8Text(unchecked: bytes), codes: codes)
    }
}
