import Normalization
import Testing
import UnicodeText

@Suite struct FormatsWireTests {
    private static let iptc =
        "\u{1}ecp0007 4 s 850  dpa-tns 0908\n\nDiplomacy/Digital/\n"
        + "\u{2}Ministers pledge wider digital cooperation\nBy Amina Otieno, Example News =\n\n"
        + "Nairobi (ex/dpa) - Eight governments will link their networks by 2027,\n"
        + "an official said on Monday. The plan was agreed after long talks that\nwent on for weeks.\n\n"
        + "\"More training will be offered,\" she said.\n\u{3}\nex dpa aa\n\n201344 Oct 23\n\u{4}"
    private static let anpa =
        "\u{16}\u{16}\u{1}a0123\u{1F}-----\nr i \u{13}\u{11} BC-Ministers-Digital 1stLd   10-20 0450\n"
        + "\u{2}^BC-Ministers-Digital, 1st Ld,416<\n^Ministers pledge digital cooperation<\n^AP Photo NAI101<\n"
        + "^By AMINA OTIENO=\n^Associated Press=\n\t   NAIROBI (AP) _ Eight governments will link\nnetworks. \n"
        + "\t   \"More training,\" she said. \n\u{3}AP-WF-10-20-23 1344GMT<\n\u{4}"
    private static let controls: Set<Unicode.Scalar> = [
        "\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{16}", "\u{1F}", "\u{13}", "\u{11}",
    ]

    private static func stripped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.filter { !controls.contains($0) })
        return String(result)
    }

    private func sample(_ text: String) throws -> FormatsSample { try FormatsSample(text) }

    @Test(arguments: [Self.iptc, Self.stripped(Self.iptc), Self.iptc.replacing("\n", with: "\r\n")])
    func iptc7901(_ text: String) throws {
        let sample = try sample(text)
        let end = text.contains("\r") ? "¶" : "¶"
        #expect(sample.article.format == .iptc7901)
        #expect(
            sample.lines == [
                "headline: Ministers pledge wider digital cooperation", "dateline 2023-10-20T13:44: 201344 Oct 23",
                "byline: By Amina Otieno, Example News",
                "body: Nairobi (ex/dpa) - Eight governments will link their networks by 2027, an official said on Monday."
                    + " The plan was agreed after long talks that went on for weeks."
                    + " ← Nairobi (ex/dpa) - Eight governments will link their networks by 2027,\(end)"
                    + "an official said on Monday. The plan was agreed after long talks that\(end)went on for weeks.",
                "body: \"More training will be offered,\" she said.",
                "boilerplate identifier: ecp0007 4 s 850 dpa-tns 0908 ← ecp0007 4 s 850  dpa-tns 0908",
                "boilerplate identifier: Diplomacy/Digital/", "boilerplate identifier: ex dpa aa",
            ])
        sample.expectProvenance()
    }

    @Test(arguments: [true, false])
    func anpa1312(_ hasControls: Bool) throws {
        let text = hasControls ? Self.anpa : Self.stripped(Self.anpa)
        let article = Pipeline(language: .english).article(from: SourceText(UTF8Text(text)))
        #expect(article.format == .iptc7901)
        #expect(
            article.blocks.map { "\($0.kind)\($0.date.map { " \($0)" } ?? ""): \($0.text)" } == [
                "headline: Ministers pledge digital cooperation", "byline: By AMINA OTIENO", "byline: Associated Press",
                "dateline 2023-10-20T13:44Z: AP-WF-10-20-23 1344GMT",
                "body: NAIROBI (AP) _ Eight governments will link networks.", "body: \"More training,\" she said.",
                "boilerplate: a0123-----", "boilerplate: r i BC-Ministers-Digital 1stLd 10-20 0450",
                "boilerplate: BC-Ministers-Digital, 1st Ld,416", "boilerplate: AP Photo NAI101",
            ])
        for block in article.blocks {
            #expect(block.edits.verifies(source: article.source.text[block.extent], target: block.text))
        }
    }

    @Test func severalMessagesKeepTheirOrder() throws {
        let sample = try sample(Self.iptc + Self.iptc.replacing("pledge", with: "drop"))
        #expect(
            sample.article.blocks.filter { $0.kind == .headline }.map(\.text)
                == ["Ministers pledge wider digital cooperation", "Ministers drop wider digital cooperation"])
    }

    @Test func withoutAHeaderItIsText() throws {
        let sample = try FormatsSample("Ministers met on Monday.", as: .iptc7901)
        #expect(sample.article.format == .text && sample.article.diagnostics.count == 1)
    }

    /// Without STX the keywords are known by the headline below them.
    @Test func keywordsWithoutSTX() throws {
        let sample = try FormatsSample(
            "ecp0007 4 s 850 \nKenya-port\nCoastal port to double capacity=\n    KILWANI, March 12 (ECP) - The port will\n"
                + "handle more, the ministry said.\n    Work starts in June.\n\n121045 Mar 24\n")
        #expect(sample.copy.first == "Coastal port to double capacity")
        #expect(sample.lines.contains("boilerplate identifier: Kenya-port"))
        sample.expectProvenance()
    }

    @Test func whatIsSaidToEditorsIsNoHeadline() throws {
        let sample = try FormatsSample(
            "\u{1}s0123\nu f bc-port 03-12 0350\n^AM-Port, 1st Ld,350<\n^Eds: UPDATES with quotes.<\n"
                + "^Coastal port to double capacity<\n\u{2}\tKILWANI (AP) _ The port will handle more.\n\u{3}\n\u{4}")
        #expect(sample.copy.first == "Coastal port to double capacity")
        #expect(sample.lines.contains { $0.hasPrefix("boilerplate identifier: Eds: UPDATES with quotes.") })
    }
}
