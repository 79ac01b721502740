import TestSupport
import Testing
import UnicodeText

@testable import Segmentation

/// The matcher against one that tries every place, and its bounds.
@Suite struct SRXMatcherTests {
    private static let befores = [
        "", "a", #"\."#, #"[.!]+"#, #"[.!]+?"#, "a|ab", "ab?", "(?i)ss", #"(?i)\bab\."#, #"\b(a|bb|ab)\."#, #"^\s*a"#,
        "(a|b)*",
        #"(?<=a)b\."#, #"(?<!a)\."#, #"\p{Lu}\."#, #"a{2,3}"#, #"[^.]+\."#, "。+", #"\w+[.!]*"#, #"\s"#, "😀", "[😀。]",
        #"(?>a+)\."#,
        #"a*+\."#, #"(a)\1"#, #"\Qa.\E"#, #"[a-c&&[^b]]\."#, #"(?x) a \. "#, "(?=a)ab", "a$", #"\u0061\."#,
        #"(?:ab)?\."#, "ß", "(?<![ab])(?:a|bb)[.]", "(?:Ab|aab|b)[.!]", "[.!]+[b )]*", "^[ab]+[.]", "(?m)^b",
        "(?i)(?<!a)b[.]",
        "a{3}", "(?:😀|a)b", #"\p{L}{2}[.]"#, "(?i)[s]",
        #"(?i:A)\."#, #"\R"#, #".\."#, #"(?s).\."#, #"(aa|a)\.?"#, "x*",
    ]
    private static let afters = [
        "", #"\s"#, #"\s+a"#, "[ab]", #"\p{Lu}"#, #"(?!a)"#, ".", "a$", #"\s*$"#, "😀", #"\b"#, "(?<=a).",
    ]
    private static let pieces = [
        "a", "b", "A", "B", ".", ".", "!", " ", " ", "\n", "。", "😀", "ß", "s", "ſ", "c", "\r\n", "aa", "ab.",
    ]

    /// What the standard says, place by place: the first rule that ends there and goes on from there.
    private static func expected(_ rules: [SRXRule], _ units: [UInt16]) throws -> [Int: Int] {
        let sides = try rules.map {
            (
                before: $0.before.isEmpty ? nil : try $0.before.regex(),
                after: $0.after.isEmpty ? nil : try $0.after.regex()
            )
        }
        var result: [Int: Int] = [:]
        try units.withUnsafeBufferPointer { text in
            for side in sides {
                side.before?.setText(text)
                side.after?.setText(text)
            }
            func parts(_ offset: Int) -> Bool {
                offset > 0 && offset < text.count && text[offset] & 0xFC00 == 0xDC00
                    && text[offset - 1] & 0xFC00 == 0xD800
            }
            func limit(_ offset: Int) -> Int {
                let end = min(text.count, offset + SRXMatcher.reach)
                return parts(end) ? end - 1 : end
            }
            for offset in 1..<max(1, text.count) where !parts(offset) {
                for (index, side) in sides.enumerated() {
                    if let after = side.after, try after.match(at: offset, limit: limit(offset)) == nil { continue }
                    if let before = side.before {
                        let starts = (max(0, offset - SRXMatcher.reach)...offset).filter { !parts($0) }
                        let shape = rules[index].before.shape
                        let start = try starts.first { try before.match(at: $0, limit: limit($0)) == offset }
                        guard let start else { continue }
                        // What is told of a pattern must be true of its matches.
                        #expect(shape.mayEnd(text, at: offset), "\(rules[index].beforeBreak)")
                        if let longest = shape.longest {
                            #expect(offset - start <= longest, "\(rules[index].beforeBreak)")
                        }
                    }
                    result[offset] = index
                    break
                }
            }
        }
        return result
    }

    private static func check(_ rules: [SRXFile.Rule], _ text: String) throws {
        let document = try SRXFile.document(rules)
        let units = Array(text.utf16)
        let all = try expected(document.rules, units)
        let matcher = try SRXMatcher(rules: document.rules, file: "r.srx")
        try units.withUnsafeBufferPointer { text in
            let candidates = try matcher.candidates(in: text)
            var breaks: Set<Int> = []
            for candidate in candidates {
                let rule = try matcher.decide(at: candidate.offset, breaking: candidate.rule, in: text)
                #expect(rule == all[candidate.offset], "\(rules) \(candidate)")
                breaks.insert(candidate.offset)
            }
            #expect(breaks.isSuperset(of: all.filter { document.rules[$0.value].isBreak }.keys), "\(rules) \(text)")
            // Places where no rule breaks may be asked as well.
            for offset in all.keys where !breaks.contains(offset) {
                #expect(try matcher.decide(at: offset, breaking: nil, in: text) == all[offset], "\(rules) \(offset)")
            }
        }
    }

    private static func rules(_ random: inout SplitMix) -> [SRXFile.Rule] {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
            SRXFile.Rule(
                isBreak: Bool.random(using: &random), before: befores.randomElement(using: &random) ?? "",
                after: afters.randomElement(using: &random) ?? "")
        }
    }

    @Test func decidesAsTheStandardSays() throws {
        var random = SplitMix(seed: 20)
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }
            try Self.check(Self.rules(&random), text.joined())
        }
    }

    @Test func everyPatternAlone() throws {
        let text = "a. Ab. ab ss.ß! aab.\n。😀a.\r\n ſs. BB. aa"
        for before in Self.befores {
            for after in Self.afters { try Self.check([.yes(before, after)], text) }
            try Self.check([.no(before, ""), .yes("", "")], text)
        }
    }

    /// Matches are sought in stretches of the text; their seams must not show.
    @Test func longTextsHaveNoSeams() throws {
        var random = SplitMix(seed: 21)
        for _ in 0..<2 {
            let text = (0..<700).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            try Self.check(
                [.no(#"\bab\."#, ""), .yes(#"[^.]+\."#, #"\s"#), .yes("[😀。]+", ""), .yes(#"\w+[.!]*"#, #"\s*\S"#)],
                text.joined())
        }
        // A match of hundreds of units, of which the reach holds some.
        try Self.check(
            [.yes("a+b", ""), .yes(".+。", "")],
            String(repeating: "a", count: 700) + "b" + String(repeating: "x", count: 300) + "。a")
        try Self.check([.yes(".+?", "")], String(repeating: "😀", count: 600))
    }

    @Test func hostilePatternsEndWithTheirName() throws {
        let text = UTF8Text(String(repeating: "a", count: 600) + "x b")
        for before in ["(a+)+", "(a|a)*", "(a*)*", #"(\w+\s?)+"#, "a*a*a*a*a*"].map({ $0 + "(?!x)x" }) {
            let segmenter = try SRXSegmenter(SRXFile.document([.yes("q", ""), .yes(before, "")]), language: "en")
            do {
                _ = try segmenter.segments(in: text)
                Issue.record("\(before) went through")
            } catch let error as Diagnostic {
                #expect(error.code == "srx.steps")
                #expect(error.file == "r.srx")
                #expect(error.line == 5)
                #expect(error.message.hasPrefix("this rule takes too long on the text"))
            }
        }
    }

    /// Where the text has nothing that a match could end with, there is nothing to try.
    @Test func hostilePatternsCostNothingWhereNoMatchCanEnd() throws {
        let text = UTF8Text(String(repeating: "a", count: 100_000) + " b")
        for before in ["(a+)+x", "(a|a)*x", "(a*)*x", #"(\w+\s?)+\."#, "a*a*a*a*a*x"] {
            let segmenter = try SRXSegmenter(SRXFile.document([.yes("q", ""), .yes(before, "")]), language: "en")
            #expect(try segmenter.segments(in: text).count == 1)
        }
    }

    @Test func whatIsToldOfAPatternIsTrue() throws {
        func shape(_ pattern: String) -> SRXPatternShape { SRXPattern(units: Array(pattern.utf16)).shape }
        func set(_ text: String) -> SRXUnitSet { .characters(Array(text.utf16)[...]) }
        func letters(_ text: String) -> SRXUnitSet { text.utf16.reduce(into: .none) { $0.formUnion(.literal($1)) } }
        // From the end backwards, until a repetition, or the shortest of several.
        #expect(shape("ab[cd]").ends == [set("[cd]"), letters("b"), letters("a")])
        #expect(shape("(?:Dr|Mrs)\\.").ends == [letters("."), letters("rs"), letters("Dr")])
        #expect(shape("ab+").ends == [letters("b")])
        #expect(shape("ab{3}").ends == [letters("b"), letters("b"), letters("b")])
        #expect(shape("[.]+[)]*").ends == [set("[)]").union(set("[.]"))])
        #expect(shape("a?").ends.isEmpty && shape("a?").mayBeEmpty)
        #expect(shape("a?b").first == letters("ab"))
        #expect(shape("(?:a(?=x)|\\p{Lu})b*").characters == letters("ab").union(set("\\p{Lu}")))
        #expect(shape(".a").characters.isAll && shape("(a)\\1").characters.isAll)
        // Without regard to case one letter may stand for two.
        #expect(shape("(?i)ss").ends == [letters("s")])
        // What may not stand before is told where the pattern begins with it and with nothing else.
        #expect(shape("(?<![a-z])b").notBehind == set("[a-z]"))
        for vague in ["(?<![a-z])b|c", "(?<![a-z])?b", "(?<!ab)c", "(?<!(?:a(?=b)))b", "(?i)(?<!a)b", "(?<=a)b"] {
            #expect(shape(vague).notBehind == .none, "\(vague)")
        }
        #expect(shape("^a").isAtStart)
        for anywhere in ["^a|b", "(?m)^a", "a^", "(?:^a|b)"] { #expect(!shape(anywhere).isAtStart, "\(anywhere)") }
    }

    @Test func manyRulesFindTheirPlaces() throws {
        // More than a word of bits holds, each of which breaks at one letter alone.
        let letters = (0..<150).map { Character(Unicode.Scalar(UInt32(0x4E00 + $0)) ?? "a") }
        let rules = letters.map { SRXFile.Rule.yes("\($0)", "b") } + [.no("\(letters[140])", "b")]
        let text = letters.map { "\($0)b" }.joined()
        try Self.check(rules, text)
        let segments = try SRXSegmenter(SRXFile.document(rules), language: "en").segments(in: UTF8Text(text))
        #expect(segments.count == 151)
    }

    @Test func longTextsTakeLinearTime() throws {
        let document = try SRXFile.document([
            .no(#"\b(Mr|Dr|etc)\."#, #"\s"#), .no(#"[^.]*!"#, ""),
            .yes(#"\w+[\p{Pe}\p{Po}"]*[.?!]+[\p{Pe}\p{Po}"]*"#, #"\s"#),
            .yes(".*x", ""),
        ])
        let segmenter = try SRXSegmenter(document, language: "en")
        for piece in [".", "a", "a. ", "! "] {
            func time(_ count: Int) throws -> Duration {
                let text = UTF8Text(String(repeating: piece, count: count))
                // The best of three.
                return try (0..<3).map { _ in try cpuTime { _ = try segmenter.segments(in: text) } }.min()
                    ?? .zero
            }
            // Sixteen times the text: a quadratic way would take 256 times as long.
            let short = max(try time(500), .milliseconds(2))
            #expect(try time(8_000) < short * 100, "\(piece)")
        }
    }
}
