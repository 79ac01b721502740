import Testing
import UnicodeText

@testable import Segmentation

/// What is read of an SRX file, and what is said of one that cannot be.
@Suite struct SRXReaderTests {
    private static func failure(_ text: String) -> Diagnostic? {
        do {
            _ = try SRXFile.document(text)
            return nil
        } catch { return error as? Diagnostic }
    }

    private static func warnings(_ text: String) throws -> [String] {
        var all: [String] = []
        _ = try SRXDocument.read(Array(text.utf8), name: "r.srx") { all.append(told($0, of: text)) }
        return all
    }

    /// A message without its byte, which is where line and column are.
    private static func told(_ diagnostic: Diagnostic, of text: String) -> String {
        let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        let before = lines.prefix((diagnostic.line ?? 0) - 1).reduce(0) { $0 + $1.count + 1 }
        #expect(diagnostic.offset == before + (diagnostic.column ?? 0) - 1)
        var plain = diagnostic
        plain.offset = nil
        return plain.description
    }

    private static let two = """
        <?xml version="1.0"?>
        <s:srx xmlns:s="http://www.lisa.org/srx20" version="2.0">
          <s:header segmentsubflows="no" cascade="CASCADE">
            <s:formathandle type="start" include="yes"/>
            <s:formathandle type="end" include="no"/>
            <s:formathandle type="isolated" include="yes"/>
          </s:header>
          <s:body>
            <s:languagerules>
              <s:languagerule languagerulename="English">
                <s:rule break="no"><s:beforebreak>Mr\\.</s:beforebreak></s:rule>
              </s:languagerule>
              <s:languagerule languagerulename="Default">
                <s:rule><s:beforebreak>\\.</s:beforebreak><s:afterbreak>\\s</s:afterbreak></s:rule>
              </s:languagerule>
            </s:languagerules>
            <s:maprules>
              <s:languagemap languagepattern="EN.*" languagerulename="English"/>
              <s:languagemap languagepattern="pt_BR" languagerulename="English"/>
              <s:languagemap languagepattern="en|f[rR]|.*-.*" languagerulename="Default"/>
            </s:maprules>
          </s:body>
        </s:srx>
        """

    @Test func readsEveryPart() throws {
        let document = try SRXFile.document(Self.two.replacing("CASCADE", with: "yes"))
        #expect(document.version == "2.0")
        #expect(document.isCascading)
        #expect(!document.segmentsSubflows)
        #expect(document.formats.includesStart && !document.formats.includesEnd && document.formats.includesIsolated)
        #expect(document.rules.map(\.isBreak) == [false, true])
        #expect(document.rules.map(\.beforeBreak) == [#"Mr\."#, #"\."#])
        #expect(document.rules.map(\.afterBreak) == ["", #"\s"#])
        #expect(document.rules.map(\.line) == [11, 14])
        #expect(document.rules.map(\.languageRule) == ["English", "Default"])
    }

    @Test func languagesFindTheirRules() throws {
        let cascading = try SRXFile.document(Self.two.replacing("CASCADE", with: "yes"))
        let single = try SRXFile.document(Self.two.replacing("CASCADE", with: "no"))
        func lines(_ document: SRXDocument, _ language: LanguageTag) throws -> [Int]? {
            try document.rules(for: language)?.map(\.line)
        }
        #expect(try lines(cascading, "en") == [11, 14])
        #expect(try lines(cascading, "en-GB") == [11, 14])
        #expect(try lines(cascading, "pt-BR") == [11, 14])
        #expect(try lines(cascading, "fr") == [14])
        #expect(try lines(cascading, "fro") == nil)
        #expect(try lines(single, "en") == [11])
        #expect(try lines(single, "fr") == [14])
    }

    @Test func readsVersionOneWithoutNamespace() throws {
        let text = """
            <srx version="1.0"><header segmentsubflows="yes"><formathandle type="start" include="no"/></header><body>
            <languagerules><languagerule languagerulename="A"><rule break="yes"><beforebreak>\\.</beforebreak></rule>
            </languagerule></languagerules>
            <maprules><maprule maprulename="Default"><languagemap languagepattern=".*" languagerulename="A"/></maprule>
            <maprule maprulename="Other"><languagemap languagepattern="x" languagerulename="B"/></maprule></maprules>
            </body></srx>
            """
        let document = try SRXFile.document(text)
        #expect(document.version == "1.0")
        #expect(document.maps.map(\.languageRule) == ["A"])
        #expect(
            try Self.warnings(text) == [
                #"r.srx:5:1: warning: of several <maprule> the first is used; "Other" is not"#
            ])
    }

    @Test func readsOtherEncodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"ENC\"?>" + SRXFile.text([.yes("é", "")])
        let latin = text.replacing("ENC", with: "windows-1252").unicodeScalars.map {
            UInt8(truncatingIfNeeded: $0.value)
        }
        #expect(try SRXDocument.read(latin, name: "r").rules[0].beforeBreak == "é")
        let units = text.replacing("ENC", with: "UTF-16").utf16
        let wide: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try SRXDocument.read(wide, name: "r").rules[0].beforeBreak == "é")
    }

    @Test(arguments: [
        ("<tmx/>", 1, 1, "this is no SRX file: its root is <tmx>"),
        ("", 1, 1, "the file is empty"),
        (#"<srx version="3.0"/>"#, 1, 1, "SRX 3.0 is not known"),
        ("<srx version=\"2.0\">\n<header cascade=\"maybe\"/></srx>", 2, 1, #"cascade="maybe" in <header>"#),
        ("<srx version=\"2.0\">\n <rule/></srx>", 2, 2, "<rule> has no place in <srx>"),
        ("<srx version=\"2.0\"></srx>", 1, 20, "no <languagemap> says for which languages the rules are"),
    ])
    func refusesWhatIsNoSRX(_ text: String, _ line: Int, _ column: Int, _ message: String) {
        let failure = Self.failure(text)
        #expect(failure?.message == message)
        #expect(failure?.line == line)
        #expect(failure?.column == column)
    }

    @Test func refusesWrongParts() {
        func message(_ from: String, _ to: String) -> String? {
            let text = Self.two.replacing("CASCADE", with: "no").replacing(from, with: to)
            return Self.failure(text).map { Self.told($0, of: text) }?.split(separator: "\n").first.map(String.init)
        }
        #expect(message(#"break="no""#, #"break="No""#) == #"r.srx:11:9: error: break="No" in <rule>"#)
        #expect(
            message(#""Default">"#, #""English">"#)
                == #"r.srx:13:7: error: there are two language rules called "English""#)
        #expect(
            message(#"languagerulename="Default"/>"#, #"languagerulename="Defualt"/>"#)
                == #"r.srx:20:7: error: there is no language rule called "Defualt""#)
        #expect(
            message("<s:afterbreak>", "<s:beforebreak>x</s:beforebreak><s:afterbreak>")
                == "r.srx:14:50: error: a rule has two <beforebreak>")
        #expect(message(#"Mr\."#, "Mr<s:b/>") == "r.srx:11:45: error: <b> stands within a pattern")
        #expect(
            message(#"type="end""#, #"type="close""#)
                == #"r.srx:5:5: error: <formathandle> of type "close" is not known"#)
    }

    @Test(arguments: [
        (#"a(b"#, "a parenthesis has no partner, at character 3 of a(b"),
        (#"[a"#, "a set is not closed, at character 2 of [a"),
        (#"\yx"#, #"ICU knows no such escape, at character 2 of \yx"#),
        (#"\p{Foo}"#, #"ICU knows no such property, at character 7 of \p{Foo}"#),
        ("*a", "this is no regular expression of ICU, at character 1 of *a"),
        ("(?<=a+)b", "a look-behind has no bound, at character 7 of (?<=a+)b"),
        ("a{2,1}", "no count stands between the braces, at character 6 of a{2,1}"),
        (#"(a)\2"#, #"no group has this number or name, at character 5 of (a)\2"#),
        ("[z-a]", "a range runs backwards, at character 4 of [z-a]"),
    ])
    func refusesPatternsWithAReason(_ pattern: String, _ message: String) {
        let failure = Self.failure(SRXFile.text([.yes("a", ""), .yes(pattern, "")]))
        #expect(failure?.message == message)
        #expect(failure?.line == 5)
        #expect(failure?.column == 19)
        #expect(failure?.hint != nil || pattern == #"(a)\2"#)
    }

    @Test func warnsOfWhatIsRead() throws {
        #expect(
            try Self.warnings(SRXFile.text([.yes(#"[\xff61\u3002]"#, "")])) == [
                #"r.srx:4:19: warning: \xff61 is \xff and the characters "61" to ICU"# + "\n"
                    + #"hint: \uff61 is the character U+FF61"#
            ])
        #expect(
            try Self.warnings(SRXFile.text([.yes("", "")])) == [
                "r.srx:4:1: warning: this rule has no pattern, and so holds at every place\nhint: take the rule out"
            ])
        #expect(try Self.warnings(SRXFile.text([.yes("a", "")])).isEmpty)
    }

    @Test func extensionsArePassedOver() throws {
        let okapi =
            #"<header segmentsubflows="yes" cascade="no"><o:options xmlns:o="http://okapi.sf.net/srx-extensions" useIcu4jBreakRules="yes"><o:x>text</o:x></o:options></header>"#
        let text = SRXFile.text([.yes(":[noauto]", #"\s"#)])
            .replacing(#"<header segmentsubflows="yes" cascade="no"/>"#, with: okapi)
        let document = try SRXFile.document(text)
        #expect(String(decoding: document.rules[0].before.units, as: UTF16.self) == ":")
        #expect(try Self.warnings(text).count == 1)
        // Without Okapi's sign these are five letters.
        let plain = try SRXFile.document([.yes(":[noauto]", #"\s"#)])
        #expect(String(decoding: plain.rules[0].before.units, as: UTF16.self) == ":[noauto]")
    }

    @Test(arguments: [
        (#"\pL\PN"#, #"\p{L}\P{N}"#), (#"a}b"#, #"a\}b"#), (#"a{2}[}]"#, #"a{2}[}]"#), (#"\Qa}\E"#, #"\Qa}\E"#),
        ("(?U)a", "a"), ("(?iU)a", "(?i)a"), ("(?U:a)", "(?:a)"), ("(?i-U)a", "(?i-U)a"), (#"\}"#, #"\}"#),
        ("[]}]", "[]}]"),
        (#"\x{41}\p{Lu}"#, #"\x{41}\p{Lu}"#), ("", ""), ("\\", "\\"), ("[", "["), ("(?", "(?"), (#"\p"#, #"\p"#),
        (#"\Q"#, #"\Q"#), ("{", "{"),
    ])
    func writesJavaAsICU(_ pattern: String, _ expected: String) {
        let units = SRXPatternTranslation(UTF8Text(pattern), isOkapi: false).units
        #expect(String(decoding: units, as: UTF16.self) == expected)
    }

    @Test func shapesOfPatterns() {
        func shape(_ pattern: String) -> String {
            let shape = SRXPatternShape(of: Array(pattern.utf16))
            return "\(shape.longest.map { "\($0)" } ?? "-") \(String(decoding: shape.tail, as: UTF16.self))"
        }
        #expect(shape(#"\bDr\."#) == "3 Dr.")
        #expect(shape(#"\b(Mr|Dra)\."#) == "4 .")
        #expect(shape(#"\b(?i)zool\."#) == "15 zool.")
        #expect(shape(#"[.?!]+"#) == "- ")
        #expect(shape(#"a+\."#) == "- a.")
        #expect(shape(#"ab+"#) == "- b")
        #expect(shape("ab?") == "2 ")
        #expect(shape("a|bc") == "2 ")
        #expect(shape(#"(?<!3ds )[Mm]ax\."#) == "5 ax.")
        #expect(shape(#"(?x)a b"#) == "- ")
        #expect(shape(#"\1"#) == "- ")
        #expect(shape(String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)) == "- ")
        #expect(shape("a{70000}") == "- ")
    }
}
