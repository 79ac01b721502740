import ByteJSON
import Testing
import UnicodeText

@Suite struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue { try JSONReader.parse(Array(text.utf8)) }

    private func written(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "{\"id\":12345678901234567890,\"a\":[1.0,-2e+5,true,false,null],\"b\":{\"é\":\"中\"}}", "[]", "{}", "\"\"", "0",
        "{\"b\":1,\"a\":2}",
    ])
    func copiesUnchanged(_ text: String) throws {
        #expect(written(try parse(text)) == text)
    }

    @Test func readsEscapes() throws {
        #expect(try parse(#""a\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00""#) == .string("a\"\\/\u{8}\u{C}\n\r\tAé😀"))
        #expect(try parse(#""\ud800x\udc00""#) == .string("\u{FFFD}x\u{FFFD}"))
    }

    @Test func escapesWhatBreaksLines() {
        #expect(written(.string("a\nb\u{2028}c\u{2029}\u{1}\u{7F}\"\\")) == #""a\nb\u2028c\u2029\u0001\u007f\"\\""#)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "01", "1.", "-", "nul", "\"a", "\"\\x\"", "\"\\u12\"", "[1] 2",
        "\u{FEFF}1",
        "\"\t\"",
    ])
    func refusesWhatIsNoJSON(_ text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test func refusesDepthAndBadUTF8() {
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONError.self) { try JSONReader.parse([0x22, 0xFF, 0x22]) }
    }

    @Test func numbersAreRounded() {
        var writer = JSONWriter()
        writer.array {
            $0.number(0.125, decimals: 2)
            $0.number(1.0, decimals: 2)
            $0.number(-0.5, decimals: 1)
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "[0.13,1.00,-0.5]")
    }
}
