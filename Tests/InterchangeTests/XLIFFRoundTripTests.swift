import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct XLIFFRoundTripTests {
    @Test(arguments: [XLIFF.first, XLIFF.second])
    func everythingComesBack(_ sample: String) throws {
        let events = try XLIFF.events(Array(sample.utf8))
        let (text, omitted) = try XLIFF.again(events)
        #expect(omitted == 0)
        #expect(XLIFF.placeless(try XLIFF.events(Array(text.utf8))) == XLIFF.placeless(events))
        for kept in [
            "v:k", "exact-match", "spare", "page.skl", "bin-unit", "urn:vendor", "context-group", "v:ok",
            "canResegment",
        ] {
            #expect(text.contains(kept) == sample.contains(kept), "\(kept)")
        }
        #expect(try XLIFF.again(XLIFF.events(Array(text.utf8))).text == text)
    }

    @Test func anEditedTargetIsWrittenInItsSegment() throws {
        var unit = try XLIFF.units(XLIFF.first)[1]
        unit.segments[2].target = "Deux."
        unit.segments[2].state = .translated
        let text = try XLIFF.written(.v1_2, [unit])
        #expect(
            text.contains("<mrk mtype=\"seg\" mid=\"1\">Un.</mrk> <mrk mtype=\"seg\" mid=\"2\">Deux.</mrk></target>"))
        #expect(text.contains("<source>One. Two.</source>"))
    }

    /// Random texts and codes of XLIFF, TMX and nobody in particular: written and read, written again the same.
    @Test(arguments: XLIFFVersion.allCases)
    func randomUnitsSurvive(_ version: XLIFFVersion) throws {
        var random = SplitMix(seed: 11)
        for number in 0..<120 {
            let source = randomText(&random)
            let unit = XLIFFUnit(
                id: "u\(number)", source: source, target: Bool.random(using: &random) ? randomText(&random) : nil,
                state: .translated, notes: [XLIFFNote(randomText(&random).text)],
                matches: [XLIFFMatch(source: randomText(&random), target: randomText(&random), quality: 75)])
            let once = try XLIFF.written(version, [unit])
            let read = try #require(try XLIFF.units(once).first)
            #expect(read.segments[0].source.text == source.text, "\(once)")
            #expect(read.segments[0].target?.text == unit.segments[0].target?.text)
            #expect(read.notes == unit.notes && read.matches.map(\.target.text) == unit.matches.map(\.target.text))
            #expect(kinds(read.segments[0].source) == kinds(source, written: true), "\(once)")
            #expect(try XLIFF.written(version, [read]) == once)
        }
    }

    /// Native codes in order; marks without a pair have no place in XLIFF.
    private func kinds(_ text: InlineText, written: Bool = false) -> [UTF8Text] {
        text.codes.filter { $0.kind != .highlightStart && $0.kind != .highlightEnd }.flatMap(\.content).map { content in
            switch content {
            case .text(let text): text
            case .sub(_, let inner): inner.text
            }
        }
    }

    private func randomText(_ random: inout SplitMix) -> InlineText {
        let alphabet = Array("ab <>&\"'é中\u{301}𝄞\n\t\r]".unicodeScalars)
        var bytes: [UInt8] = Array("w".utf8)
        var codes: [InlineCode] = []
        for _ in 0..<Int.random(in: 0...10, using: &random) {
            if Int.random(in: 0..<3, using: &random) == 0 {
                let kinds: [InlineCode.Kind] = [
                    .beginPaired, .endPaired, .isolated, .placeholder, .highlightStart, .highlightEnd,
                ]
                let kind = kinds.randomElement(using: &random) ?? .placeholder
                var code = InlineCode(kind: kind, position: bytes.count)
                let names = [
                    "i", "x", "id", "type", "pos", "rid", "ctype", "equiv", "equiv-text", "element", "not a name",
                ]
                let values = ["1", "2", "a b", "bold", "g", "pc", "sc", "mrk", "x-ü"]
                for name in names.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
                    code.attributes.append(Attribute(name, values.randomElement(using: &random) ?? ""))
                }
                let marks = kind == .highlightStart || kind == .highlightEnd
                if !marks, Bool.random(using: &random) { code.content = [.text(UTF8Text("<\(codes.count)>"))] }
                codes.append(code)
            } else {
                bytes += String(Character(alphabet.randomElement(using: &random) ?? "a")).utf8
            }
        }
        return InlineText(UTF8Text(unchecked: bytes), codes: codes)
    }
}
