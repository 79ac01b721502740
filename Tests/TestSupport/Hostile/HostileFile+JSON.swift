extension HostileFile {
    /// Records of a worker, each a line without its end. Refused are those that are no JSON.
    public static let json: [HostileFile] = {
        func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        func text(_ text: String) -> String { "{\"id\":1,\"lang\":\"en\",\"text\":\"\(text)\"}" }
        func bytes(_ bad: [UInt8]) -> [UInt8] {
            Array("{\"id\":1,\"lang\":\"en\",\"text\":\"a".utf8) + bad + Array("b\"}".utf8)
        }
        let badBytes: [(String, [UInt8])] = [
            ("an overlong NUL", [0xC0, 0x80]), ("an overlong slash", [0xE0, 0x80, 0xAF]),
            ("half a pair", [0xED, 0xA0, 0x80]), ("both halves of a pair", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
            ("a character above 10FFFF", [0xF4, 0x90, 0x80, 0x80]),
            ("a form of five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
            ("FF", [0xFF]), ("a continuation alone", [0x80]), ("a character cut off", [0xE2, 0x82]),
        ]
        let badTexts = [
            #"\x41"#, #"\u"#, #"\u12"#, #"\u12G4"#, #"\u-123"#, #"\U0041"#, #"\'"#, #"\"#, "\t", "\u{1}", "\u{0}",
            "\u{1F}",
        ]
        let badRecords = [
            "", "nul", "NaN", "Infinity", "'a'", "{", "}", "[", "{]", "[}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
            "{a:1}",
            "{,}", "[1 2]", "[1,,2]", "{\"a\":1}{\"a\":2}", "// {}", "{}x", "01", "+1", ".5", "1.", "1e", "1e+", "-",
            "0x1",
            "\u{FEFF}{}", "{\"a\":\"b}", "\u{0}", "{\u{A0}}",
        ]
        let goodTexts = [
            ("lone surrogates in escapes", #"a\ud800b\udc00c\ud800\ud800d\udfff\ud800"#),
            ("a pair of surrogates in escapes", #"\ud83d\ude00"#), ("NUL in an escape", #"a\u0000b"#),
            ("controls in escapes", #"\u0001\u0008\u001b\u007f\u0085"#),
            ("what is no character, in escapes", #"\ufffe\uffff"#), ("all planes", "\u{10FFFD}\u{E000}\u{FFFE}"),
            ("10 MB", many("The minister said it. ", 476_000)), ("2 MB without a blank", many("x", 2_000_000)),
            ("2 MB of escapes", many(#"\u00e9"#, 350_000)), ("100,000 combining marks", "a" + many("\u{301}", 100_000)),
            ("100,000 quotes", many(#"\""#, 100_000)), ("100,000 brackets", many("(", 100_000)),
            ("100,000 references", many("&amp;", 100_000)),
        ]
        return badBytes.map { HostileFile("bytes: \($0)", bytes($1), .refused("UTF-8")) }
            + badTexts.map { HostileFile("text: \($0.debugDescription)", text($0), .refused("")) }
            + badRecords.map { HostileFile("record: \($0.debugDescription)", $0, .refused("")) }
            + goodTexts.map { HostileFile("text: \($0)", text($1), .read(1)) } + [
                HostileFile("depth 255", many("[", 255) + many("]", 255), .read(1)),
                HostileFile("depth 300", many("[", 300) + many("]", 300), .refused("nested deeper")),
                HostileFile("depth 1,000,000", many("[", 1_000_000), .refused("nested deeper")),
                HostileFile(
                    "depth 1,000,000 of objects", many("{\"a\":", 1_000_000), .refused("nested deeper")),
                HostileFile("1,000,000 numbers", "[" + many("0,", 999_999) + "0]", .refused("too many")),
                HostileFile(
                    "600,000 members", "{" + many("\"a\":{},", 599_999) + "\"a\":{}}", .refused("too many")),
                HostileFile("100,000 members", "{" + many("\"text\":1,", 99_999) + "\"text\":\"a\"}", .read(1)),
                HostileFile("a number of 1 MB", "{\"id\":\(many("9", 1 << 20)),\"text\":\"a\"}", .read(1)),
                HostileFile("a number with a huge exponent", "{\"id\":1e999999999,\"text\":\"a\"}", .read(1)),
                HostileFile("a name of 1 MB", "{\"\(many("n", 1 << 20))\":1,\"text\":\"a\"}", .read(1)),
                HostileFile("a text that is none", "{\"id\":1,\"text\":[\"a\"]}", .read(1)),
                HostileFile(
                    "a language that is none", "{\"id\":1,\"text\":\"a\",\"lang\":\"\(many("x", 10_000))\"}", .read(1)),
                HostileFile("a context that is none", "{\"id\":1,\"text\":\"a\",\"context\":1}", .read(1)),
                HostileFile("the same name twice", "{\"id\":1,\"id\":2,\"text\":\"a\",\"text\":\"b\"}", .read(1)),
                HostileFile("blanks around", "  {\"id\":1,\"text\":\"a\"}  \t", .read(1)),
            ]
    }()
}
