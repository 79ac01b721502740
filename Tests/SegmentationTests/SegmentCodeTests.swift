import TestSupport
import Testing
import UnicodeText

@testable import Segmentation

/// Boundaries as if inline codes were not there, and the codes on the side they belong to.
@Suite struct SegmentCodeTests {
    /// Codes are written `<b>`, `</b>` and `<x/>`.
    private static func codes(_ text: UTF8Text) -> [SegmentCode] {
        var codes: [SegmentCode] = []
        var start: Int?
        for (offset, byte) in text.bytes.enumerated() {
            if byte == UInt8(ascii: "<") { start = offset }
            if byte == UInt8(ascii: ">"), let first = start {
                let kind: SegmentCode.Kind =
                    text.bytes[first + 1] == UInt8(ascii: "/")
                    ? .closing : text.bytes[offset - 1] == UInt8(ascii: "/") ? .standalone : .opening
                codes.append(SegmentCode(range: first..<offset + 1, kind: kind))
                start = nil
            }
        }
        return codes
    }

    private static func sentences(_ string: String, _ sides: SegmentCode.Sides = .init()) -> [String] {
        let text = UTF8Text(string)
        return Segmenter(language: "en").segments(in: text, codes: codes(text), sides: sides).map {
            text[$0.range].description
        }
    }

    @Test func codesGoToTheirSide() {
        #expect(Self.sentences("<b>One is.</b> Two is.") == ["<b>One is.</b>", "Two is."])
        #expect(Self.sentences("One is. <b>Two</b> is.") == ["One is.", "<b>Two</b> is."])
        #expect(Self.sentences("One is.<x/> Two is.<x/>") == ["One is.<x/>", "Two is.<x/>"])
        #expect(Self.sentences("One is. </b><i>Two</i> is.") == ["One is. </b>", "<i>Two</i> is."])
        #expect(Self.sentences("One is.</b> <x/> <i> Two is.") == ["One is.</b> <x/>", "<i> Two is."])
        // None goes before one that stands before it.
        #expect(Self.sentences("One is. <i></b> Two is.") == ["One is.", "<i></b> Two is."])
        #expect(Self.sentences("<x/></b> One is.") == ["<x/></b> One is."])
        #expect(Self.sentences("One is. <b>") == ["One is. <b>"])
        let sides = SegmentCode.Sides(preceding: [.opening])
        #expect(Self.sentences("One is.<b> </b>Two is.", sides) == ["One is.<b>", "</b>Two is."])
    }

    @Test func codesDoNotDisturb() {
        #expect(
            Self.sentences("D<b>r</b>.<x/> Bo i<i>s.</i> H<x/>e is.") == ["D<b>r</b>.<x/> Bo i<i>s.</i>", "H<x/>e is."])
        #expect(Self.sentences("One<b>.</b>\n\n<i>Two</i>") == ["One<b>.</b>", "<i>Two</i>"])
        #expect(Self.sentences("<x/><b></b>") == ["<x/><b></b>"])
        #expect(Self.sentences("") == [])
        #expect(Self.sentences("One. Two is.") == ["One.", "Two is."])
    }

    @Test func srxFilesNameTheSides() throws {
        let rules: [SRXFile.Rule] = [.yes(#"\."#, #"\s"#)]
        let text: UTF8Text = "One is.<x/><b> Two."
        func sentences(_ header: String, _ sides: SegmentCode.Sides?) throws -> [String] {
            let file = SRXFile.text(rules).replacing(
                #"cascade="no"/>"#, with: "cascade=\"no\">\(header)</header>")
            return try SRXSegmenter(SRXFile.document(file), language: "en")
                .segments(in: text, codes: Self.codes(text), sides: sides).map { text[$0.range].description }
        }
        #expect(try sentences("", nil) == ["One is.", "<x/><b> Two."])
        #expect(try sentences(#"<formathandle type="isolated" include="yes"/>"#, nil) == ["One is.<x/>", "<b> Two."])
        #expect(try sentences("", .init(preceding: [.opening, .standalone])) == ["One is.<x/><b>", "Two."])
    }

    @Test func codesThatOverlapAreText() {
        let text: UTF8Text = "One is. Two is."
        let codes = [
            SegmentCode(range: 0..<2, kind: .opening), SegmentCode(range: 1..<5, kind: .closing),
            SegmentCode(range: 12..<99, kind: .standalone),
        ]
        #expect(Segmenter(language: "en").segments(in: text, codes: codes).map(\.range) == [0..<7, 8..<15])
    }

    /// Nothing is lost, and without codes the sentences are those of the text without codes.
    @Test func randomTexts() {
        var random = SplitMix(seed: 5)
        let pieces = ["One", " ", " ", ".", ".", "<b>", "</b>", "<x/>", "é", "\n\n", "Dr", "!", "。"]
        for _ in 0..<2000 {
            let string = (0..<Int.random(in: 0...16, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let text = UTF8Text(string.joined())
            let codes = Self.codes(text)
            let segments = Segmenter(language: "en").segments(in: text, codes: codes)
            func plain(_ range: ByteRange) -> UTF8Text {
                let bytes = range.filter { offset in !codes.contains { $0.range.contains(offset) } }.map {
                    text.bytes[$0]
                }
                return UTF8Text(unchecked: bytes).trimmed
            }
            let bare = plain(text.all)
            let expected = Segmenter(language: "en").segments(in: bare)
            #expect(
                segments.map { plain($0.range) }.filter { !$0.isEmpty } == expected.map { bare[$0.range] }, "\(text)")
            var end = 0
            for segment in segments {
                #expect(segment.range.lowerBound >= end, "\(text)")
                #expect(text.trimmed(end..<segment.range.lowerBound).isEmpty, "\(text)")
                #expect(
                    codes.allSatisfy {
                        $0.range.clamped(to: segment.range).isEmpty
                            || segment.range.contains($0.range.lowerBound)
                                && segment.range.upperBound >= $0.range.upperBound
                    })
                end = segment.range.upperBound
            }
            #expect(text.trimmed(end..<text.count).isEmpty, "\(text)")
        }
    }
}
