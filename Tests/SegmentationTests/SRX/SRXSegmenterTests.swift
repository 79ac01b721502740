import TestSupport
import Testing
import UnicodeText

@testable import Segmentation

/// Sentences by the rules of an SRX file, alone and on top of ours.
@Suite struct SRXSegmenterTests {
    private static let stops: [SRXFile.Rule] = [.no(#"\bapprox\."#, #"\s"#), .yes(#"[.?!]+"#, #"\s"#)]

    @Test func theFileAloneDecides() throws {
        #expect(
            try SRXFile.sentences("It is approx. 5 m. Mr. Bo said so! And “so”.", Self.stops)
                == ["It is approx. 5 m.", "Mr.", "Bo said so!", "And “so”."])
    }

    @Test func theFirstRuleDecides() throws {
        #expect(try SRXFile.sentences("a. b", [.no(#"a\."#, ""), .yes(#"\."#, "")]) == ["a. b"])
        #expect(try SRXFile.sentences("a. b", [.yes(#"\."#, ""), .no(#"a\."#, "")]) == ["a.", "b"])
    }

    @Test func greedyMarksStayTogether() throws {
        #expect(try SRXFile.sentences("何？！はい。", [.yes("[。？！]+", "")]) == ["何？！", "はい。"])
    }

    @Test func breaksFromTheAfterPatternAlone() throws {
        #expect(try SRXFile.sentences("a• b • c", [.yes("", "•")]) == ["a", "• b", "• c"])
    }

    @Test func rangesAreBytes() throws {
        let text: UTF8Text = "Ä😀. Ω😀! x"
        let segments = try SRXSegmenter(SRXFile.document(Self.stops), language: "en").segments(in: text)
        #expect(segments.map(\.range) == [0..<7, 8..<15, 16..<17])
        #expect(segments.map(\.rule) == ["r.srx:5", "r.srx:5", "text-end"])
    }

    @Test func paragraphsAndLines() throws {
        let text = "One\ntwo. Three\n\nfour"
        #expect(try SRXFile.sentences(text, Self.stops) == ["One\ntwo.", "Three", "four"])
        #expect(
            try SRXFile.sentences(text, Self.stops, .replace, .init(newlines: .line)) == [
                "One", "two.", "Three", "four",
            ])
        #expect(try SRXFile.sentences(text, [.yes("\n", "")]) == ["One", "two. Three", "four"])
    }

    /// `^` is the start of a paragraph.
    @Test func anchorsAreThoseOfTheParagraph() throws {
        let rules: [SRXFile.Rule] = [.no(#"^\d\."#, #"\s"#), .yes(#"\."#, #"\s"#)]
        #expect(try SRXFile.sentences("1. One. 2. Two.\n\n3. Three.", rules) == ["1. One.", "2.", "Two.", "3. Three."])
    }

    @Test func onTopTheFileVetoesAndAdmits() throws {
        let rules: [SRXFile.Rule] = [.no("soon!", ""), .yes(":", #"\s"#)]
        #expect(
            try SRXFile.sentences("Dr. Bo will come soon! He said: yes. No more.", rules, .add)
                == ["Dr. Bo will come soon! He said:", "yes.", "No more."])
        // Ours alone.
        #expect(
            try SRXFile.sentences("Come soon! He said: yes.", [.no("x", "")], .add) == ["Come soon!", "He said: yes."])
    }

    /// A pattern may take the white space that our boundary stands before.
    @Test func onTopAPatternMayTakeTheSpace() throws {
        #expect(
            try SRXFile.sentences("It ended. The rest.", [.no(#"ended\.\s"#, "The")], .add) == ["It ended. The rest."])
        #expect(try SRXFile.sentences("Mr. The rest.", [.yes(#"Mr\.\s"#, "The")], .add) == ["Mr.", "The rest."])
        #expect(try SRXFile.sentences("Dr. Bo is.", [.yes(#"Dr\.\s+"#, "Bo")], .add) == ["Dr.", "Bo is."])
    }

    @Test func exceptionsHoldOnTop() throws {
        let options = Segmenter.Options(exceptions: ["Qty.", "z. T."])
        for mode in SRXSegmenter.Mode.allCases {
            #expect(
                try SRXFile.sentences("The Qty. The end. Das z. T. Es. So.", Self.stops, mode, options)
                    == ["The Qty. The end.", "Das z. T. Es.", "So."])
            #expect(
                try SRXFile.sentences("By T. Der (Qty.) Es. Qty. Qty", Self.stops, mode, options)
                    == ["By T.", "Der (Qty.) Es.", "Qty. Qty"])
        }
    }

    @Test func everyBoundaryNamesItsRule() throws {
        let text: UTF8Text = "At approx. 5 he came. So"
        let document = try SRXFile.document(Self.stops)
        #expect(
            try SRXSegmenter(document, language: "en").boundaries(in: text) == [
                Boundary(offset: 10, isBreak: false, rule: "r.srx:4"),
                Boundary(offset: 21, isBreak: true, rule: "r.srx:5"),
                Boundary(offset: 24, isBreak: true, rule: "text-end"),
            ])
        let own = try SRXSegmenter(SRXFile.document([.no("came", "")]), language: "en", mode: .add)
        #expect(
            try own.boundaries(in: "Dr. Bo came. So.").map { "\($0.offset) \($0.isBreak) \($0.rule)" }
                == ["3 false title", "12 true full-stop", "16 true text-end"])
    }

    @Test func aLanguageWithoutRulesIsNotSplit() throws {
        let text = SRXFile.text(Self.stops).replacing(#"languagepattern=".*""#, with: #"languagepattern="fr""#)
        let document = try SRXFile.document(text)
        let segmenter = try SRXSegmenter(document, language: "en")
        #expect(!segmenter.hasRules)
        #expect(try segmenter.segments(in: "One. Two.").count == 1)
        #expect(try SRXSegmenter(document, language: "en", mode: .add).segments(in: "One is. Two is.").count == 2)
        #expect(try SRXSegmenter(document, language: "fr").hasRules)
    }

    /// Whatever the text and the rules, nothing is lost; and a file whose rules never hold changes nothing of ours.
    @Test func randomTexts() throws {
        var random = SplitMix(seed: 31)
        let idle = try SRXFile.document([.no("ẞẞẞ", ""), .yes("ẞẞẞ", "")])
        let busy = try [
            SRXFile.document([.no(#"\b(Dr|No)\."#, #"\s"#), .yes(#"[.?!…]+["”»)]*"#, #"\s"#), .yes("[。！።]+", "")]),
            SRXFile.document([.yes("", "")]), SRXFile.document([.no("", "")]),
            SRXFile.document([.yes(#"\s+"#, ""), .yes("", #"\s"#), .no("a", ""), .yes("e", "\u{301}")]),
        ]
        for round in 0..<600 {
            let text = UTF8Text(PropertyTests.text(&random))
            let language = PropertyTests.languages[round % PropertyTests.languages.count]
            var options = Segmenter.Options()
            options.newlines = Segmenter.Options.Newlines.allCases[round % 3]
            let own = Segmenter(language: language, options: options)
            let added = try SRXSegmenter(idle, language: language, mode: .add, options: options)
            #expect(try added.segments(in: text) == own.segments(in: text))
            for document in busy {
                for mode in SRXSegmenter.Mode.allCases {
                    let segmenter = try SRXSegmenter(document, language: language, mode: mode, options: options)
                    let segments = try segmenter.segments(in: text)
                    var end = 0
                    for range in segments.map(\.range) {
                        #expect(range.lowerBound >= end && !range.isEmpty && text.trimmed(range) == range)
                        #expect(text.trimmed(end..<range.lowerBound).isEmpty)
                        end = range.upperBound
                    }
                    #expect(text.trimmed(end..<text.count).isEmpty)
                    let shown = try segmenter.boundaries(in: text)
                    let breaks = Set(shown.filter(\.isBreak).map { text.trimmed(0..<$0.offset).upperBound })
                    #expect(breaks.isSuperset(of: segments.map(\.range.upperBound)))
                }
            }
        }
    }

    @Test func manyTasksShareASegmenter() async throws {
        let segmenter = try SRXSegmenter(SRXFile.document(Self.stops), language: "en")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for count in 1...40 {
                group.addTask {
                    try segmenter.segments(in: UTF8Text(String(repeating: "So be it. ", count: count))).count
                }
            }
            var all: Set<Int> = []
            for try await count in group { all.insert(count) }
            #expect(all == Set(1...40))
        }
    }
}
