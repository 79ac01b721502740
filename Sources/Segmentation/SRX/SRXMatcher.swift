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

    private final class Side {
        /// `nil` for a pattern that says nothing.
        let regex: ICURegex?
        let pattern: SRXPattern
        /// The place of the pattern among the different ones.
        let index: Int

        init(regex: ICURegex?, pattern: SRXPattern, index: Int) {
            self.regex = regex
            self.pattern = pattern
            self.index = index
        }
    }

    /// Units in a row that a rule's pattern may hold. Runs can be long, and places in them many: each goes on from the
    /// one before.
    private struct Run {
        var start = 0
        var end = 0
        /// The last unit that a match may begin with.
        var lastBegin = -1
    }

    let rules: [SRXRule]
    private let file: String
    private let sides: [(before: Side, after: Side)]
    private let masks: SRXRuleMasks
    /// Rules that break and are sought by the characters around a place, and those sought by their matches.
    private let sought: [UInt64]
    private let scanned: [Int]
    /// Rules that forbid a break.
    private let vetoes: [UInt64]
    /// The rules that may hold at the place that was looked at last.
    private var mask: [UInt64]
    /// Whether a pattern matched from the place that was looked at last: rules share what stands behind.
    private var begun: [(offset: Int, holds: Bool)]
    private var runs: [Run]

    init(rules: [SRXRule], file: String) throws {
        self.rules = rules
        self.file = file
        masks = SRXRuleMasks(rules)
        mask = [UInt64](repeating: 0, count: masks.words)
        var sought = mask
        var vetoes = mask
        var scanned: [Int] = []
        for index in rules.indices {
            let bit: UInt64 = 1 << UInt64(index & 63)
            if !rules[index].isBreak {
                vetoes[index >> 6] |= bit
            } else if Self.isSought(rules[index]) {
                sought[index >> 6] |= bit
            } else {
                scanned.append(index)
            }
        }
        runs = Array(repeating: Run(), count: rules.count)
        self.sought = sought
        self.vetoes = vetoes
        self.scanned = scanned
        var sides: [(before: Side, after: Side)] = []
        // Rules share expressions, but the two sides do not: one is asked while the other is amid its matches.
        var befores: [[UInt16]: (ICURegex, Int)] = [:]
        var afters: [[UInt16]: (ICURegex, Int)] = [:]
        for rule in rules {
            sides.append((try Self.side(rule.before, &befores), try Self.side(rule.after, &afters)))
        }
        self.sides = sides
        begun = Array(repeating: (-1, false), count: afters.count)
    }

    private static func side(_ pattern: SRXPattern, _ known: inout [[UInt16]: (ICURegex, Int)]) throws -> Side {
        if pattern.isEmpty { return Side(regex: nil, pattern: pattern, index: -1) }
        if let (regex, index) = known[pattern.units] { return Side(regex: regex, pattern: pattern, index: index) }
        let regex = try pattern.regex()
        let index = known.count
        known[pattern.units] = (regex, index)
        return Side(regex: regex, pattern: pattern, index: index)
    }

    /// Whether few places may be those of a rule, so that each is worth a look.
    private static func isSought(_ rule: SRXRule) -> Bool {
        let before = rule.before.shape
        if !rule.before.isEmpty { return !before.ends.isEmpty && !before.ends[0].isAll && !before.characters.isAll }
        return !rule.after.isEmpty && !rule.after.shape.mayBeEmpty && !rule.after.shape.first.isAll
    }

    /// Every place within a text where some rule breaks, in order, each with the first rule that does.
    ///
    /// O(n), and O(n) more for each rule that breaks and begins or ends with any character.
    func candidates(in text: UnsafeBufferPointer<UInt16>) throws -> [Candidate] {
        forget()
        var all: [Candidate] = []
        if sought.contains(where: { $0 != 0 }) {
            var from = 1
            while from < text.count,
                let offset = masks.next(in: from..<text.count, of: text, wanted: sought, &mask)
            {
                if let rule = try first(at: offset, in: text) { all.append(Candidate(offset: offset, rule: rule)) }
                from = offset + 1
            }
        }
        guard !scanned.isEmpty else { return all }
        // A place is noted once for the rules of each kind, whatever their number: memory is bounded by the text.
        var taken = [UInt64](repeating: 0, count: (text.count >> 6) + 1)
        for index in scanned {
            do {
                try breaks(of: sides[index], in: text) { offset in
                    let bit: UInt64 = 1 << UInt64(offset & 63)
                    guard taken[offset >> 6] & bit == 0 else { return }
                    taken[offset >> 6] |= bit
                    all.append(Candidate(offset: offset, rule: index))
                }
            } catch let error as ICURegex.MatchError {
                throw tooLong(index, error)
            }
        }
        all.sort { ($0.offset, $0.rule) < ($1.offset, $1.rule) }
        var last = -1
        all.removeAll { candidate in
            defer { last = candidate.offset }
            return candidate.offset == last
        }
        return all
    }

    /// Forgets what was found out of another text.
    private func forget() {
        for index in begun.indices { begun[index].offset = -1 }
        for index in runs.indices { runs[index] = Run() }
    }

    /// The first rule in `mask` that holds at a place.
    private func first(before limit: Int = .max, at offset: Int, in text: UnsafeBufferPointer<UInt16>) throws -> Int? {
        for word in mask.indices {
            var bits = mask[word]
            while bits != 0 {
                let index = word << 6 | bits.trailingZeroBitCount
                bits &= bits - 1
                if index > limit { return nil }
                guard sides[index].before.pattern.shape.mayEnd(text, at: offset) else { continue }
                do {
                    if try begins(sides[index].after, at: offset, in: text), try ends(index, at: offset, in: text) {
                        return index
                    }
                } catch let error as ICURegex.MatchError {
                    throw tooLong(index, error)
                }
            }
        }
        return nil
    }

    /// Calls `found` with each place within a text where a rule's patterns meet; with some more than once.
    private func breaks(
        of rule: (before: Side, after: Side), in text: UnsafeBufferPointer<UInt16>, _ found: (Int) -> Void
    ) throws {
        let (before, after) = rule
        if let regex = before.regex {
            var last = -1
            try Self.matches(regex, in: text, before: after) { range in
                let end = range.upperBound
                guard end != last, end > 0, end < text.count else { return }
                last = end
                if try begins(after, at: end, in: text) { found(end) }
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
    /// O(rules), for most of them a bit.
    func decide(at offset: Int, breaking: Int?, in text: UnsafeBufferPointer<UInt16>) throws -> Int? {
        if offset > 0, offset < text.count {
            guard masks.next(in: offset..<offset + 1, of: text, wanted: vetoes, &mask) != nil else { return breaking }
        } else {
            mask = vetoes
        }
        return try first(before: breaking ?? .max, at: offset, in: text) ?? breaking
    }

    private func tooLong(_ index: Int, _ error: ICURegex.MatchError) -> Diagnostic {
        Diagnostic(
            .error, code: "srx.steps", file: file, line: rules[index].line, column: rules[index].column,
            message: "this rule takes too long on the text (\(error.name))",
            hint: "repetitions within repetitions, such as (a+)+, do that; write them as one")
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

    /// Whether some match of what stands before a rule's place ends at an offset.
    private func ends(_ rule: Int, at offset: Int, in text: UnsafeBufferPointer<UInt16>) throws -> Bool {
        let side = sides[rule].before
        guard let regex = side.regex else { return true }
        let shape = side.pattern.shape
        let from = Self.floor(text, offset - min(shape.longest ?? Self.reach, Self.reach))
        let start = Self.floor(text, from - Self.reach)
        regex.setText(UnsafeBufferPointer(rebasing: text[start..<Self.floor(text, offset + 2 * Self.reach)]))

        // A match that ends here is also found where the text may be matched no further than this. Whether it is the one
        // that is found where it may be shows then.
        func isFound(from first: Int) throws -> Bool {
            guard try regex.match(at: first - start, limit: offset - start) == offset - start else { return false }
            let limit = Self.floor(text, first + Self.reach) - start
            return try regex.match(at: first - start, limit: limit) == offset - start
        }

        if shape.isAtStart { return try from == 0 && isFound(from: 0) }
        if shape.characters.isAll {
            var next = from
            while next <= offset, let match = try regex.find(from: next - start, limit: offset - start) {
                let first = match.lowerBound + start
                if match.upperBound + start == offset, try isFound(from: first) { return true }
                next = Self.next(text, first)
            }
            return false
        }
        if shape.mayBeEmpty, try isFound(from: offset) { return true }
        extend(rule, to: offset, from: from, in: text)
        let run = runs[rule]
        guard run.lastBegin >= max(run.start, from) else { return false }
        for first in (max(run.start, from)...run.lastBegin).reversed() where begins(rule, with: first, in: text) {
            if try isFound(from: first) { return true }
        }
        return false
    }

    /// Brings a rule's run up to an offset, at which its pattern may end; units before `from` need not be in it.
    ///
    /// O(units since the last offset), or of the run within reach where that is far away.
    private func extend(_ rule: Int, to offset: Int, from: Int, in text: UnsafeBufferPointer<UInt16>) {
        var run = runs[rule]
        if run.end <= offset, offset - run.end <= Self.step {
            for place in run.end..<offset {
                if !masks.mayHold(rule, text[place]) {
                    run = Run(start: place + 1, end: place + 1)
                } else if begins(rule, with: place, in: text) {
                    run.lastBegin = place
                }
            }
        } else {
            run = Run(start: offset, end: offset)
            while run.start > from, masks.mayHold(rule, text[run.start - 1]) {
                run.start -= 1
                if run.lastBegin < 0, begins(rule, with: run.start, in: text) { run.lastBegin = run.start }
            }
        }
        run.end = offset
        runs[rule] = run
    }

    /// Units that it costs less to go on over than to go back from the next place.
    private static let step = 8

    /// Whether what stands before a rule's place may begin at a place, by the units around that.
    private func begins(_ rule: Int, with place: Int, in text: UnsafeBufferPointer<UInt16>) -> Bool {
        masks.mayBegin(rule, with: text[place]) && Self.floor(text, place) == place
            && !(place > 0 && masks.isBarred(rule, behind: text[place - 1]))
    }

    /// Whether a pattern matches from an offset on.
    private func begins(_ side: Side, at offset: Int, in text: UnsafeBufferPointer<UInt16>) throws -> Bool {
        guard let regex = side.regex else { return true }
        if begun[side.index].offset == offset { return begun[side.index].holds }
        let start = Self.floor(text, offset - Self.reach)
        regex.setText(UnsafeBufferPointer(rebasing: text[start..<Self.floor(text, offset + 2 * Self.reach)]))
        let holds = try regex.match(at: offset - start, limit: Self.floor(text, offset + Self.reach) - start) != nil
        begun[side.index] = (offset, holds)
        return holds
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
