import TestSupport
import Testing
import UnicodeText

@testable import ByteXML

/// Writes a file's events down, one a line.
private final class Recorder: XMLHandler {
    var events: [String] = []
    var places: [XMLPlace] = []
    private var pending: [UInt8] = []

    func start(_ element: XMLElement, at place: XMLPlace) throws {
        flush()
        places.append(place)
        let attributes = element.attributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(element.namespace.isEmpty ? "" : "\(element.namespace):")\(element.name)\(attributes)>")
    }
    func end(_ name: String, at place: XMLPlace) throws {
        flush()
        events.append("</\(name)>")
    }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { pending += bytes }
    func comment(_ text: String) throws {
        flush()
        events.append("<!--\(text)-->")
    }
    func documentType(_ name: String) throws { events.append("<!\(name)>") }

    private func flush() {
        if !pending.isEmpty { events.append(String(decoding: pending, as: UTF8.self)) }
        pending = []
    }
}

@Suite struct XMLTests {
    /// - Parameter size: bytes a piece; all at once for `nil`.
    private func parse(_ bytes: [UInt8], size: Int? = nil, limits: XMLLimits = XMLLimits()) throws -> Recorder {
        let recorder = Recorder()
        var rest = bytes[...]
        try XMLSource.parse(
            {
                let piece = rest.prefix(size ?? rest.count)
                rest = rest.dropFirst(piece.count)
                return Array(piece)
            }, file: "a.xml", limits: limits, handler: recorder)
        return recorder
    }

    private func events(_ text: String) throws -> [String] { try parse(Array(text.utf8)).events }

    private func failure(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> Diagnostic? {
        do {
            _ = try parse(bytes, limits: limits)
            return nil
        } catch {
            return error as? Diagnostic
        }
    }

    private func failure(_ text: String, limits: XMLLimits = XMLLimits()) -> Diagnostic? {
        failure(Array(text.utf8), limits: limits)
    }

    private func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    @Test func givesElementsNamespacesTextCommentsAndCharacterData() throws {
        let text = """
            <?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><!--c-->\
            <a xmlns="urn:x" xmlns:y="urn:y" xml:lang="en" y:k="v" k="&lt;&#233;"><y:b/>t &amp; <![CDATA[<u>]]></a>
            """
        #expect(
            try events(text) == [
                "<!a>", "<!--c-->", "<urn:x:a xml:lang=en {urn:y}k=v k=<é>", "<urn:y:b>", "</b>", "t & <u>", "</a>",
            ])
    }

    @Test func findsAttributesByNameAndNamespace() throws {
        final class Finder: XMLTagHandler {
            var found: [String?] = []
            func start(_ tag: XMLTag) throws {
                found = [tag.value("lang")?.text, tag.xmlValue("lang")?.text, tag.value("none")?.text]
            }
            func end(_ tag: XMLTag) throws { found.append(tag.value("lang")?.text) }
            func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
        }
        let finder = Finder()
        var rest = Array(#"<a xmlns:y="urn:y" y:lang="1" xml:lang="2" lang="3"></a>"#.utf8)
        try XMLSource.parse(
            {
                defer { rest = [] }
                return rest
            }, file: nil, limits: XMLLimits(), handler: finder)
        #expect(finder.found == ["3", "2", nil, nil])
    }

    @Test func readsTheSameInPiecesOfAnySize() throws {
        let text = Array("<?xml version='1.0'?><a k='é'>ü<b>中&#x10FFFF;</b><!--𝄞--> </a>".utf8)
        let whole = try parse(text).events
        for size in 1...text.count { #expect(try parse(text, size: size).events == whole) }
    }

    @Test func everyTruncationIsAnError() throws {
        let text = Array("<?xml version='1.0'?><!DOCTYPE a><a k='é'>ü<b>x</b><![CDATA[d]]>&amp;<!--é--></a>".utf8)
        #expect(failure(text) == nil)
        for count in 0..<text.count {
            let error = failure(Array(text[..<count]))
            #expect(error?.severity == .error && error?.file == "a.xml" && error?.line == 1, "\(count)")
        }
        #expect(failure("<a><b>")?.code == "xml.truncated")
        #expect(failure("<a><b k")?.code == "xml.truncated")
        #expect(failure("")?.code == "xml.empty")
        #expect(failure("  \n ")?.code == "xml.empty")
    }

    @Test func randomBytesNeverCrash() throws {
        var random = SplitMix(seed: 7)
        let good = Array("<?xml version='1.0' encoding='utf-8'?><a xml:lang='é'>ü&lt;<b>中</b></a>".utf8)
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let error = failure(bytes)
            #expect(error == nil || error?.line != nil)
        }
        #expect(failure("<\u{FF}\u{FF}a>") != nil)
        #expect(failure([0x3C, 0xFF, 0xFF, 0xFF, 0xFF, 0x3E])?.code == "xml.syntax")
    }

    @Test func errorsNameLineAndColumnInCodePoints() {
        let error = failure("<a>\n<b>é中𝄞</c>\n</a>")
        #expect(error?.line == 2)
        // The name in the end tag.
        #expect(error?.column == 9)
        #expect(failure("<a>\r\n\r\n <b>ü & </b></a>")?.line == 3)
        #expect(failure("<a>\r\n\r\n <b>ü & </b></a>")?.column == 8)
        #expect(failure(utf16("<a>\n<b>é中</c></a>"))?.line == 2)
        #expect(failure(utf16("<a>\n<b>é中</c></a>"))?.column == 8)
    }

    @Test func placesAreThoseOfTheTags() throws {
        let places = try parse(Array("<a>\n  é<b/>\n<c\n/></a>".utf8)).places
        #expect(places.map(\.line) == [1, 2, 3])
        #expect(places.map(\.column) == [1, 4, 1])
        #expect(places.map(\.offset) == [0, 8, 13])
    }

    @Test func refusesDeclaredEntities() {
        let lines = (1...9).map { "<!ENTITY a\($0) '&a\($0 - 1);&a\($0 - 1);'>" }.joined()
        #expect(failure("<!DOCTYPE a [<!ENTITY a0 'x'>\(lines)]><a>&a9;</a>")?.code == "xml.entity-declaration")
        #expect(failure("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")?.code != nil)
        #expect(failure("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://x/y'> %p;]><a/>")?.code == "xml.entity-declaration")
    }

    @Test func undefinedEntitiesAreErrorsEverywhere() throws {
        let types = ["", "<!DOCTYPE a SYSTEM 'a.dtd'>", "<!DOCTYPE a PUBLIC 'p' 'a.dtd'>", "<!DOCTYPE a>"]
        for type in types {
            for text in ["\(type)\n<a>x&nbsp;y</a>", "\(type)\n<a k='é x&nbsp;y'>x</a>"] {
                #expect(failure(text)?.code == "xml.entity", "\(text)")
                #expect(failure(text)?.line == 2, "\(text)")
                #expect(failure(utf16(text))?.code == "xml.entity", "\(text)")
                #expect(failure(utf16(text, bigEndian: true))?.code == "xml.entity", "\(text)")
            }
        }
        #expect(failure("<!DOCTYPE a SYSTEM 'd'><a k='&nbsp;'/>")?.message == "the entity &nbsp; is not defined")
        let good = "<!DOCTYPE a SYSTEM 'a.dtd'><a k='&lt;&#233;&#xE9;&apos;&quot;&gt;&amp;☀; &#38;nbsp;'/>"
        #expect(try events(good)[1] == "<a k=<éé'\">&☀; &nbsp;>")
        #expect(try parse(utf16(good)).events == events(good))
    }

    @Test func limitsHold() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(failure(nested(64)) == nil)
        #expect(failure(nested(65))?.code == "xml.depth")
        #expect(failure(nested(100_000))?.code == "xml.depth")
        func wide(_ count: Int) -> String { "<a " + (0..<count).map { "k\($0)='' " }.joined() + "/>" }
        #expect(failure(wide(256)) == nil)
        #expect(failure(wide(257))?.code == "xml.attributes")
        var limits = XMLLimits()
        limits.attribute = 100
        #expect(failure("<a k='\(String(repeating: "x", count: 100))'/>", limits: limits) == nil)
        #expect(failure("<a k='\(String(repeating: "x", count: 101))'/>", limits: limits)?.code == "xml.attribute")
    }

    @Test func longTokensAreRefusedBeforeTheyTakeQuadraticTime() {
        let long = String(repeating: "x", count: 12_000_000)
        #expect(failure("<a>\(long)</a>") == nil)
        #expect(failure("<a><![CDATA[\(long)]]></a>") == nil)
        #expect(failure("<a k='\(long)'/>")?.code == "xml.token")
        #expect(failure("<a><!--\(long)--></a>")?.code == "xml.token")
        #expect(failure("<\(long)/>")?.code == "xml.token")
    }

    @Test func invalidCharactersAreErrors() {
        #expect(failure(Array("<a>x\u{0}</a>".utf8))?.code == "xml.syntax")
        #expect(failure("<a>\u{1}</a>")?.code == "xml.syntax")
        #expect(failure("<a>&#1;</a>")?.code == "xml.syntax")
        #expect(failure("<a>&#xD800;</a>")?.code == "xml.syntax")
        #expect(failure([0x3C, 0x61, 0x3E, 0xC0, 0x80, 0x3C, 0x2F, 0x61, 0x3E])?.code == "xml.syntax")
        #expect(failure([0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C, 0x2F, 0x61, 0x3E])?.code == "xml.syntax")
    }

    @Test func textAfterTheRootIsAnError() {
        #expect(failure("<a/>\nx")?.code == "xml.junk")
        #expect(failure("<a/>\nx")?.line == 2)
        #expect(failure("<a/><b/>")?.code == "xml.junk")
        #expect(failure("<a/>\n<!-- c -->\n") == nil)
    }

    @Test func readsLegacyEncodings() throws {
        func file(_ encoding: String, _ bytes: [UInt8]) -> [UInt8] {
            Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>".utf8) + bytes + Array("</a>".utf8)
        }
        #expect(try parse(file("windows-1252", [0x93, 0xE9, 0x94])).events[1] == "“é”")
        #expect(try parse(file("ISO-8859-1", [0xE9])).events[1] == "é")
        #expect(try parse(file("Latin1", [0xE9])).events[1] == "é")
        #expect(try parse(file("windows-1254", [0xFE])).events[1] == "ş")
        #expect(try parse(file("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B])).events[1] == "日本")
        #expect(try parse(file("utf8", Array("é".utf8))).events[1] == "é")
        #expect(failure(file("US-ASCII", [0xE9]))?.code == "xml.syntax")
        #expect(failure(file("klingon", [0x61]))?.code == "xml.encoding")
        // Written to a string in memory, then saved as UTF-8.
        #expect(try parse(file("utf-16", Array("é".utf8))).events[1] == "é")
        #expect(failure(file("Shift_JIS", [0x93]))?.code == "xml.encoding")
    }

    @Test func theByteOrderMarkIsBelieved() throws {
        for name in ["UTF-8", "utf-16", "UTF-16", "unicode", "windows-1252", "ISO-8859-1"] {
            let text = "<?xml version='1.0' encoding='\(name)'?><a k='中'>é𝄞</a>"
            #expect(try parse(utf16(text)).events == ["<a k=中>", "é𝄞", "</a>"], "\(name)")
            #expect(try parse(utf16(text, bigEndian: true)).events == ["<a k=中>", "é𝄞", "</a>"], "\(name)")
            #expect(try parse(Array("\u{FEFF}\(text)".utf8)).events == ["<a k=中>", "é𝄞", "</a>"], "\(name)")
        }
    }

    @Test func aHandlersErrorEndsTheParse() {
        struct Stop: Error {}
        final class Stopper: XMLTagHandler {
            var count = 0
            func start(_ tag: XMLTag) throws {
                count += 1
                if count == 2 { throw Stop() }
            }
            func end(_ tag: XMLTag) throws {}
            func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
        }
        let stopper = Stopper()
        var rest = Array("<a><b/><c/></a>".utf8)
        #expect(throws: Stop.self) {
            try XMLSource.parse(
                {
                    defer { rest = [] }
                    return rest
                }, file: nil, limits: XMLLimits(), handler: stopper)
        }
        #expect(stopper.count == 2)
    }
}

@Suite struct XMLWriterTests {
    private func written(_ body: (inout XMLWriter) throws -> Void) rethrows -> (text: String, dropped: Int) {
        final class Sink {
            var bytes: [UInt8] = []
        }
        let sink = Sink()
        var writer = XMLWriter { sink.bytes += $0 }
        try body(&writer)
        try? writer.flush()
        return (String(decoding: sink.bytes, as: UTF8.self), writer.dropped)
    }

    @Test func escapesWhatParsersWouldChange() throws {
        let (text, dropped) = try written {
            try $0.raw("<a")
            try $0.attribute("k", "\"<&>\n\t\r")
            try $0.raw(">")
            try $0.text("\"<&>\n\t\r]]>" as UTF8Text)
        }
        #expect(text == "<a k=\"&quot;&lt;&amp;&gt;&#10;&#9;&#13;\">\"&lt;&amp;&gt;\n\t&#13;]]&gt;")
        #expect(dropped == 0)
    }

    @Test func leavesOutWhatXMLCannotHold() throws {
        let (text, dropped) = try written {
            try $0.text("a\u{0}b\u{8}\u{B}\u{1F}c\u{FFFE}\u{FFFF}d\u{FFFD}\u{7F}\u{85}" as UTF8Text)
        }
        #expect(text == "abcd\u{FFFD}\u{7F}\u{85}")
        #expect(dropped == 6)
    }
}
