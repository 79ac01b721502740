public import UnicodeText

/// Goes through texts with a matcher; keeps the memory it works in.
public final class TermScanner {
    private let matcher: TermMatcher
    private let scan: TermScan
    private let composer = Composer()

    init(_ matcher: TermMatcher, compounds: Bool) {
        self.matcher = matcher
        scan = TermScan(matcher, compounds: compounds)
    }

    /// The terms of a text by position: leftmost first and the longest of those that begin at a word, so that none
    /// overlap; or all of them.
    ///
    /// A text need not be composed.
    public func occurrences(in text: UTF8Text, overlapping: Bool = false) -> [TermOccurrence] {
        var result: [TermOccurrence] = []
        forEachOccurrence(in: text, overlapping: overlapping) { result.append($0) }
        return result
    }

    /// Calls `body` with the same, one after another: a text of many megabytes that is full of terms takes 64 bytes a term.
    ///
    /// `body` must not use the scanner.
    public func forEachOccurrence(
        in text: UTF8Text, overlapping: Bool = false, _ body: (TermOccurrence) throws -> Void
    ) rethrows {
        guard text.bytes.withUnsafeBufferPointer({ composer.compose($0) }) else {
            return try text.bytes.withUnsafeBytes { bytes in
                try forEachOccurrence(in: bytes, overlapping, { ($0, text[$0]) }, body)
            }
        }
        try forEachOccurrence(
            in: composer.composed, overlapping,
            { range in
                let range = composer.source(of: range)
                return (range, text[range])
            }, body)
    }

    /// The terms of a text in which some ranges are no text, such as tags and placeholders: it is read as if they were
    /// not there. An occurrence may reach over such ranges; what is found is the bytes as they stand.
    ///
    /// - Parameter codes: in order; one that overlaps the one before, or reaches beyond the text, is taken for text.
    /// - Complexity: O(n + codes).
    public func occurrences(
        in text: UTF8Text, codes: [ByteRange], overlapping: Bool = false
    ) -> [TermOccurrence] {
        var plain: [UInt8] = []
        var edits: [Edit] = []
        var position = 0
        for code in codes where code.lowerBound >= position && code.upperBound <= text.count && !code.isEmpty {
            plain += text.bytes[position..<code.lowerBound]
            edits.append(Edit(source: code, target: plain.count..<plain.count, rules: []))
            position = code.upperBound
        }
        plain += text.bytes[position...]
        let map = EditMap(sourceCount: text.count, targetCount: plain.count, edits: edits)
        return occurrences(in: UTF8Text(unchecked: plain), overlapping: overlapping).map { occurrence in
            let range = map.source(of: occurrence.range)
            return TermOccurrence(
                range: range, found: text[range], form: occurrence.form, rules: occurrence.rules,
                term: occurrence.term, glossary: occurrence.glossary, concept: occurrence.concept)
        }
    }

    private func forEachOccurrence(
        in composed: UnsafeRawBufferPointer, _ overlapping: Bool, _ place: (ByteRange) -> (ByteRange, UTF8Text),
        _ body: (TermOccurrence) throws -> Void
    ) rethrows {
        scan.findHits(in: composed, overlapping: overlapping)
        let reader = TokenReader(composed, matcher.affixes.table)
        for index in 0..<scan.hits.count {
            let hit = scan.hits[index]
            let entry = matcher.entries[hit.entry]
            let (range, found) = place(hit.range)
            let isPlain = hit.rank == .same && hit.range == hit.words
            let form: TermOccurrence.Form
            switch hit.rank {
            case .same: form = found == entry.term.text ? .exact : .folded
            case .toneless: form = .toneless
            case .inflected: form = .inflected
            case .compound: form = .compound
            }
            try body(
                TermOccurrence(
                    range: range, found: found, form: form,
                    rules: isPlain ? entry.rules : scan.rules(of: hit, entry, reader),
                    term: entry.term, glossary: entry.glossary, concept: entry.concept))
        }
    }
}
