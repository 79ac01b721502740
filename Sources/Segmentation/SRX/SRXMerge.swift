internal import UnicodeText

/// Decides in one unit of text at every place where a rule of an SRX file breaks and, where they are asked as well, at
/// those that the language's own rules have considered.
struct SRXMerge: ~Copyable {
    /// White space behind a boundary of ours that is asked for a rule that forbids it: a pattern may take the space.
    private static let gap = 8

    let program: SRXProgram
    let matcher: SRXMatcher
    let scanner: Scanner
    let recordsAll: Bool

    init(program: SRXProgram, matcher: SRXMatcher, scanner: consuming Scanner, recordsAll: Bool) {
        self.program = program
        self.matcher = matcher
        self.scanner = scanner
        self.recordsAll = recordsAll
    }

    /// A place where some rule breaks.
    private struct Place {
        let unit: Int
        let byte: Int
        let rule: Int
    }

    func boundaries(_ mode: SRXSegmenter.Mode) throws -> [Boundary] {
        var places = UTF16Places(scanner.bytes, scanner.unit)
        let own = mode == .add ? scanner.boundaries : []
        return try places.units.withUnsafeBufferPointer { text in
            var breaks: [Place] = []
            for candidate in try matcher.candidates(in: text) {
                let byte = places.byteOffset(candidate.offset)
                breaks.append(Place(unit: candidate.offset, byte: byte, rule: candidate.rule))
            }
            places.rewind()
            var result = Result(scanner: scanner.copy(), recordsAll: recordsAll)
            var next = 0
            for boundary in own {
                while next < breaks.count, breaks[next].byte < boundary.offset {
                    try decide(breaks[next], text, &result)
                    next += 1
                }
                let start = places.unitOffset(boundary.offset)
                let end = places.unitOffset(scanner.skipSpace(from: boundary.offset))
                let first = next
                while next < breaks.count, breaks[next].unit <= end { next += 1 }
                try decide(boundary, start...end, breaks[first..<next], text, &result)
            }
            for place in breaks[next...] { try decide(place, text, &result) }
            return result.boundaries
        }
    }

    /// At a place that the file's rules alone speak of.
    private func decide(_ place: Place, _ text: UnsafeBufferPointer<UInt16>, _ result: inout Result) throws {
        guard let rule = try matcher.decide(at: place.unit, breaking: place.rule, in: text) else { return }
        result.add(place.byte, isBreak: program.rules[rule].isBreak, program.name(of: rule))
    }

    /// At a boundary of ours, where the file's rules may speak of any place of the white space behind it.
    private func decide(
        _ boundary: Boundary, _ gap: ClosedRange<Int>, _ breaks: ArraySlice<Place>,
        _ text: UnsafeBufferPointer<UInt16>, _ result: inout Result
    ) throws {
        var veto: Int?
        var next = breaks.startIndex
        let last = boundary.isBreak ? min(gap.upperBound, gap.lowerBound + Self.gap) : gap.lowerBound - 1
        var place = gap.lowerBound
        while place <= last || next < breaks.endIndex {
            if place > last { place = breaks[next].unit }
            var breaking: Int?
            if next < breaks.endIndex, breaks[next].unit == place {
                breaking = breaks[next].rule
                next += 1
            }
            if let rule = try matcher.decide(at: place, breaking: breaking, in: text) {
                if program.rules[rule].isBreak {
                    return result.add(boundary.offset, isBreak: true, program.name(of: rule))
                }
                veto = veto ?? rule
            }
            place += 1
        }
        if let veto { return result.add(boundary.offset, isBreak: false, program.name(of: veto)) }
        result.add(boundary.offset, isBreak: boundary.isBreak, boundary.rule)
    }

    /// The boundaries of a unit as they come.
    private struct Result: ~Copyable {
        var scanner: Scanner
        let recordsAll: Bool
        private(set) var boundaries: [Boundary] = []
        /// First byte of the sentence at hand, without white space before it.
        private var start: Int

        init(scanner: consuming Scanner, recordsAll: Bool) {
            self.recordsAll = recordsAll
            start = scanner.skipSpace(from: scanner.unit.lowerBound)
            scanner.sentenceStart = scanner.unit.lowerBound
            self.scanner = scanner
        }

        mutating func add(_ offset: Int, isBreak: Bool, _ rule: String) {
            guard isBreak || recordsAll else { return }
            // A sentence holds something: a break in the white space before it is none.
            guard !isBreak || offset > start else { return }
            if isBreak, scanner.hasException(at: offset) {
                if recordsAll {
                    boundaries.append(Boundary(offset: offset, isBreak: false, rule: BoundaryRule.exception.rawValue))
                }
                return
            }
            boundaries.append(Boundary(offset: offset, isBreak: isBreak, rule: rule))
            if isBreak { start = scanner.skipSpace(from: offset) }
        }
    }
}
