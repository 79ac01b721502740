import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct XLIFFHostileTests {
    @Test(arguments: [XLIFF.first, XLIFF.second])
    func everyTruncationIsAnErrorWithAPlace(_ sample: String) throws {
        let bytes = Array(sample.utf8)
        for count in stride(from: 0, to: bytes.count, by: 3) {
            let error = try #require(throws: Diagnostic.self) { _ = try XLIFF.events(Array(bytes[..<count])) }
            #expect(error.severity == .error && error.line != nil, "at \(count)")
        }
    }

    @Test(arguments: [
        ("<xliff version=\"1.2\"><file>&nbsp;</file></xliff>", "xml.entity"),
        ("<!DOCTYPE xliff SYSTEM \"x\"><xliff version=\"1.2\"><file a=\"&nbsp;\"/></xliff>", "xml.entity"),
        ("<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff/>", "xml.entity-declaration"),
        (
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><xliff>&c;</xliff>",
            "xml.entity-declaration"
        ),
        ("<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xliff>&x;</xliff>", "xml.entity-declaration"),
        ("<html><body/></html>", "xliff.root"), ("<xliff version=\"3.0\"/>", "xliff.version"),
        ("<xliff version=\"1.2\"/>junk", "xml.junk"), ("<xliff>\u{1}</xliff>", "xml.syntax"),
        ("<xliff>&#1;</xliff>", "xml.syntax"), ("hello", "xml.syntax"), ("", "xml.empty"),
        ("<xliff version=\"1.2\"><v:file/></xliff>", "xml.syntax"),
    ])
    func refusesHostileFiles(_ text: String, _ code: String) throws {
        let error = try #require(throws: Diagnostic.self) { _ = try XLIFF.events(Array(text.utf8)) }
        #expect(error.code == code)
    }

    @Test func refusesDepthWidthAndLength() throws {
        let head = "<xliff version=\"1.2\"><file><body>"
        for inside in ["<group>", "<trans-unit><source><g>", "<g>"] {
            let deep = head + String(repeating: inside, count: 100_000)
            #expect(throws: Diagnostic.self) { try XLIFF.events(Array(deep.utf8)) }
        }
        let wide = head + "<trans-unit " + (0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
        #expect(throws: Diagnostic.self) { try XLIFF.events(Array(wide.utf8)) }
        // Many small elements count as length too.
        let many = head + "<trans-unit><source>" + String(repeating: "<x/>", count: 300_000)
        let error = try #require(throws: Diagnostic.self) { _ = try XLIFF.events(Array(many.utf8)) }
        #expect(error.code == "xliff.limit" && error.line == 1)
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "windows-1252"])
    func readsOtherEncodings(_ encoding: String) throws {
        let declared = encoding.hasPrefix("UTF-16") ? "UTF-16" : encoding
        let text =
            "<?xml version=\"1.0\" encoding=\"\(declared)\"?><xliff version=\"1.2\"><file><body><trans-unit id=\"1\">"
            + "<source>déjà</source></trans-unit></body></file></xliff>"
        let bytes: [UInt8] =
            switch encoding {
            case "UTF-16LE": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "UTF-16BE": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: text.unicodeScalars.map { UInt8($0.value) }
            }
        #expect(try XLIFF.units(bytes).first?.segments[0].source.text == UTF8Text("déjà"))
    }

    @Test func brokenUTF8IsAnError() {
        for bad in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]] {
            let bytes = Array("<xliff version=\"1.2\"><file>".utf8) + bad + Array("</file></xliff>".utf8)
            #expect(throws: Diagnostic.self) { try XLIFF.events(bytes) }
        }
    }

    /// Bytes changed, cut out and doubled: an error, or what is written again and read again the same.
    @Test(arguments: [XLIFF.first, XLIFF.second])
    func brokenFilesAreErrorsOrComeBack(_ sample: String) throws {
        var random = SplitMix(seed: 12)
        let whole = Array(sample.utf8)
        var read = 0
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[start] = Array("<>\"/ =12ax".utf8).randomElement(using: &random) ?? 0
                case 2: bytes.removeSubrange(start..<end)
                default: bytes.insert(contentsOf: bytes[start..<end], at: start)
                }
            }
            guard let events = try? XLIFF.events(bytes) else { continue }
            read += 1
            let once = try XLIFF.again(events).text
            #expect(try XLIFF.again(try XLIFF.events(Array(once.utf8))).text == once)
        }
        #expect(read > 50)
    }
}
