internal import UnicodeText

/// A run of marks that may end a sentence, with the closing quotes and brackets behind it.
struct Candidate {
    let start: Int
    /// Behind the marks.
    private(set) var markEnd: Int
    /// The kind of the run: one full stop, an ellipsis, or the strongest mark in it.
    private(set) var kind: MarkKind
    /// Dots written with spaces between, such as ". . . .", that begin right behind a word.
    private(set) var isSpacedEllipsis = false
    /// Three dots with spaces around each: an omission, not an end.
    private(set) var isOmission = false
    /// Behind the first of the dots, if it is attached to a word and more than two others follow.
    private(set) var firstDotEnd: Int?
    /// Behind closing quotes, brackets and citation marks: where the break would be.
    var end: Int
    var hasQuote = false
    var hasBracket = false
    /// Behind the white space.
    var gapEnd: Int

    var hasGap: Bool { gapEnd > end }

    init(at start: Int, first: (kind: MarkKind, length: Int), in scanner: borrowing Scanner) {
        self.start = start
        kind = first.kind
        markEnd = start + first.length
        var count = 1
        while markEnd < scanner.unit.upperBound,
            let next = scanner.rules.marks.match(scanner.bytes, at: markEnd, limit: scanner.unit.upperBound),
            next.kind != .bullet, next.kind != .bracket
        {
            count += 1
            kind = Self.join(kind, next.kind)
            markEnd += next.length
        }
        end = markEnd
        gapEnd = markEnd
        if count == 1, kind == .dot { readSpacedDots(in: scanner) }
    }

    private static func join(_ left: MarkKind, _ right: MarkKind) -> MarkKind {
        if left == .stop || right == .stop { return .stop }
        if left == .mark || right == .mark { return .mark }
        return .ellipsis
    }

    /// Reads ". . ." after the first dot.
    private mutating func readSpacedDots(in scanner: borrowing Scanner) {
        var count = 1
        var position = markEnd
        while true {
            var next = position
            while let (scalar, length) = scanner.character(at: next), CharacterClass(scalar.value) == .space {
                next += length
            }
            guard next > position, next < scanner.unit.upperBound, scanner.bytes[next] == 0x2E else { break }
            // ". .NET" is no ellipsis.
            if let after = scanner.character(at: next + 1), after.scalar.isLetter || after.scalar.kind == .digit {
                break
            }
            count += 1
            position = next + 1
        }
        guard count >= 3 else { return }
        let isAttached = scanner.characterClass(before: start).map { $0 != .space } ?? false
        kind = .ellipsis
        isOmission = count == 3 && !isAttached
        isSpacedEllipsis = isAttached && count >= 4
        if isSpacedEllipsis { firstDotEnd = markEnd }
        markEnd = position
        end = position
        gapEnd = position
    }
}
