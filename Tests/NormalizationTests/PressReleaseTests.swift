import Normalization
import Testing
import UnicodeText

/// A release of the shape agencies' sites give when scraped: no markup, site furniture below, twice over.
@Suite struct PressReleaseTests {
    private static let release = """
        Ministers pledge wider digital cooperation across the region
        Updated: March 4, 2024 09:15

        Eight governments will link their digital infrastructure by 2027, a senior official said on Monday.

        Amina Otieno, minister of communication and technology, told a forum in Nairobi on Monday that shared networks are an important part of the plan and that her country is willing to work with all partners.

        "More training will be offered to young engineers, and small firms will find it easier to do business," Otieno said.

        According to her, over the years, universities, companies and public offices have signed memorandums of understanding in ten fields.

        She called for a push to share the dividends of the digital economy.

        Visit us | About us | Contact us

        Website Identification Code zz01000009 Registration Number: 12345678

        All rights reserved. The content (including but not limited to text, photo, etc) published in this site belongs to

        Without written authorization from, such content shall not be republished or used in any form.



        Copyright© | Contact us

        Website Identification Code zz01000009

        Registration Number: 12345678
        """

    private func article(_ text: String) throws -> Article {
        Pipeline().article(from: try SourceText(Array(text.utf8)))
    }

    @Test func labelsEveryLine() throws {
        let article = try article(Self.release)
        #expect(article.language.language == "en")
        #expect(
            article.blocks.map(\.kind)
                == [.headline, .dateline] + Array(repeating: .body, count: 5) + Array(repeating: .boilerplate, count: 7)
        )
        #expect(article.blocks[1].date == "2024-03-04T09:15")
        #expect(
            article.blocks.suffix(7).map(\.reason)
                == [.navigation, .identifier, .legal, .legal, .navigation, .identifier, .identifier])
        #expect(article.blocks.allSatisfy { ($0.kind == .boilerplate) == ($0.reason != nil) })
    }

    @Test func everyLineIsAccountedFor() throws {
        let lines = Self.release.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } }
        #expect(try article(Self.release).blocks.map { "\($0.text)" } == lines.map(String.init))
    }

    /// The same figures in other encodings and with other line ends.
    @Test func doesNotDependOnTheEncoding() throws {
        let curly = Self.release.replacing("\"", with: "”").replacing("\n", with: "\r\n")
        let expected = try article(Self.release).blocks.map(\.kind)
        for encoding in ["windows-1252", "UTF-16LE", "UTF-16BE", "UTF-8"] {
            let bytes = Encoded.bytes(curly, encoding)
            let source = try SourceText(bytes)
            #expect(source.encoding == encoding)
            let article = Pipeline().article(from: source)
            #expect(article.blocks.map(\.kind) == expected)
            // Ranges lead back to the file's own bytes.
            for block in article.blocks {
                let range = source.source(of: block.text.all, in: block)
                #expect(try CharacterDecoder.decode(Array(bytes[range]), encoding: encoding).text == block.text)
            }
        }
    }
}

enum Encoded {
    static func bytes(_ text: String, _ encoding: String) -> [UInt8] {
        switch encoding {
        case "UTF-16LE": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "UTF-16BE": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "windows-1252": text.unicodeScalars.map { $0 == "”" ? 0x94 : UInt8($0.value) }
        default: Array(text.utf8)
        }
    }
}
