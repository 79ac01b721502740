internal import UnicodeText

/// Goes through a unit of text once and decides at every mark that may end a sentence.
///
/// Work per mark is bounded: the word before it is looked at for at most `reach` bytes, what follows only up
/// to the next word, so that the whole is O(n) whatever the text.
///
/// Copies are made by name only: one for each call would take longer than the work.
struct Scanner: ~Copyable {
    /// Bytes looked at before a mark; a longer word is no abbreviation.
    static let reach = 64

    let bytes: [UInt8]
    private let shared: Shared
    let exceptions: WordTable
    let recordsAll: Bool
    let quotations: Segmenter.Options.Quotations

    private(set) var boundaries: [Boundary] = []
    /// The part of the text that is being scanned.
    var unit: ByteRange = 0..<0
    /// First byte of the sentence that is being read, without white space before it.
    var sentenceStart = 0
    /// The quotations of the unit that stay in one piece, and the first that the scan has not passed.
    var quotationRanges: [ByteRange] = []
    var nextQuotation = 0
    /// The last marker of the list that is being read.
    var lastMarker: ListMarker?
    /// Neutral double quotes before `quoteCursor` in the unit.
    var quoteCount = 0
    var quoteCursor = 0

    /// Held by reference, for a scanner is passed about with every call and should be small.
    private final class Shared: Sendable {
        let rules: RuleSet

        init(_ rules: RuleSet) { self.rules = rules }
    }

    @inline(__always)
    var rules: RuleSet { shared.rules }

    init(
        bytes: [UInt8], rules: RuleSet, exceptions: WordTable, quotations: Segmenter.Options.Quotations,
        recordsAll: Bool
    ) {
        self.bytes = bytes
        shared = Shared(rules)
        self.exceptions = exceptions
        self.quotations = quotations
        self.recordsAll = recordsAll
    }

    /// Another for the same text, at the same place.
    func copy() -> Scanner {
        var copy = Scanner(
            bytes: bytes, rules: rules, exceptions: exceptions, quotations: quotations, recordsAll: recordsAll)
        copy.boundaries = boundaries
        copy.unit = unit
        copy.sentenceStart = sentenceStart
        return copy
    }

    /// Scans a part of the text; its boundaries are then in `boundaries`.
    mutating func scan(_ unit: ByteRange) {
        self.unit = unit
        boundaries.removeAll(keepingCapacity: true)
        sentenceStart = skipSpace(from: unit.lowerBound)
        lastMarker = nil
        quoteCount = 0
        quoteCursor = unit.lowerBound
        nextQuotation = 0
        quotationRanges = quotations == .whole ? Quotations.ranges(in: bytes, unit, rules) : []
        var position = unit.lowerBound
        while position < unit.upperBound {
            position = rules.marks.next(in: bytes, from: position, to: unit.upperBound)
            guard position < unit.upperBound else { break }
            guard let mark = rules.marks.match(bytes, at: position, limit: unit.upperBound) else {
                position += 1
                continue
            }
            switch mark.kind {
            case .bullet:
                readBullet(at: position)
                position += mark.length
            case .bracket:
                readBracket(at: position)
                position += mark.length
            default:
                position = readCandidate(at: position, first: mark)
            }
        }
    }

    /// Decides at a run of marks. Returns where the scan goes on.
    private mutating func readCandidate(at start: Int, first: (kind: MarkKind, length: Int)) -> Int {
        var candidate = Candidate(at: start, first: first, in: self)
        if candidate.isSpacedEllipsis, let dot = candidate.firstDotEnd {
            // "compounds. . . . The": a full stop, then the three dots of an omission (Chicago Manual, 13.53).
            if skipSpace(from: candidate.markEnd) < unit.upperBound, !closes(at: candidate.markEnd) {
                record(dot, isBreak: true, .fullStop)
                return candidate.markEnd
            }
        }
        close(&candidate)
        if candidate.gapEnd >= unit.upperBound { return max(candidate.end, candidate.markEnd) }
        if readListMarker(candidate) { return candidate.end }
        let (isBreak, rule) = decide(&candidate)
        record(candidate.end, isBreak: isBreak, rule)
        return candidate.end
    }

    /// Notes a boundary, and where the next sentence begins if it is one.
    mutating func record(_ offset: Int, isBreak: Bool, _ rule: BoundaryRule) {
        guard isBreak || recordsAll else { return }
        // A sentence holds something: a break right at its start is none.
        let isBreak = isBreak && offset > sentenceStart
        boundaries.append(Boundary(offset: offset, isBreak: isBreak, rule: rule.rawValue))
        if isBreak { sentenceStart = skipSpace(from: offset) }
    }
}
