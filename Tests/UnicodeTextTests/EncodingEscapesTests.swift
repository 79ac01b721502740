import Testing
import UnicodeText

@Suite struct EncodingEscapesTests {
    private func detected(_ bytes: [UInt8]) -> String? { EncodingDetector.detect(bytes)?.encoding }

    @Test func hz() throws {
        // RFC 1843's own shape: GB 2312 pairs in seven bits between ~{ and ~}.
        let text = "部长昨天表示，谈判将继续。"
        let pairs = try #require(try EncodingFixture.bytes(text, "GB18030")).map { $0 & 0x7F }
        let bytes = Array("He said ~~ and ~{".utf8) + pairs + Array("~}, no more.\n".utf8)
        #expect(detected(bytes) == "HZ-GB-2312")
        #expect(try EncodingFixture.text(bytes, "HZ-GB-2312") == "He said ~ and \(text), no more.\n")
        // Cut off inside the braces.
        #expect(detected(Array("News: ~{".utf8) + pairs) == "HZ-GB-2312")
        #expect(detected(Array("a shell's ~{ and a brace }".utf8)) == "UTF-8")
        #expect(detected(Array("~{".utf8)) == "UTF-8")
    }

    @Test func iso2022() {
        #expect(detected(Array("\u{1B}$B%F%9%H\u{1B}(B".utf8)) == "ISO-2022-JP")
        #expect(detected(Array("\u{1B}$)C\u{E}0!GQ\u{F} and\n".utf8)) == "ISO-2022-KR")
        #expect(detected(Array("\u{1B}$)A\u{E}=;;;\u{F}\n".utf8)) == "ISO-2022-CN")
        // A terminal's colours are no designation.
        #expect(detected(Array("\u{1B}[31mred\u{1B}[0m and plain".utf8)) == "UTF-8")
        #expect(detected(Array("\u{1B}".utf8)) == "UTF-8")
    }
}
