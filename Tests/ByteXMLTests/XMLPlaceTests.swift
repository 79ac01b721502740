import Testing
import UnicodeText

@testable import ByteXML

/// Where text, references and attributes stood.
@Suite struct XMLPlaceTests {
    private final class Recorder: XMLTagHandler {
        let source: UTF8Text
        var found: [String] = []

        init(_ source: UTF8Text) { self.source = source }

        func start(_ tag: XMLTag) throws {
            for (name, value) in XMLAttributeRanges.all(in: source, tag: tag.parser.range) {
                found.append("\(source[name])=\(source[value])")
            }
        }
        func end(_ tag: XMLTag) throws {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>, of parser: XMLParser) throws {
            found.append("\(bytes.text)|\(source[parser.range])")
        }
        func entity(_ name: String, of parser: XMLParser) throws { found.append("\(name)|\(source[parser.range])") }
    }

    @Test func everyEventKnowsItsBytes() throws {
        let source = UTF8Text("<a x = '1>' y:z=\"&lt;é\"\n><b/>Té&amp;&#233;\r\nx<![CDATA[<c>]]>&nbsp;<d e=''/></a>")
        let recorder = Recorder(source)
        let parser = XMLParser(
            file: nil, limits: XMLLimits(), encoding: "UTF-8", offersEntities: true, handler: recorder)
        #expect(throws: (any Error).self) { try source.bytes.withUnsafeBufferPointer { try parser.feed($0) } }
        let plain = UTF8Text("<a x = '1>' z=\"&lt;é\"\n><b/>Té&amp;&#233;\r\nx<![CDATA[<c>]]>&nbsp;<d e=''/></a>")
        let second = Recorder(plain)
        let other = XMLParser(file: nil, limits: XMLLimits(), encoding: "UTF-8", offersEntities: true, handler: second)
        try plain.bytes.withUnsafeBufferPointer { try other.feed($0) }
        try other.finish()
        #expect(
            second.found == [
                "x=1>", "z=&lt;é", "Té|Té", "&|&amp;", "é|&#233;", "\n|\r\n", "x|x", "<c>|<c>", "nbsp|&nbsp;", "e=",
            ])
    }
}
