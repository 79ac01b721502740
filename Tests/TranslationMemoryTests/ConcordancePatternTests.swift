import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct ConcordancePatternTests {
    /// The text with each match in brackets.
    private func marked(_ pattern: UTF8Text, _ text: UTF8Text, words: Bool = false) throws -> String {
        guard let pattern = try ConcordancePattern(wildcards: pattern, isWholeWord: words) else { return "nothing" }
        let read = ConcordanceText(text)
        var result = ""
        var position = 0
        for match in pattern.matches(in: read) {
            let range = try #require(read.source(match.elements))
            result += "\(text[position..<range.lowerBound])[\(text[range])]"
            position = range.upperBound
        }
        return result + "\(text[position..<text.count])"
    }

    @Test(arguments: [
        ("econom", "The economy, MACROECONOMIC", "The [econom]y, MACRO[ECONOM]IC"),
        ("digit*", "digital digits indigital", "[digital] [digits] indigital"),
        ("*tion", "nation nations action.", "[nation] nations [action]."),
        ("*ation*", "relational nations rat", "[relational] [nations] rat"),
        ("colo?r", "color colour coloxr colours", "color [colour] [coloxr] colours"),
        ("col*r", "color colour collar cold bar", "[color] [colour] [collar] cold bar"),
        ("digital * economy", "digital economy, digital, green economy", "[digital economy], [digital, green economy]"),
        ("a * b", "a 1 2 3 4 5 b a 1 2 3 4 5 6 b", "[a 1 2 3 4 5 b] a 1 2 3 4 5 6 b"),
        ("a * b", "a b ab xa b a bx", "[a b] ab x[a b] [a b]x"),
        ("green* * econom*", "greener and better economies", "[greener and better economies]"),
        ("dig* economy", "digital economy", "[digital economy]"),
        ("* economy *", "the economy is", "the [economy] is"),
        ("Why?", "Why? Why not", "[Why?] Why not"),
        ("wh??", "why wh?? whom", "why [wh??] whom"),
        ("w?y?", "why? way", "[why?] way"),
        (#"\*"#, "a * b", "a [*] b"),
        (#"a\?b"#, "a?b axb", "[a?b] axb"),
        (#"C:\dir"#, #"in C:\dir now"#, #"in [C:\dir] now"#),
        ("数字", "数字经济", "[数字]经济"),
        ("数*济", "数字经济，数与济", "[数字经济]，[数与济]"),
        ("数?经", "数字经济", "[数字经]济"),
        ("数字 * 增长", "数字经济在快速增长", "[数字经济在快速增长]"),
        ("ธนา*", "ไปธนาคาร", "ไป[ธนา]คาร"),
        ("ኢኮኖሚ", "የኢኮኖሚ፡ዕድገት", "የ[ኢኮኖሚ]፡ዕድገት"),
        ("*ኢኮኖሚ", "የኢኮኖሚ፡ዕድገት", "[የኢኮኖሚ]፡ዕድገት"),
        ("*conomi?", "L’ÉCONOMIE", "L’ÉCONOMIE"),
        ("*conomie", "L’ÉCONOMIE", "L’[ÉCONOMIE]"),
        ("stra*e", "Straße strasse", "[Straße] [strasse]"),
        ("e", "é e\u{301} ê", "[é] [e\u{301}] [ê]"),
        ("é", "é e\u{301} ê e", "[é] [e\u{301}] ê e"),
    ])
    func patterns(_ pattern: String, _ text: String, _ expected: String) throws {
        #expect(Array(try marked(UTF8Text(pattern), UTF8Text(text)).utf8) == Array(expected.utf8))
    }

    @Test func whatCannotBeLookedFor() throws {
        for text in ["*", "**", "* *", "?*", " * "] {
            #expect(throws: ConcordanceQueryError.onlyWildcards) { try ConcordancePattern(wildcards: UTF8Text(text)) }
        }
        #expect(throws: ConcordanceQueryError.tooManyWildcards) {
            try ConcordancePattern(wildcards: UTF8Text(String(repeating: "a*", count: 10_000)))
        }
        #expect(try ConcordancePattern(wildcards: "") == nil)
        #expect(ConcordancePattern(literal: "\u{AD}") == nil)
    }

    /// The same ends and starts as trying everything.
    @Test func asByTryingEverything() throws {
        var random = SplitMix(seed: 5)
        let letters = ["a", "a", "b", "B", "é", "e", "中", "文", " ", "-", "1"]
        func text(_ count: ClosedRange<Int>, _ more: [String] = []) -> UTF8Text {
            UTF8Text(
                (0..<Int.random(in: count, using: &random)).map { _ in
                    (letters + more).randomElement(using: &random) ?? "a"
                }.joined())
        }
        var matched = 0
        for _ in 0..<4_000 {
            guard
                let pattern = try? ConcordancePattern(
                    wildcards: text(1...5, ["*", "*", "?", " * "]), isWholeWord: Bool.random(using: &random))
            else { continue }
            let read = ConcordanceText(text(1...14))
            var free = 0
            var expected: [Range<Int>] = []
            for (end, start) in NaiveMatcher(pattern: pattern, text: read).latestStarts.sorted(by: { $0.key < $1.key })
            where start >= free && start < end {
                expected.append(start..<end)
                free = end
            }
            let found = pattern.matches(in: read).map(\.elements)
            #expect(found == expected)
            if !found.isEmpty { matched += 1 }
        }
        #expect(matched > 500)
    }

    /// Whatever is written, it is read, and every place is one of whole characters.
    @Test func anyCharacters() throws {
        var random = SplitMix(seed: 23)
        for _ in 0..<2_000 {
            let text = randomText(&random, upTo: 12)
            let bounds = text.placedScalars.map(\.range.lowerBound) + [text.count]
            let start = Int.random(in: 0..<bounds.count, using: &random)
            let end = Int.random(in: start..<bounds.count, using: &random)
            var query = text[bounds[start]..<bounds[end]].description
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                query += ["*", "?", "\\", " * ", "a"].randomElement(using: &random) ?? ""
                query = String(String.UnicodeScalarView(query.unicodeScalars.reversed()))
            }
            guard let pattern = try? ConcordancePattern(wildcards: UTF8Text(query)) else { continue }
            let read = ConcordanceText(text)
            for match in pattern.matches(in: read) {
                let range = try #require(read.source(match.elements))
                #expect(bounds.contains(range.lowerBound) && bounds.contains(range.upperBound) && !range.isEmpty)
            }
        }
    }

    @Test func hostileTextsTakeLinearTime() throws {
        let text = ConcordanceText(UTF8Text(String(repeating: "a", count: 1 << 15)))
        let pattern = try #require(try ConcordancePattern(wildcards: "*a*a*a*a*a*a*a*ab*"))
        #expect(pattern.matches(in: text).isEmpty)
        let gaps = try #require(try ConcordancePattern(wildcards: "a * a * a * b"))
        #expect(gaps.matches(in: ConcordanceText(UTF8Text(String(repeating: "a ", count: 1 << 14)))).isEmpty)
    }
}

/// Tries every chain of pieces.
private struct NaiveMatcher {
    let pattern: ConcordancePattern
    let text: ConcordanceText

    /// The latest start of a match by its end.
    var latestStarts: [Int: Int] {
        var result: [Int: Int] = [:]
        for start in 0...text.count {
            for end in ends(of: 0, from: start) { result[end] = max(result[end] ?? 0, start) }
        }
        return result
    }

    private func ends(of piece: Int, from start: Int) -> Set<Int> {
        guard stands(piece, at: start) else { return [] }
        let end = start + pattern.pieces[piece].count
        if piece == pattern.pieces.count - 1 { return [end] }
        var result: Set<Int> = []
        for next in end...text.count where links(end, next, pattern.links[piece], to: pattern.pieces[piece + 1]) {
            result.formUnion(ends(of: piece + 1, from: next))
        }
        return result
    }

    private func stands(_ index: Int, at start: Int) -> Bool {
        let piece = pattern.pieces[index]
        guard start + piece.count <= text.count else { return false }
        for offset in 0..<piece.count {
            let isMarked = piece.strict[offset] != UInt64(piece.weak[offset])
            let isSame =
                isMarked
                ? text.strict[start + offset] == piece.strict[offset]
                : text.weak[start + offset] == piece.weak[offset]
            if !isSame { return false }
        }
        if index == 0, pattern.startsAtWord, !text.isBoundary(start) { return false }
        return index < pattern.pieces.count - 1 || !pattern.endsAtWord || text.isBoundary(start + piece.count)
    }

    private func links(_ end: Int, _ next: Int, _ link: ConcordancePattern.Link, to piece: PatternPiece) -> Bool {
        switch link {
        case .word(let minimum, let isOpen):
            let count = next - end
            guard isOpen ? count >= minimum : count == minimum else { return false }
            if count == 0 { return true }
            var classes = Set(text.classes[end..<next].map(\.rawValue))
            if let first = piece.weak.first, WordClass(first) != .none { classes.insert(WordClass(first).rawValue) }
            return classes.count == 1 && !classes.contains(WordClass.none.rawValue)
        case .gap(let words):
            guard next > end, text.isBoundary(end), text.isBoundary(next) else { return false }
            var weight = 0
            for place in end..<next {
                switch text.classes[place] {
                case .none: break
                case .spaced: if place == end || text.classes[place - 1] != .spaced { weight += 2 }
                case .unspaced: weight += 1
                }
            }
            return weight <= 2 * words
        }
    }
}
