internal import UnicodeText

/// Finds where the rules of a language hold in a text.
///
/// A rule holds at a place if its `beforebreak`, matched from some place before as ICU matches it (which takes as much
/// as it can where the pattern is greedy), ends there, and its `afterbreak` matches from there. The first rule that
/// holds decides. Matches are sought from every place, so that those that overlap are found as well.
///
/// A match is looked for within `reach` code units on either side, which keeps a text's time linear whatever the
/// patterns. It holds the state of matches and belongs to one task at a time.
final class SRXMatcher {
    /// Code units of the longest match, and of what anchors and looks see beyond.
    static let reach = 256

    /// A place where a rule breaks, in code units, and the first rule that does.
    struct Candidate: Hashable {
        let offset: Int
        let rule: Int
    }

    private struct Side {
        /// `nil` for a pattern that says nothing.
        let regex: ICURegex?
        let pattern: SRXPattern
    }

    let rules: [SRXRule]
    private let file: String
    private var sides: [(before: Side, after: Side)] = []
    /// Indices of the rules that forbid a break, in order.
    private let vetoes: [Int]

    init(rules: [SRXRule], file: String) throws {
        self.rules = rules
        self.file = file
        vetoes = rules.indices.filter { !rules[$0].isBreak }
        // Rules share expressions, but the two sides do not: one is asked while the other is amid its matches.
        var befores: [[UInt16]: ICURegex] = [:]
        var afters: [[UInt16]: ICURegex] = [:]
        for rule in rules {
            sides.append((try Self.side(rule.before, &befores), try Self.side(rule.after, &afters)))
        }
    }

    private static func side(_ pattern: SRXPattern, _ known: inout [[UInt16]: ICURegex]) throws -> Side {
        if pattern.isEmpty { return Side(regex: nil, pattern: pattern) }
        if let regex = known[pattern.units] { return Side(regex: regex, pattern: pattern) }
        let regex = try pattern.regex()
        known[pattern.units] = regex
        return Side(regex: regex, pattern: pattern)
    }

    /// Every place within a text where some rule breaks, in order, each with the first rule that does.
    ///
    /// O(n) for each rule that breaks.
    func candidates(in text: UnsafeBufferPointer<UInt16>) throws -> [Candidate] {
        var all: [Candidate] = []
        // A place is noted once, whatever the number of rules that break there: memory is bounded by the text.
        var taken = [UInt64](repeating: 0, count: (text.count >> 6) + 1)
        for index in rules.indices where rules[index].isBreak {
            try attempt(index) {
                try breaks(of: sides[index], in: text) { offset in
                    let bit: UInt64 = 1 << UInt64(offset & 63)
                    guard taken[offset >> 6] & bit == 0 else { return }
                    taken[offset >> 6] |= bit
                    all.append(Candidate(offset: offset, rule: index))
                }
            }
        }
        all.sort { $0.offset < $1.offset }
        return all
    }

    /// Calls `found` with each place within a text where a rule's patterns meet; with some more than once.
    private func breaks(
        of rule: (before: Side, after: Side), in text: UnsafeBufferPointer<UInt16>, _ found: (Int) -> Void
    ) throws {
        let (before, after) = rule
        if let regex = before.regex {
            if let mark = before.pattern.shape.mark {
                // Few places have the mark that every match ends with.
                for offset in text.indices where text[offset] == mark && offset + 1 < text.count {
                    guard before.pattern.shape.mayEnd(text, at: offset + 1) else { continue }
                    if try Self.begins(after, at: offset + 1, in: text), try Self.ends(before, at: offset + 1, in: text)
                    {
                        found(offset + 1)
                    }
                }
                return
            }
            var last = -1
            try Self.matches(regex, in: text, before: after) { range in
                let end = range.upperBound
                guard end != last, end > 0, end < text.count else { return }
                last = end
                if try Self.begins(after, at: end, in: text) { found(end) }
            }
        } else if let regex = after.regex {
            try Self.matches(regex, in: text) { range in
                if range.lowerBound > 0 { found(range.lowerBound) }
            }
        } else {
            var offset = Self.next(text, 0)
            while offset < text.count {
                found(offset)
                offset = Self.next(text, offset)
            }
        }
    }

    /// The rule that decides at a place where `breaking` is the first rule that breaks; `nil` where no rule holds.
    ///
    /// O(rules), for most of them a look at one character.
    func decide(at offset: Int, breaking: Int?, in text: UnsafeBufferPointer<UInt16>) throws -> Int? {
        for index in vetoes {
            if let breaking, index > breaking { break }
            let (before, after) = sides[index]
            guard before.pattern.shape.mayEnd(text, at: offset) else { continue }
            var holds = false
            try attempt(index) {
                holds = try Self.begins(after, at: offset, in: text) && Self.ends(before, at: offset, in: text)
            }
            if holds { return index }
        }
        return breaking
    }

    private func attempt(_ index: Int, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as ICURegex.MatchError {
            throw Diagnostic(
                .error, code: "srx.steps", file: file, line: rules[index].line, column: rules[index].column,
                message: "this rule takes too long on the text (\(error.name))",
                hint: "repetitions within repetitions, such as (a+)+, do that; write them as one")
        }
    }

    // MARK: Matching

    /// Calls `found` with the match from each place, in the order of the places.
    ///
    /// - Parameter after: a pattern that must match behind: stretches without a match of it are passed over, for there
    ///   the other may try hard and in vain, as `\w+\.` does in a word of a million letters.
    private static func matches(
        _ regex: ICURegex, in text: UnsafeBufferPointer<UInt16>, before after: Side? = nil,
        _ found: (Range<Int>) throws -> Void
    ) throws {
        var block = 0
        var from = 0
        while block < text.count {
            let blockEnd = floor(text, block + 2 * reach)
            let start = floor(text, block - reach)
            let end = floor(text, block + 4 * reach)
            let limit = floor(text, block + 3 * reach)
            if let after, try !mayBegin(after, in: block..<limit, of: text) {
                block = blockEnd
                from = max(from, block)
                continue
            }
            regex.setText(UnsafeBufferPointer(rebasing: text[start..<end]))
            while from < blockEnd, let match = try regex.find(from: from - start, limit: limit - start) {
                let first = match.lowerBound + start
                guard first < blockEnd else { break }
                if match.count <= reach {
                    try found(first..<match.upperBound + start)
                } else if let end = try regex.match(at: first - start, limit: floor(text, first + reach) - start) {
                    try found(first..<end + start)
                }
                from = next(text, first)
            }
            block = blockEnd
            from = max(from, block)
        }
    }

    /// Whether some match of a pattern ends at an offset.
    private static func ends(_ side: Side, at offset: Int, in text: UnsafeBufferPointer<UInt16>) throws -> Bool {
        guard let regex = side.regex else { return true }
        var from = floor(text, offset - min(side.pattern.shape.longest ?? reach, reach))
        let start = floor(text, from - reach)
        regex.setText(UnsafeBufferPointer(rebasing: text[start..<floor(text, offset + 2 * reach)]))
        // A match that ends here is also found where the text may be matched no further than this. Whether it is the one
        // that is found where it may be shows then.
        while from <= offset, let match = try regex.find(from: from - start, limit: offset - start) {
            let first = match.lowerBound + start
            if match.upperBound + start == offset {
                let limit = floor(text, first + reach) - start
                if try regex.match(at: first - start, limit: limit) == offset - start { return true }
            }
            from = next(text, first)
        }
        return false
    }

    /// Whether a pattern matches from an offset on.
    private static func begins(_ side: Side, at offset: Int, in text: UnsafeBufferPointer<UInt16>) throws -> Bool {
        guard let regex = side.regex else { return true }
        let start = floor(text, offset - reach)
        regex.setText(UnsafeBufferPointer(rebasing: text[start..<floor(text, offset + 2 * reach)]))
        return try regex.match(at: offset - start, limit: floor(text, offset + reach) - start) != nil
    }

    /// Whether a pattern matches from some place of a range or its end on; sometimes also where it does not.
    private static func mayBegin(_ side: Side, in range: Range<Int>, of text: UnsafeBufferPointer<UInt16>) throws
        -> Bool
    {
        guard let regex = side.regex else { return true }
        let start = floor(text, range.lowerBound - reach)
        regex.setText(UnsafeBufferPointer(rebasing: text[start..<floor(text, range.upperBound + 2 * reach)]))
        let limit = floor(text, range.upperBound + reach)
        guard let match = try regex.find(from: range.lowerBound - start, limit: limit - start) else { return false }
        return match.lowerBound + start <= range.upperBound
    }

    /// The offset itself within the text, or the one before where it would part a surrogate pair.
    private static func floor(_ text: UnsafeBufferPointer<UInt16>, _ offset: Int) -> Int {
        if offset <= 0 { return 0 }
        if offset >= text.count { return text.count }
        return text[offset] & 0xFC00 == 0xDC00 && text[offset - 1] & 0xFC00 == 0xD800 ? offset - 1 : offset
    }

    /// The offset of the next character.
    private static func next(_ text: UnsafeBufferPointer<UInt16>, _ offset: Int) -> Int {
        let isPair = offset + 1 < text.count && text[offset] & 0xFC00 == 0xD800 && text[offset + 1] & 0xFC00 == 0xDC00
        return offset + (isPair ? 2 : 1)
    }
}
