/// What is done to XML, in whichever format it is.
public struct HostileXML: Sendable {
    /// A file of the format with one unit: what stands before the text of its source, and behind it.
    let before: String
    let after: String
    /// The document's element, `tmx`.
    let root: String
    /// What becomes of a file where the format has rules of its own.
    let outcomes: [String: HostileFile.Outcome]

    public init(root: String, before: String, after: String, outcomes: [String: HostileFile.Outcome] = [:]) {
        self.root = root
        self.before = before
        self.after = after
        self.outcomes = outcomes
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// A good file with something in place of the text of its source, on line 3.
    private func with(_ text: String, type: String = "", declaration: String = declaration) -> String {
        "\(declaration)\(type)\n\(before)\(text)\(after)"
    }

    private func with(bytes: [UInt8]) -> [UInt8] {
        Array("\(Self.declaration)\n\(before)".utf8) + bytes + Array(after.utf8)
    }

    private func type(_ subset: String) -> String { "<!DOCTYPE \(root) [\(subset)]>" }

    public var all: [HostileFile] {
        (entities + encodings + characters + structure + sizes).map { file in
            outcomes[file.name].map { HostileFile(file.name, file.bytes, $0) } ?? file
        }
    }

    /// A good file of some length.
    public var good: [UInt8] { Array(with(String(repeating: "One sentence. ", count: 2_000)).utf8) }

    // MARK: Entities, and what else would fetch or grow

    private var entities: [HostileFile] {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let file = "<!ENTITY x SYSTEM \"file:///etc/passwd\">"
        let subset = HostileFile.Outcome.refused("declares an entity")
        return [
            HostileFile("billion laughs", with("&l9;", type: type("<!ENTITY l0 \"lol\">\(laughs)")), subset),
            HostileFile(
                "quadratic entities",
                with(
                    String(repeating: "&a;", count: 20_000),
                    type: type("<!ENTITY a \"\(String(repeating: "a", count: 50_000))\">")), subset),
            HostileFile("external entity of a file", with("&x;", type: type(file)), subset),
            HostileFile(
                "external entity of the network",
                with("&x;", type: type("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">")), subset),
            HostileFile(
                "entity in an entity", with("&a;", type: type("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">")), subset),
            HostileFile(
                "parameter entity", with("a", type: type("<!ENTITY % p \"<!ENTITY x 'y'>\"> %p;")), subset),
            HostileFile(
                "parameter entity of a file", with("a", type: type("<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;")),
                subset),
            HostileFile(
                "document type of the network",
                with("a", type: "<!DOCTYPE \(root) SYSTEM \"http://127.0.0.1:9/x.dtd\">"), .read(1)),
            HostileFile("entity that nothing defines", with("a&nbsp;b"), .refused("entity is not defined", line: 3)),
            HostileFile(
                "entity that an unread document type may define",
                with("a&nbsp;b", type: "<!DOCTYPE \(root) SYSTEM \"x.dtd\">"), .refused("&nbsp;", line: 3)),
            HostileFile(
                "entity in an attribute",
                with("a<x a=\"&nbsp;\"/>b", type: "<!DOCTYPE \(root) SYSTEM \"x.dtd\">"), .refused("&nbsp;", line: 3)),
            HostileFile(
                "attribute by default, long",
                with(
                    "a<x/>b",
                    type: type("<!ATTLIST x a CDATA \"\(String(repeating: "a", count: 100_000))\">")),
                .refused("the document type gives")),
            HostileFile(
                "attributes by default, many",
                with(
                    "a<x/>b",
                    type: type(
                        "<!ATTLIST x " + (0..<200).map { "a\($0) CDATA \"0123456789\"" }.joined(separator: " ") + ">")
                ), .refused("the document type gives")),
            HostileFile(
                "XInclude",
                with(
                    "a<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"/etc/passwd\"/>b"),
                .read(1)),
            HostileFile(
                "style sheet",
                with("a", declaration: Self.declaration + "<?xml-stylesheet href=\"file:///etc/passwd\"?>"), .read(1)),
        ]
    }

    // MARK: Encodings

    private func utf16(_ text: some Sequence<UInt16>, bigEndian: Bool = false) -> [UInt8] {
        text.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private func declared(_ name: String) -> String {
        with("d\u{E9}j\u{E0}", declaration: Self.declaration(name))
    }

    private static func declaration(_ encoding: String) -> String {
        "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n"
    }

    /// In an encoding of a byte a character.
    private func narrow(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    private var encodings: [HostileFile] {
        let text = declared("UTF-16")
        let wide = utf16(text.utf16)
        let japanese = Self.declaration("Shift_JIS") + "\n" + before
        return [
            HostileFile("UTF-16 with a mark", [0xFF, 0xFE] + wide, .read(1)),
            HostileFile("UTF-16, the other order", [0xFE, 0xFF] + utf16(text.utf16, bigEndian: true), .read(1)),
            HostileFile("UTF-16 of odd length", [0xFF, 0xFE] + wide.dropLast(), .refused("ends in the middle")),
            HostileFile("UTF-16 with a byte too many", [0xFF, 0xFE] + wide + [0x0A], .refused("ends in the middle")),
            HostileFile(
                "UTF-16 with half a surrogate pair",
                [0xFF, 0xFE] + utf16(text.utf16.map { $0 == 0xE9 ? 0xD800 : $0 }),
                .refused("half of a surrogate pair", line: 3)),
            HostileFile("UTF-16 without a mark", wide, .read(1)),
            HostileFile(
                "mark of UTF-8 against the declaration", [0xEF, 0xBB, 0xBF] + Array(text.utf8), .read(1)),
            HostileFile(
                "mark of UTF-16 against the declaration", [0xFF, 0xFE] + utf16(declared("UTF-8").utf16), .read(1)),
            HostileFile(
                "mark of UTF-16 before UTF-8", [0xFF, 0xFE] + Array(declared("UTF-8").utf8), .refused("", line: 1)),
            HostileFile("UTF-16 declared, UTF-8 written", text, .read(1)),
            HostileFile("ISO 8859-1", narrow(declared("ISO-8859-1")), .read(1)),
            HostileFile("windows-1252", narrow(declared("windows-1252")), .read(1)),
            HostileFile(
                "UTF-8 declared, ISO 8859-1 written", narrow(declared("UTF-8")), .refused("not well-formed", line: 3)),
            HostileFile("US-ASCII declared, UTF-8 written", declared("US-ASCII"), .refused("not well-formed", line: 3)),
            HostileFile("encoding nobody knows", declared("x-klingon"), .refused("x-klingon", line: 1)),
            HostileFile("encoding named by control characters", declared("\u{1B}[31m"), .refused("", line: 1)),
            HostileFile(
                "UTF-32",
                [0xFF, 0xFE, 0, 0]
                    + declared("UTF-32").unicodeScalars.flatMap { scalar in
                        (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
                    }, .read(1)),
            HostileFile(
                "Shift_JIS with bytes that mean nothing in it",
                Array(japanese.utf8) + [0x81, 0x00] + Array(after.utf8), .refused("is not valid Shift_JIS", line: 3)),
        ]
    }

    // MARK: Characters

    private var characters: [HostileFile] {
        let bad: [(String, [UInt8])] = [
            ("an overlong NUL", [0xC0, 0x80]), ("an overlong slash", [0xC1, 0xAF]),
            ("an overlong form of three bytes", [0xE0, 0x80, 0xAF]),
            ("an overlong form of four bytes", [0xF0, 0x80, 0x80, 0xAF]),
            ("the first half of a pair", [0xED, 0xA0, 0x80]), ("the second half of a pair", [0xED, 0xBF, 0xBF]),
            ("both halves of a pair", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
            ("a character above 10FFFF", [0xF4, 0x90, 0x80, 0x80]),
            ("a form of five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
            ("a form of six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]), ("FE", [0xFE]), ("FF", [0xFF]),
            ("a continuation alone", [0x80]), ("a character cut after one byte", [0xC3]),
            ("a character cut after two bytes", [0xE2, 0x82]),
            ("a character cut after three bytes", [0xF0, 0x9F, 0x98]),
            ("NUL", [0]), ("an escape", [0x1B]), ("U+FFFE", [0xEF, 0xBF, 0xBE]), ("U+FFFF", [0xEF, 0xBF, 0xBF]),
        ]
        let references = [
            "&#0;", "&#1;", "&#x1F;", "&#xFFFE;", "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&#;", "&#x;",
        ]
        return bad.map {
            HostileFile(
                "bytes: \($0)", with(bytes: Array("ab".utf8) + $1 + Array("cd".utf8)),
                .refused("not well-formed", line: 3))
        }
            + references.map { HostileFile("reference: \($0)", with("a\($0)b"), .refused("", line: 3)) }
            + [
                HostileFile(
                    "FF in an element's name",
                    with(bytes: Array("a<b".utf8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("/>".utf8)),
                    .refused("not well-formed", line: 3)),
                HostileFile("a bare ampersand", with("trade & aid"), .refused("not well-formed", line: 3)),
                HostileFile("an ampersand at the end", with("trade &"), .refused("not well-formed", line: 3)),
                HostileFile("a bare less-than", with("1 < 2"), .refused("not well-formed", line: 3)),
                HostileFile("]]> in text", with("a]]>b"), .refused("not well-formed", line: 3)),
                HostileFile("CDATA", with("<![CDATA[a & b]]>"), .read(1)),
                HostileFile(
                    "all planes, and controls XML allows", with("\u{85}\u{9F}\u{10FFFD}\u{E000}\t\u{200B}"), .read(1)),
            ]
    }

    // MARK: Structure

    private var structure: [HostileFile] {
        let good = with("a")
        let body = good.dropFirst(Self.declaration.count)
        return [
            HostileFile("empty", "", .refused("empty", line: 1)),
            HostileFile("blanks alone", String(repeating: " \n", count: 2_000), .refused("")),
            HostileFile("a mark alone", [0xEF, 0xBB, 0xBF], .refused("")),
            HostileFile("a declaration alone", Self.declaration, .refused("empty or cut short")),
            HostileFile("no XML", "Dear Sir or Madam,\nplease find enclosed", .refused("", line: 1)),
            HostileFile("junk before the document", "junk" + good, .refused("", line: 1)),
            HostileFile("a blank before the declaration", " " + good, .refused("", line: 1)),
            HostileFile("junk behind the document", good + "\njunk", .refused("after the end")),
            HostileFile("zeros behind the document", Array(good.utf8) + [0, 0, 0, 0], .refused("not well-formed")),
            HostileFile("two documents", good + "\n" + body, .refused("after the end")),
            HostileFile("another document", "<html><body/></html>", .refused("the document is <html>", line: 1)),
            HostileFile(
                "a document with a long name", "<\(String(repeating: "n", count: 1 << 20))/>", .refused("", line: 1)),
            HostileFile("nothing in the document", "<\(root)/>", .refused("")),
            HostileFile("crossed elements", with("<b><i>a</b></i>"), .refused("mismatched tag", line: 3)),
            HostileFile("an end without a start", with("a</b>"), .refused("mismatched tag", line: 3)),
            HostileFile("CDATA without an end", with("<![CDATA[a"), .refused("ends in the middle")),
            HostileFile("a comment without an end", with("<!-- a"), .refused("ends in the middle")),
            HostileFile("a comment with two dashes", with("<!-- a -- b -->"), .refused("not well-formed", line: 3)),
            HostileFile("an instruction without an end", with("<?a"), .refused("", line: 3)),
            HostileFile("an attribute without an end", with("<b a=\"1/>"), .refused("")),
            HostileFile("an attribute without quotes", with("<b a=1/>"), .refused("not well-formed", line: 3)),
            HostileFile("an attribute without a value", with("<b a/>"), .refused("not well-formed", line: 3)),
            HostileFile("an attribute with a less-than", with("<b a=\"<\"/>"), .refused("not well-formed", line: 3)),
            HostileFile("an attribute twice", with("<b a=\"1\" a=\"2\"/>"), .refused("duplicate attribute", line: 3)),
            HostileFile(
                "an attribute twice by its namespace",
                with("<b xmlns:p=\"u\" xmlns:q=\"u\" p:a=\"1\" q:a=\"2\"/>"), .refused("duplicate attribute", line: 3)),
            HostileFile("a prefix nobody declared", with("<p:b/>"), .refused("unbound prefix", line: 3)),
            HostileFile(
                "a prefix of an attribute nobody declared", with("<b p:a=\"1\"/>"), .refused("unbound prefix", line: 3)),
            HostileFile("the prefix xml for another namespace", with("<b xmlns:xml=\"u\"/>"), .refused("", line: 3)),
            HostileFile("a document type twice", with("a", type: type("") + type("")), .refused("", line: 2)),
            HostileFile("a document type within", with("<!DOCTYPE x>"), .refused("not well-formed", line: 3)),
            HostileFile("version 1.1", with("a", declaration: "<?xml version=\"1.1\"?>\n"), .read(1)),
        ]
    }

    // MARK: Sizes

    private var sizes: [HostileFile] {
        func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        let open = { (depth: Int) in many("<b>", depth) + many("</b>", depth) }
        return [
            HostileFile("a text of 11 MB", with(many("0123456789 ", 1 << 20)), .refused("longer than", line: 3)),
            HostileFile("a text of 9 MB on one line", with(many("012345678 ", 900_000)), .read(1)),
            HostileFile(
                "an attribute of 11 MB", with("<b a=\"\(many("0123456789 ", 1 << 20))\"/>"),
                .refused("longer than", line: 3)),
            HostileFile(
                "an attribute of 2 MB", with("<b a=\"\(many("0123456789", 200_000))\"/>"),
                .refused("longer than", line: 3)),
            HostileFile(
                "an element's name of 5 MB", with("<\(many("bcdef", 1 << 20))/>"), .refused("longer than", line: 3)),
            HostileFile("an element's name of 100 KB", with("a<\(many("bcdef", 20_000))/>"), .read(1)),
            HostileFile(
                "a comment of 5 MB", with("<!--\(many("bcdef", 1 << 20))-->"), .refused("longer than", line: 3)),
            HostileFile("depth 300", with(open(300)), .refused("nested deeper", line: 3)),
            HostileFile("depth 100,000", with(open(100_000)), .refused("nested deeper", line: 3)),
            HostileFile(
                "50,000 attributes", with("<b \((0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " "))/>"),
                .refused("more than 256 attributes", line: 3)),
            HostileFile(
                "50,000 namespaces",
                with("a<b \((0..<50_000).map { "xmlns:a\($0)=\"u\($0)\"" }.joined(separator: " "))/>"), .read(1)),
            HostileFile(
                "200,000 empty elements in a text", with("a" + many("<b/>", 200_000)), .refused("longer than", line: 3)),
            HostileFile("200,000 comments in a text", with("a" + many("<!--a-->", 200_000)), .read(1)),
        ]
    }
}
