import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct MosesTests {
    /// Gives bytes in pieces of a length.
    private func pieces(_ bytes: [UInt8], _ length: Int) -> () -> [UInt8] {
        var rest = bytes[...]
        return {
            defer { rest = rest.dropFirst(length) }
            return Array(rest.prefix(length))
        }
    }

    private func read(
        _ source: String, _ target: [UInt8], piece: Int = 1 << 16, limit: Int = 1000
    ) throws -> (pairs: [[String]], leftOut: Int) {
        var pairs: [[String]] = []
        var leftOut = 0
        let reader = MosesReader(
            source: .init(language: "en", file: "c.en"), target: .init(language: "fr", file: "c.fr"), limit: limit)
        try reader.read(pieces(Array(source.utf8), piece), pieces(target, piece), leftOut: { _ in leftOut += 1 }) {
            pairs.append($0.variants.map { "\($0.language) \($0.segment.text)" })
        }
        return (pairs, leftOut)
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func aLineIsAUnit(_ piece: Int) throws {
        let (pairs, leftOut) = try read(
            "\u{FEFF}one\r\n\ntwo & <b>\n \nthree", Array("un\n\ndeux &amp; <b>\nx\ntrois\n".utf8), piece: piece)
        #expect(pairs == [["en one", "fr un"], ["en two & <b>", "fr deux &amp; <b>"], ["en three", "fr trois"]])
        #expect(leftOut == 1)
    }

    @Test func wrongTextsAreErrors() {
        func message(_ source: String, _ target: [UInt8]) -> String {
            do {
                _ = try read(source, target)
                return ""
            } catch { return "\(error)" }
        }
        #expect(message("a\nb\n\n\n", Array("a\n".utf8)).hasPrefix("c.fr: error: 1 lines, but c.en has 4"))
        #expect(message("a\n", Array("a\nb\nc".utf8)).hasPrefix("c.fr: error: 3 lines, but c.en has 1"))
        #expect(message("a\nb", [0x61, 0x0A, 0x62, 0xFF]).hasPrefix("c.fr:2: error: bytes that are not valid UTF-8"))
        #expect(message(String(repeating: "a", count: 70_000), Array("a".utf8)).hasPrefix("c.en:1: error: the line is"))
        #expect(message("", []) == "")
    }

    @Test func whatIsWrittenIsRead() throws {
        var texts: [[UInt8]] = [[], []]
        var writer = MosesWriter(source: "en", target: "fr", to: ({ texts[0] += $0 }, { texts[1] += $0 }))
        for (source, target) in [("a\nb", "c\u{1}d"), ("x", " "), ("  e ", "f\r\ng")] {
            try writer.write(
                TranslationUnit(
                    sourceLanguage: "en",
                    variants: [
                        Variant(language: "en", segment: InlineText(UTF8Text(source))),
                        Variant(language: "fr", segment: InlineText(UTF8Text(target))),
                    ]))
        }
        try writer.finish()
        #expect(texts.map { String(decoding: $0, as: UTF8.self) } == ["a b\ne\n", "c d\nf  g\n"])
        #expect(writer.count == 2 && writer.leftOut == 1)
        let (pairs, leftOut) = try read(String(decoding: texts[0], as: UTF8.self), texts[1])
        #expect(pairs == [["en a b", "fr c d"], ["en e", "fr f  g"]] && leftOut == 0)
    }
}
