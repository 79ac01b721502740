import ByteXML
import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

/// Reading and writing PO in tests.
enum PO {
    static func read(_ bytes: [UInt8], pieces: Int = 1 << 16, report: (Diagnostic) -> Void = { _ in }) throws
        -> (header: POHeader?, entries: [POEntry], lines: [Int])
    {
        var header: POHeader?
        var entries: [POEntry] = []
        var lines: [Int] = []
        try POReader(file: "t.po").read(
            XLIFF.source(bytes, pieces: pieces), report: report, header: { header = $0 }
        ) { entry, line in
            entries.append(entry)
            lines.append(line)
        }
        return (header, entries, lines)
    }

    static func read(_ text: String) throws -> (header: POHeader?, entries: [POEntry], lines: [Int]) {
        try read(Array(text.utf8))
    }

    static func written(_ header: POHeader?, _ entries: [POEntry]) throws -> (text: String, merged: Int) {
        var bytes: [UInt8] = []
        var writer = try POWriter(header: header) { bytes += $0 }
        for entry in entries { try writer.write(entry) }
        try writer.finish()
        return (String(decoding: bytes, as: UTF8.self), writer.merged)
    }

    static func taken(_ text: String, target: LanguageTag? = nil) throws -> (
        units: [TranslationUnit], leftOut: [LeftOut]
    ) {
        var units: [TranslationUnit] = []
        var leftOut: [LeftOut] = []
        var translations = POTranslations(file: "t.po", source: "en", target: target)
        try POReader(file: "t.po").read(XLIFF.source(Array(text.utf8)), header: { translations.take($0) }) {
            entry, line in
            try translations.take(entry, line: line, leftOut: { leftOut.append($0) }, unit: { units.append($0) })
        }
        return (units, leftOut)
    }

    /// In the form that the writer gives.
    static let sample = #"""
        # Translators of the desk
        msgid ""
        msgstr ""
        "Project-Id-Version: desk\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Language: sr@latin\n"
        "Plural-Forms: nplurals=2; plural=n != 1;\n"

        # A note
        #
        #. From the program
        #: main.c:12 main.c:40
        #, fuzzy, c-format, no-wrap
        #| msgctxt "menu"
        #| msgid "Opn"
        msgctxt "menu"
        msgid "Open"
        msgstr "Otvori"

        #: a.c:1
        msgid ""
        "One\n"
        "\ttwo \"quoted\" \\ back\n"
        msgstr ""
        "Jedan\n"
        "\tdva „navod“ \\\a\b\f\v\r\033\n"

        msgid "%d file"
        msgid_plural "%d files"
        msgstr[0] "%d datoteka"
        msgstr[1] "%d datoteke"

        msgid "Untranslated"
        msgstr ""

        # gone
        #, fuzzy
        #~| msgid "Older"
        #~ msgctxt "x"
        #~ msgid "Old"
        #~ msgstr ""
        #~ "Star\n"
        #~ "i\n"

        """#
}

@Suite struct POTests {
    @Test(arguments: [1, 5, 100_000])
    func readsEverything(_ pieces: Int) throws {
        let (header, entries, lines) = try PO.read(Array(PO.sample.utf8), pieces: pieces)
        #expect(header?["language"] == "sr@latin" && header?.language == "sr-Latn")
        #expect(header?.entry.comments == ["Translators of the desk"])
        #expect(lines == [9, 20, 28, 33, 36])
        #expect(
            entries == [
                POEntry(
                    context: "menu", message: "Open", translations: ["Otvori"], isFuzzy: true,
                    flags: ["c-format", "no-wrap"], previous: .init(context: "menu", message: "Opn"),
                    comments: ["A note", ""], extracted: ["From the program"], references: ["main.c:12 main.c:40"]),
                POEntry(
                    message: "One\n\ttwo \"quoted\" \\ back\n",
                    translations: ["Jedan\n\tdva „navod“ \\\u{7}\u{8}\u{C}\u{B}\r\u{1B}\n"], references: ["a.c:1"]),
                POEntry(
                    message: "%d file", plural: "%d files", translations: ["%d datoteka", "%d datoteke"]),
                POEntry(message: "Untranslated", translations: [""]),
                POEntry(
                    context: "x", message: "Old", translations: ["Star\ni\n"], isFuzzy: true, isObsolete: true,
                    previous: .init(message: "Older"), comments: ["gone"]),
            ])
    }

    @Test func comesBackByteForByte() throws {
        let (header, entries, _) = try PO.read(PO.sample)
        let (text, merged) = try PO.written(header, entries)
        #expect(text == PO.sample && merged == 0)
    }

    /// Other spellings of the same: no blank lines, texts in pieces, escapes by number, tabs, line ends of Windows.
    @Test func readsOtherSpellings() throws {
        let text = "msgid\t\"a\"\"\r\n"
        #expect(throws: Diagnostic.self) { try PO.read(text) }
        let other = "#no blank\r\nmsgid \"a\"\r\n  \"b\\x41\\101\\'\\?\"\r\nmsgstr\"c\"\r\nmsgid \"d\"\r\nmsgstr \"\""
        let (header, entries, _) = try PO.read(other)
        #expect(header == nil)
        #expect(
            entries == [
                POEntry(message: "abAA'?", translations: ["c"], comments: ["no blank"]),
                POEntry(message: "d", translations: [""]),
            ])
    }

    @Test func takesWhatIsAccepted() throws {
        let (units, leftOut) = try PO.taken(PO.sample)
        #expect(leftOut == [.unreviewed, .untranslated, .obsolete])
        #expect(units.count == 3)
        #expect(units[0].variants.map(\.language) == ["en", "sr-Latn"])
        #expect(units[1].variants.map(\.segment.text) == ["%d file", "%d datoteka"])
        #expect(units[2].variants.map(\.segment.text) == ["%d files", "%d datoteke"])
        #expect(units[0].origin == Origin(.import, name: "t.po") && units[0].context.id == nil)

        let one = try PO.taken("#. note\nmsgctxt \"menu\"\nmsgid \"A\"\nmsgstr \"B\"\n", target: "fr").units
        #expect(one.map(\.context.id) == ["menu"] && one[0].annotations == [.note("note")])
        let error = try #require(throws: Diagnostic.self) { try PO.taken("\nmsgid \"A\"\nmsgstr \"B\"\n") }
        #expect(error.code == "po.no-language" && error.line == 2)
        // A template has no translations, and needs no language.
        #expect(try PO.taken("msgid \"A\"\nmsgstr \"\"\n").leftOut == [.untranslated])
        let three = "msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"x\"\nmsgstr[1] \"\"\nmsgstr[2] \"z\"\n"
        #expect(
            try PO.taken(three, target: "ru").units.map { $0.variants.map(\.segment.text) } == [
                ["A", "x"], ["B", "z"],
            ])
        let single = "msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"x\"\n"
        #expect(
            try PO.taken(single, target: "zh").units.map { $0.variants.map(\.segment.text) } == [
                ["A", "x"], ["B", "x"],
            ])
    }

    /// A message stands in a file once: what says nothing new is passed over, another translation gets a context.
    @Test func messagesThatStandTwice() throws {
        func entry(_ translation: UTF8Text, _ place: UTF8Text? = nil, _ context: UTF8Text? = nil) -> POEntry {
            POEntry(context: context, message: "A", translations: [translation], references: place.map { [$0] } ?? [])
        }
        let (text, merged) = try PO.written(
            nil,
            [
                entry("B", "a:1"), entry("B", "a:2"), entry(""), entry("C", "a:3"), entry("D"), entry("E", "a:3"),
                entry("C", "a:3"), entry("F", nil, "menu"), entry("G", nil, "menu"),
            ])
        #expect(merged == 3)
        let again = try PO.read(text).entries
        #expect(again.map(\.translations) == [["B"], ["C"], ["D"], ["E"], ["F"], ["G"]])
        #expect(again.map(\.context) == [nil, "a:3", "3", "a:3 4", "menu", "menu 2"])
        #expect(try PO.written(nil, again).text == text)
    }

    /// The header of ours has the language's plural forms by CLDR; unknown languages have none.
    @Test(arguments: [
        ("en", "nplurals=2; plural=(n == 1 ? 0 : 1);"), ("zh", "nplurals=1; plural=0;"),
        ("fr", "nplurals=2; plural=((n == 0 || n == 1) ? 0 : 1);"), ("ha", "nplurals=2; plural=(n == 1 ? 0 : 1);"),
        (
            "ru",
            "nplurals=3; plural=(n%10 == 1 && n%100 != 11 ? 0 : n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14) ? 1 : 2);"
        ),
        (
            "ar",
            "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n%100 >= 3 && n%100 <= 10 ? 3 : n%100 >= 11 && n%100 <= 99 ? 4 : 5);"
        ), ("tlh", nil),
    ])
    func pluralForms(_ language: String, _ field: String?) throws {
        let tag = try #require(LanguageTag(language))
        #expect(POPluralForms.field(for: tag) == field)
        var bytes: [UInt8] = []
        var writer = try POWriter(options: .init(language: tag, toolVersion: "1", date: "2024-03-01 12:00+0000")) {
            bytes += $0
        }
        try writer.finish()
        let header = try #require(try PO.read(bytes).header)
        #expect(header["Plural-Forms"] == field && header.language == tag)
    }

    @Test(arguments: [
        ("ISO-8859-2", [0xB9] as [UInt8], "š"), ("windows-1251", [0xE6], "ж"), ("EUC-JP", [0xC6, 0xFC], "日"),
    ])
    func readsTheCharsetOfTheHeader(_ charset: String, _ bytes: [UInt8], _ text: String) throws {
        let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=\(charset)\\n\"\n\nmsgid \"a\"\nmsgstr \""
        let (header, entries, _) = try PO.read(Array(head.utf8) + bytes + Array("\"\n".utf8), pieces: 3)
        #expect(entries.map(\.translations) == [[UTF8Text(text)]])
        // Written, it is UTF-8 and says so.
        #expect(try PO.written(header, entries).text.contains("charset=UTF-8"))
    }

    /// Lines of a header that are broken, so that one field has another in it, or whose charset is found only when their
    /// escapes are resolved or lines are joined, are written as UTF-8 all the same, for that is what the file is then.
    @Test(arguments: [
        #""Content-Type: text/plain; charset=UTF-8\?""# + "\n" + #""Language: sr\n""#,
        #""X: a""# + "\n" + #""content-type: text/plain; charset=utf-8""# + "\n" + #""Language: sr\n""#,
        #""X: a""# + "\n" + #""Content-Type: text/plain; charset=UTF-8\x69\n""#,
        #""Content-Type: text/plain; charset=\x49SO-8859-2\n""#,
        #""X: Content-Type: text/plain; charset=\x49SO-8859-2\n""#,
        #""X: Content-Type: text/pl""# + "\n" + #""ain; charset=ISO-8859-2\n""#,
    ])
    func aCharsetThatComesToLightIsWrittenAsUTF8(_ lines: String) throws {
        let text = "msgid \"\"\nmsgstr \"\"\n\(lines)\n\nmsgid \"a\"\nmsgstr \"š\"\n"
        let (header, entries, _) = try PO.read(text)
        let once = try PO.written(header, entries).text
        let again = try PO.read(once)
        #expect(again.entries == entries && entries.first?.translations == ["š"])
        #expect(try PO.written(again.header, again.entries).text == once)
    }

    @Test func readsByteOrderMarks() throws {
        let text = "msgid \"a\"\nmsgstr \"é\"\n"
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), wide] {
            #expect(try PO.read(bytes).entries.map(\.translations) == [["é"]])
        }
    }

    @Test(
        arguments: [
            ("", "po.empty", 1), ("msgid \"a\"\n", "po.truncated", 1), ("msgid \"a\"\nmsgstr \"b", "po.syntax", 2),
            ("msgid \"a\" x\nmsgstr \"b\"", "po.syntax", 1), ("hello\n", "po.syntax", 1), ("\"a\"\n", "po.syntax", 1),
            ("msgstr \"a\"\n", "po.order", 1), ("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "po.order", 2),
            ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "po.order", 3),
            ("msgid \"a\"\nmsgstr[0] \"b\"\n", "po.plural", 2),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "po.plural", 3),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[9999999999999999999] \"c\"\n", "po.plural", 3),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[4000000000] \"c\"\n", "po.order", 3),
            ("msgid \"\\q\"\nmsgstr \"\"\n", "po.syntax", 1), ("msgid \"\\xFF\"\nmsgstr \"\"\n", "po.escape", 1),
            ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=klingon\\n\"\n", "po.charset", 1),
            ("#~ msgid \"a\"\n", "po.truncated", 1), ("#| \"a\"\n", "po.syntax", 1),
            ("msgctxt \"a\"\n", "po.truncated", 1),
        ] as [(String, String, Int?)])
    func refusesWhatIsNoPO(_ text: String, _ code: String, _ line: Int?) throws {
        let error = try #require(throws: Diagnostic.self) { _ = try PO.read(text) }
        #expect(error.code == code && error.line == line && error.file == "t.po", "\(error)")
    }

    @Test func brokenBytesHaveAPlace() throws {
        let bytes = Array("msgid \"a\"\nmsgstr \"".utf8) + [0xFF] + Array("\"\n".utf8)
        let error = try #require(throws: Diagnostic.self) { _ = try PO.read(bytes) }
        #expect(error.code == "po.encoding" && error.line == 2 && error.column == 9)
        let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-JP\\n\"\n\nmsgid \""
        let wide = try #require(throws: Diagnostic.self) { _ = try PO.read(Array(head.utf8) + [0xC6, 0x22, 0x0A]) }
        #expect(wide.code == "po.encoding" && wide.line == 4)
    }

    @Test func aNULIsLeftOutAndTold() throws {
        var problems: [Diagnostic] = []
        let bytes = Array("msgid \"a\\0b\"\nmsgstr \"c".utf8) + [0] + Array("d\"\n".utf8)
        let entries = try PO.read(bytes) { problems.append($0) }.entries
        #expect(entries == [POEntry(message: "ab", translations: ["cd"])])
        #expect(problems.map(\.code) == ["po.nul", "po.nul"])
    }

    /// Only the header names the charset: what a message or a comment says means nothing.
    @Test(arguments: [
        "msgid \"é\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-2\"\n",
        "msgid \"\"\n\"é\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-2\"\n",
        "msgctxt \"c\"\nmsgid \"\"\nmsgstr \"éContent-Type: text/plain; charset=ISO-8859-2\"\n",
        "# Content-Type: text/plain; charset=ISO-8859-2\nmsgid \"é\"\nmsgstr \"ü\"\n",
    ])
    func aCharsetElsewhereIsNone(_ text: String) throws {
        let entry = try #require(try PO.read(text).entries.first)
        #expect(entry.message == "é" || entry.translations.first?.description.hasPrefix("é") ?? false, "\(entry)")
    }

    /// A NUL is not written, and a flag must not become another by that.
    @Test func aNULInAFlagIsNone() throws {
        let bytes = Array("#, fuzz\0y, c-for\0mat, \0\nmsgid \"a\"\nmsgstr \"b\"\n".utf8)
        let entry = try #require(try PO.read(bytes).entries.first)
        #expect(entry.isFuzzy && entry.flags == ["c-format"])
    }

    /// A line that is written would begin a comment there.
    @Test func aCarriageReturnEndsAFlag() throws {
        let bytes = Array("#, fuzzy\rc-format, a\r b\nmsgid \"a\"\nmsgstr \"b\"\n".utf8)
        let entry = try #require(try PO.read(bytes).entries.first)
        #expect(entry.isFuzzy && entry.flags == ["c-format", "a", "b"])
    }

    /// A cut file is an error, or what stands in it whole is the beginning of the whole.
    @Test func truncationGivesNothingNew() throws {
        let whole = try PO.read(PO.sample).entries
        let bytes = Array(PO.sample.utf8)
        for count in 0..<bytes.count {
            guard let entries = try? PO.read(Array(bytes[..<count])).entries else { continue }
            #expect(entries.dropLast().elementsEqual(whole.prefix(max(0, entries.count - 1))), "at \(count)")
        }
    }

    @Test func limitsLength() {
        var long = POReader(file: nil)
        long.limits.text = 1000
        let text = Array("msgid \"a\"\nmsgstr \"\(String(repeating: "b", count: 2000))\"\n".utf8)
        #expect(throws: Diagnostic.self) { try long.read(XLIFF.source(text, pieces: 100)) { _, _ in } }
    }

    /// Random entries come back; changed bytes are an error or come back the same.
    @Test func randomEntriesSurvive() throws {
        var random = SplitMix(seed: 13)
        let alphabet = Array("ab\"\\n#~|é中\u{301}𝄞\n\t\r\u{1}\u{7F}".unicodeScalars)
        func text(_ least: Int = 0) -> UTF8Text {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: least...12, using: &random) {
                scalars.append(alphabet.randomElement(using: &random) ?? "a")
            }
            return UTF8Text(String(scalars))
        }
        func line() -> UTF8Text { UTF8Text(unchecked: [0x61] + text().bytes.filter { $0 != 0x0A && $0 != 0x0D }) }
        for number in 0..<300 {
            var entry = POEntry(
                context: Bool.random(using: &random) ? text() : nil,
                message: UTF8Text(unchecked: "\(number)".utf8 + text().bytes), translations: [text()])
            if Bool.random(using: &random) {
                entry.plural = text()
                entry.translations.append(text())
            }
            entry.isFuzzy = Bool.random(using: &random)
            entry.isObsolete = Bool.random(using: &random)
            if Bool.random(using: &random) { entry.previous = .init(message: text()) }
            if Bool.random(using: &random) { entry.comments = [line(), line()] }
            if Bool.random(using: &random) { entry.references = [line()] }
            let once = try PO.written(nil, [entry]).text
            #expect(try PO.read(once).entries == [entry], "\(once)")
            var bytes = Array(once.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] =
                alphabet.randomElement(using: &random).map {
                    UInt8(truncatingIfNeeded: $0.value)
                } ?? 0
            guard let changed = try? PO.read(bytes) else { continue }
            let again = try PO.written(changed.header, changed.entries).text
            let twice = try PO.read(again)
            #expect(try PO.written(twice.header, twice.entries).text == again)
        }
    }
}
