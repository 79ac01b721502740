import TestSupport
import Testing
import UnicodeText

@testable import ByteXML

/// Elements in plain form come to a handler as expat would give them: the same events at the same places, the same errors.
@Suite struct PlainElementTests {
    private final class Recorder: XMLElementHandler {
        static let elementName: StaticString = "u"
        var events: [String] = []
        private var text: [UInt8] = []
        private var depth = 0
        private let failing: Int?

        /// - Parameter failing: the number of an event that fails without saying where.
        init(failing: Int? = nil) { self.failing = failing }

        var isBetweenElements: Bool { depth == 1 }

        func start(_ tag: XMLTag) throws {
            depth += 1
            let (name, attributes) = (tag.name.local.text, tag.element.attributes)
            try add("\(tag.place) <\(name) \(attributes)> \(tag.attributeCount) \(tag.xmlValue("lang")?.text ?? "")")
        }
        func end(_ tag: XMLTag) throws {
            depth -= 1
            try add("\(tag.place) </\(tag.name.local.text)>")
        }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            text += isBetweenElements ? bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } : Array(bytes)
        }
        func comment(_ comment: String) throws { try add("<!--\(comment)-->") }

        func add(_ event: String) throws {
            if !text.isEmpty { events.append("\(text)") }
            text = []
            events.append(event)
            if events.count == failing { throw Diagnostic(.error, code: "test", message: "no more") }
        }
    }

    private func events(
        _ bytes: [UInt8], size: Int, limits: XMLLimits = XMLLimits(), failing: Int? = nil, plain: Bool
    ) -> [String] {
        let recorder = Recorder(failing: failing)
        var rest = bytes[...]
        do {
            let end = try XMLSource.parse(
                {
                    let piece = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    return Array(piece)
                }, file: "f", limits: limits, takesPlainElements: plain, handler: recorder)
            try? recorder.add("end \(end)")
        } catch {
            try? recorder.add("\(error)")
        }
        return recorder.events
    }

    private func compare(
        _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), failing: Int? = nil,
        sizes: [Int] = [1, 5, 64, 1_000, 1 << 20]
    ) {
        let wanted = events(bytes, size: 1 << 20, limits: limits, failing: failing, plain: false)
        for size in sizes {
            let found = events(bytes, size: size, limits: limits, failing: failing, plain: true)
            guard found != wanted else { continue }
            let index = zip(found, wanted).prefix { $0 == $1 }.count
            Issue.record(
                """
                in pieces of \(size): \(found[index...].prefix(2)), expat: \(wanted[index...].prefix(2))
                \(String(decoding: bytes, as: UTF8.self).prefix(3_000).debugDescription)
                """)
        }
    }

    /// Elements in the row, some of them not in plain form, not well-formed or no characters of XML.
    private static let elements = [
        "<u>a</u>", "<u/>", "<u />", "<u></u >", "<u a='1' b = \"2\"\n\tc='3'/>", "<u xml:lang='en' lang='fr'>é中𝄞</u>",
        "<u a='&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#10;'>&lt;&gt;&amp;&quot;&apos;&#65;&#x1D11E;&#13;</u>",
        "<u>\r\n<v>\r</v>\n\r\n<w x='\"' y=\"'\"/></u>\r\n", "<u>a]b]]c] ]></u>",
        "<u>" + String(repeating: "<v>x", count: 9)
            + String(repeating: "</v>", count: 9) + "</u>", "<u.v-w_1 a.b-c_d='é'/>",
        "<u>" + String(repeating: "A longer text, with some words. ", count: 40) + "</u>",
        "<u " + (0..<40).map { "a\($0)='\($0)'" }.joined(separator: " ") + "/>",
        "<u>a<!-- </u> -->b</u>", "<u><![CDATA[</u>]]></u>", "<u><?p </u> ?></u>", "<!-- <u> --><u/>", "<![CDATA[<u>",
        "]]>", "<u xmlns='urn:x' xmlns:y='urn:y'><y:v y:a='1'/></u>", "<x:u/>", "<u a='1' a='2'/>",
        "<u xml:a='1' xml:a='2'/>", "<u a='1'b='2'/>", "<u a=1/>", "<u a/>", "<u a='<'/>", "<u a='\t'/>", "<u></v>",
        "</u>",
        "<u>", "<u>&nbsp;</u>", "<u>&#0;</u>", "<u>&#xFFFE;</u>", "<u>&#xD800;</u>", "<u>&#x110000;</u>", "<u>&#;</u>",
        "<u>&#x;</u>", "<u>&#0000000065;</u>", "<u>&</u>", "<u>]]></u>", "<u>\u{1}</u>", "<u>\u{FFFE}</u>",
        "<u a='\u{FFFF}'/>",
        "<ü>é</ü>", "<uü a='1'/>", "<u ü='1'/>", "<-u/>", "<u><1/></u>", "<u xml:='1'/>", "<u xml:a:b='1'/>", "text",
        "\r", "\n",
        " ", "</r>", "<u", "<u a='", "<v><u/></v>",
    ]

    @Test func givesWhatExpatGives() {
        for element in Self.elements {
            for head in ["<r><u/>", "<?xml version='1.0'?>\r\n<!DOCTYPE r SYSTEM 'r.dtd'><r xmlns='urn:r'>é<u/>\r\n "] {
                compare(Array("\(head)\(element)\n<u>x</u></r>".utf8))
                compare(Array("\(head)<u>x</u>\(element)<u/></r>".utf8), sizes: [1, 1 << 20])
            }
        }
    }

    @Test func knowsNoTextThatIsNoUTF8() {
        for bytes in [
            [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0x00], [0xFF],
        ] as [[UInt8]] {
            compare(Array("<r><u/>\n<u>é".utf8) + bytes + Array("</u><u/></r>".utf8))
            compare(Array("<r><u/>\n<u a='".utf8) + bytes + Array("'/><u/></r>".utf8))
        }
    }

    @Test func mixesWithWhatIsLeftToExpat() {
        var random = SplitMix(seed: 31)
        for _ in 0..<300 {
            var text = Array("<r><u/>".utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                text += Array((Self.elements.randomElement(using: &random) ?? "").utf8)
            }
            text += Array("</r>".utf8)
            compare(text, sizes: [Int.random(in: 1...100, using: &random), 1 << 20])
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<text.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: text.remove(at: index)
                case 1: text[index] = UInt8.random(in: 0...255, using: &random)
                case 2: text.insert(Array("<>&;'\"/=]! \r\n".utf8).randomElement(using: &random) ?? 0x20, at: index)
                default: text.removeLast(Int.random(in: 0..<min(20, text.count), using: &random))
                }
                if text.isEmpty { break }
            }
            compare(text, sizes: [Int.random(in: 1...100, using: &random), 1 << 20])
        }
    }

    @Test func keepsLimits() {
        var limits = XMLLimits()
        (limits.depth, limits.attributes, limits.attribute) = (4, 3, 200)
        let long = String(repeating: "a", count: 201)
        for element in [
            "<u><v><w/></v></u>", "<u><v><w><x/></w></v></u>", "<u a='' b='' c=''/>", "<u a='' b='' c='' d=''/>",
            "<u a='\(long)'/>", "<u a='\(long.dropLast())'/>",
        ] {
            compare(Array("<r><u/><u/>\(element)<u/></r>".utf8), limits: limits)
        }
    }

    @Test func anErrorOfTheHandlerHasItsPlace() {
        let text = Array("<r>\n<u/>\r\n<u>é<v/>中</u>\n<u a='&#10;'/>é<u/></r>".utf8)
        for number in 1...14 { compare(text, failing: number) }
    }

    /// A document type may give attributes that no tag has.
    @Test func aDocumentTypeMayChangeWhatTagsSay() {
        compare(Array("<!DOCTYPE r [<!ATTLIST u a CDATA 'x' b NMTOKEN #IMPLIED>]><r><u/><u b=' y '/><u/></r>".utf8))
    }

    @Test func otherEncodingsAreReadAsBefore() {
        let text = "<r><u/><u>é</u><u/></r>"
        compare([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        for name in ["ISO-8859-1", "windows-1252", "US-ASCII"] {
            compare("<?xml version='1.0' encoding='\(name)'?>\(text)".unicodeScalars.map { UInt8($0.value) })
        }
        compare([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    }

    /// Of a row of plain elements expat reads the first alone.
    @Test func takesThemItself() throws {
        final class Counter: XMLElementHandler {
            static let elementName: StaticString = "u"
            var (depth, elements, own) = (0, 0, 0)
            var isBetweenElements: Bool { depth == 1 }
            func start(_ tag: XMLTag) {
                depth += 1
                elements += 1
                // Expat's ranges are those of what it was given.
                if tag.parser.range.lowerBound != tag.place.offset { own += 1 }
            }
            func end(_ tag: XMLTag) { depth -= 1 }
            func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
        }
        for size in [1, 100, 1 << 20] {
            let counter = Counter()
            var rest = Array(("<r>" + String(repeating: "<u a='b'>text &amp; text</u>\n", count: 1_000) + "</r>").utf8)[
                ...]
            try XMLSource.parse(
                {
                    let piece = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    return Array(piece)
                }, file: nil, limits: XMLLimits(), handler: counter)
            #expect(counter.elements == 1_001)
            #expect(counter.own >= 990, "in pieces of \(size)")
        }
    }
}
