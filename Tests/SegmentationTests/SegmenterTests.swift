import Testing
import UnicodeText

@testable import Segmentation

@Suite struct SegmenterTests {
    private func sentences(_ text: String, _ language: LanguageTag = "en", _ options: Segmenter.Options = .init())
        -> [String]
    {
        let text = UTF8Text(text)
        return Segmenter(language: language, options: options).segments(in: text).map { text[$0.range].description }
    }

    @Test func rangesAreBytes() {
        let text: UTF8Text = "  É bom. Não é?\n"
        let segments = Segmenter(language: "pt").segments(in: text)
        #expect(segments.map(\.range) == [2..<9, 10..<18])
        #expect(segments.map(\.rule) == ["full-stop", "text-end"])
    }

    @Test func emptyTextsHaveNoSegments() {
        for text in ["", " ", "\n\n", "\u{FEFF}"] {
            #expect(sentences(text).isEmpty)
            #expect(Segmenter(language: "en").boundaries(in: UTF8Text(text)).isEmpty)
        }
    }

    @Test func userExceptionsForbidABreak() {
        let text = "He met them. We saw the Xyzzy. Then we left."
        #expect(sentences(text).count == 3)
        #expect(sentences(text, "en", .init(exceptions: ["Xyzzy."])).count == 2)
        #expect(sentences("Sie kam z. T. Anna war da.", "en", .init(exceptions: ["z. T."])).count == 1)
    }

    @Test func boundariesTellTheirRule() {
        let text: UTF8Text = "Dr. Smith paid $1.50 to J. Jones. He left"
        let boundaries = Segmenter(language: "en").boundaries(in: text)
        #expect(boundaries.map(\.rule) == ["title", "inside-token", "initial", "full-stop", "text-end"])
        #expect(boundaries.map(\.isBreak) == [false, false, false, true, true])
        #expect(boundaries.map(\.offset) == [3, 18, 26, 33, 41])
    }

    @Test func newlinePolicies() {
        let text = "A headline here\nThe first line goes on.\n\nA second paragraph"
        #expect(sentences(text, "en", .init(newlines: .line)).count == 3)
        #expect(sentences(text, "en", .init(newlines: .paragraph)).count == 2)
        #expect(sentences(text).count == 3)
    }

    @Test func wrappedLinesAreJoined() {
        let wrapped = """
            The minister told reporters on Tuesday that the new road would be
            open before the end of the year and that its cost would not be any
            higher than what had been announced. He gave no further details of
            the plan.
            """
        #expect(sentences(wrapped).count == 2)
        let list = "Present were:\nthe minister of finance\nthe mayor\ntwo delegates"
        #expect(sentences(list).count == 4)
    }

    @Test func attributedTailsStayInBothModes() {
        for quotations in Segmenter.Options.Quotations.allCases {
            let options = Segmenter.Options(quotations: quotations)
            #expect(sentences("“Will they come?” Diallo asked.", "en", options).count == 1)
            #expect(sentences("\"First sentence,\" he said. \"Second one.\"", "en", options).count == 2)
            #expect(
                sentences("\"More efforts will be made to open up the market,\" Jin said.", "en", options).count == 1)
            let long =
                "Focusing on key areas such as energy, \"we will deeply tap the potential of marketization,\" Jin said."
            #expect(sentences(long, "en", options).count == 1)
        }
    }

    @Test func quotationsAreSplitOrWhole() {
        let text = "He said: “We won. They lost. It is over.” Then he left."
        #expect(sentences(text, "en", .init(quotations: .split)).count == 4)
        #expect(sentences(text, "en", .init(quotations: .whole)).count == 2)
        // A quote that opens again was not closed before.
        let reopened = "He said \"we won. They lost. She said \"yes. No.\" Then he left."
        #expect(sentences(reopened, "en", .init(quotations: .whole)).count == 4)
        // A quotation that nothing closes swallows nothing.
        #expect(sentences("He said: “We won. They lost.", "en", .init(quotations: .whole)).count == 2)
    }

    @Test func unknownLanguagesTakeTheRulesOfTheScript() {
        #expect(sentences("Dr. Kamau amefika. Ameondoka.", "qaa").count == 2)
        #expect(sentences("ሰላም ነው፡፡ ደህና ሁን::", "qaa").count == 2)
        #expect(sentences("他来了。我走了。", "und").count == 2)
    }

    /// A long text in pieces on all cores, one of its paragraphs longer than a piece.
    @Test func allCoresGiveWhatOneGives() async {
        let short = "Dr. Smith came. He left at 5 p.m. Mr. Lee stayed.\n"
        let long = String(repeating: "“Why?” he asked. No. 5 won. ", count: 12_000)
        let text = UTF8Text(
            String(repeating: short, count: 8_000) + long + "\n\n" + String(repeating: short, count: 8_000))
        let segmenter = Segmenter(language: "en", options: .init(newlines: .line))
        let segments = segmenter.segments(in: text)
        #expect(segments.count > 60_000)
        #expect(await segmenter.segmentsOnAllCores(in: text) == segments)
    }
}
