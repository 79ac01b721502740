internal import UnicodeText

/// What is gathered of one candidate.
struct CandidateDraft {
    private(set) var count = 0
    /// Numbers of the texts, ascending.
    private(set) var segments: [Int] = []
    private var forms: [UTF8Text: Int] = [:]
    private var examples: [TermCandidate.Example] = []
    /// Places where case says something, and those of them with capitals throughout, or nothing but capitals.
    private var cased = 0
    private var names = 0
    private var acronyms = 0

    mutating func add(_ text: ExtractionText, _ range: Range<Int>, in segment: Int) {
        count += 1
        if segments.last != segment {
            segments.append(segment)
            if examples.count < 3 {
                examples.append(TermCandidate.Example(segment: segment, range: text.bytes(range)))
            }
        }
        guard text.saysCase else {
            // A title's spelling counts only where there is no other.
            forms[text.form(range), default: 0] += 0
            return
        }
        forms[text.form(range), default: 0] += 1
        cased += 1
        let first = text.tokens[range.lowerBound]
        let last = text.tokens[range.upperBound - 1]
        if range.count == 1, first.shape == .capitals { acronyms += 1 }
        if first.shape != .lower, last.shape != .lower { names += 1 }
    }

    func candidate(_ key: [Int32]) -> TermCandidate {
        let ordered = forms.sorted { one, other in
            if one.value != other.value { return one.value > other.value }
            if one.key.count != other.key.count { return one.key.count < other.key.count }
            // Small letters come behind capitals in ASCII.
            return other.key < one.key
        }.map(\.key)
        let kind: TermCandidate.Kind = acronyms * 2 > cased ? .acronym : names * 2 > cased ? .name : .term
        var candidate = TermCandidate(
            text: ordered.first ?? UTF8Text(), kind: kind, count: count, segments: segments.count, cValue: 0)
        candidate.variants = Array(ordered.dropFirst())
        candidate.examples = examples
        candidate.keys = [key]
        return candidate
    }
}
