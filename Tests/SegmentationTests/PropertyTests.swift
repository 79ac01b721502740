import TestSupport
import Testing
import UnicodeText

@testable import Segmentation

/// What holds for every text, whatever it says.
@Suite struct PropertyTests {
    private static let pieces: [String] = [
        "a", "The", "word", "Dr", "No", "U.S", "p.m", "3", "1,000", "J", ".", ".", ".", "!", "?", "…", "...", ". . .",
        "\"",
        "'", "“", "”", "«", "»", "(", ")", "[1]", "•", "1.", "b)", " ", " ", " ", "\u{A0}", "\u{202F}", "\n", "\n\n",
        "\r\n",
        "\u{2029}", "。", "！", "「", "」", "中文", "።", "፡፡", "ሰላም", "।", "है", "؟", "سلام", "\u{200B}", "\u{FEFF}", "é",
        "e\u{301}",
        "—", "-", "http://a.b/c.d?e=f", "x@y.z", "\t", "'s", "said", "😀", "", "\u{0}", "\u{1F}", "\u{C}",
    ]

    static func text(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    static let languages: [LanguageTag] = ["en", "fr", "de", "zh", "ja", "ar", "am", "hi", "qaa", "und"]

    private static func check(_ text: UTF8Text, _ segmenter: Segmenter) {
        let segments = segmenter.segments(in: text)
        var end = 0
        for segment in segments {
            #expect(segment.range.lowerBound >= end)
            #expect(!segment.range.isEmpty)
            // Nothing but white space lies between.
            #expect(text.trimmed(end..<segment.range.lowerBound).isEmpty)
            #expect(text.trimmed(segment.range) == segment.range)
            end = segment.range.upperBound
        }
        #expect(text.trimmed(end..<text.count).isEmpty)
        // Every break that is shown ends a segment, and the other way round.
        let boundaries = segmenter.boundaries(in: text)
        #expect(zip(boundaries, boundaries.dropFirst()).allSatisfy { $0.offset <= $1.offset })
        let breaks = Set(boundaries.filter(\.isBreak).map { text.trimmed(0..<$0.offset).upperBound })
        #expect(breaks.isSuperset(of: segments.map(\.range.upperBound)))
    }

    @Test func coversAllText() {
        var random = SplitMix(seed: 11)
        for round in 0..<1500 {
            let text = UTF8Text(Self.text(&random))
            var options = Segmenter.Options()
            options.quotations = round % 2 == 0 ? .split : .whole
            options.newlines = Segmenter.Options.Newlines.allCases[round % 3]
            let language = Self.languages[round % Self.languages.count]
            Self.check(text, Segmenter(language: language, options: options))
        }
    }

    /// A segment alone is a segment: what decided inside it lies inside it. The exceptions are counted by language: those
    /// that come from what stood around (the parity of neutral quotes, a list, wrapped lines).
    @Test(arguments: GoldenFile.languages)
    func segmentsSplitToThemselves(language: String) throws {
        var count = 0
        var exceptions: [String] = []
        for golden in try GoldenFile.cases(of: language) {
            let text = UTF8Text(golden.text)
            let segmenter = Segmenter(language: golden.language, options: golden.options)
            for segment in segmenter.segments(in: text) {
                let alone = text[segment.range]
                count += 1
                if segmenter.segments(in: alone).map(\.range) != [alone.all] { exceptions.append(alone.description) }
            }
        }
        #expect(count >= 25)
        #expect(exceptions.count <= max(1, count / 50), "\(exceptions.joined(separator: "\n"))")
    }

    @Test func everyPrefixIsSafe() {
        let text = "He said: “Why?” Mr. A. B. (U.S.) left... at 5 p.m. « Oui ! » 1. ሰላም፡፡ 「はい。」と 12.5\n\nd) e.g. x ."
        let scalars = Array(text.unicodeScalars)
        for language in Self.languages {
            let segmenter = Segmenter(language: language, options: .init(quotations: .whole))
            for count in 0...scalars.count {
                var part = String.UnicodeScalarView()
                part.append(contentsOf: scalars[..<count])
                Self.check(UTF8Text(String(part)), segmenter)
            }
        }
    }

    @Test func longTextsTakeLinearTime() {
        for piece in [".", "a", "a.", ". ", "\" ", "“", "(", "1) ", "\n", "»  .", "A. ", ". . "] {
            let bytes = Array(piece.utf8)
            func time(_ count: Int) -> Duration {
                let text = UTF8Text(unchecked: (0..<count).flatMap { _ in bytes })
                let segmenter = Segmenter(language: "en", options: .init(quotations: .whole))
                return cpuTime { _ = segmenter.segments(in: text) }
            }
            // Sixteen times the text: a quadratic way would take 256 times as long.
            let short = max(time(1_000), .milliseconds(2))
            #expect(time(16_000) < short * 100, "\(piece)")
        }
    }
}
