extension HostileFile {
    /// PO files.
    public static let po: [HostileFile] = {
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
        let unit = "msgid \"One\"\nmsgstr \"Un\"\n\n"
        func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        func bytes(_ bad: [UInt8]) -> [UInt8] {
            Array("\(head)msgid \"a".utf8) + bad + Array("\"\nmsgstr \"b\"\n".utf8)
        }
        return [
            HostileFile("good", head + unit, .read(1)),
            HostileFile("empty", "", .refused("empty", line: 1)),
            HostileFile("blanks alone", many(" \n", 2_000), .read(0)),
            HostileFile("comments alone, many", many("# a\n", 100_000), .read(0)),
            HostileFile(
                "a line of 11 MB", "\(head)msgid \"\(many("0123456789 ", 1 << 20))\"\nmsgstr \"b\"\n",
                .refused("longer than", line: 6)),
            HostileFile(
                "an entry of 11 MB on many lines",
                "\(head)msgid \"\"\n\(many("\"\(many("0123456789 ", 100))\"\n", 10_500))msgstr \"b\"\n",
                .refused("longer than")),
            HostileFile(
                "a comment of 11 MB on many lines", "\(head)\(many("# \(many("0123456789 ", 100))\n", 10_500))\(unit)",
                .refused("longer than")),
            HostileFile("no end of a quote", "\(head)msgid \"One\nmsgstr \"Un\"\n", .refused("", line: 6)),
            HostileFile("a translation without a message", "\(head)msgstr \"Un\"\n", .refused("", line: 6)),
            HostileFile("two messages", "\(head)msgid \"a\"\nmsgid \"b\"\n", .refused("", line: 7)),
            HostileFile("cut in a message", "\(head)msgid \"One\"\n", .refused("", line: 6)),
            HostileFile(
                "a form of a huge number",
                "\(head)msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[99999999999999999999] \"c\"\n", .refused("", line: 8)),
            HostileFile(
                "a form of a number that comes too early",
                "\(head)msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[2000000000] \"c\"\n", .refused("", line: 8)),
            HostileFile(
                "a form of no number", "\(head)msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[-1] \"c\"\n",
                .refused("", line: 8)),
            HostileFile(
                "20,000 forms",
                "\(head)msgid \"a\"\nmsgid_plural \"b\"\n" + (0..<20_000).map { "msgstr[\($0)] \"c\"\n" }.joined(),
                .read(2)),
            HostileFile("escapes that are none", "\(head)msgid \"a\\x\"\nmsgstr \"b\"\n", .refused("", line: 6)),
            HostileFile("an escape at the end", "\(head)msgid \"a\\", .refused("", line: 6)),
            HostileFile(
                "an escape of a byte that is no UTF-8", "\(head)msgid \"a\\377\"\nmsgstr \"b\"\n", .refused("", line: 6)
            ),
            HostileFile(
                "an escape of a huge number", "\(head)msgid \"a\\xFFFFFFFFFFFFFFFFFFFF\"\nmsgstr \"b\"\n",
                .refused("", line: 6)),
            HostileFile(
                "a charset nobody knows", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=x-klingon\\n\"\n",
                .refused("x-klingon")),
            HostileFile(
                "bytes that are not in the charset",
                Array("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=Shift_JIS\\n\"\n\nmsgid \"a".utf8) + [
                    0x81, 0x00,
                ] + Array("\"\nmsgstr \"b\"\n".utf8), .refused("not valid Shift_JIS", line: 4)),
            HostileFile("NUL", bytes([0]), .read(1)),
            HostileFile("an overlong NUL", bytes([0xC0, 0x80]), .refused("no UTF-8", line: 6)),
            HostileFile("half a surrogate pair", bytes([0xED, 0xA0, 0x80]), .refused("no UTF-8", line: 6)),
            HostileFile("a character above 10FFFF", bytes([0xF4, 0x90, 0x80, 0x80]), .refused("no UTF-8", line: 6)),
            HostileFile("a character cut off", bytes([0xE2, 0x82]), .refused("no UTF-8", line: 6)),
            HostileFile("a continuation alone", bytes([0x80]), .refused("no UTF-8", line: 6)),
            HostileFile(
                "UTF-16 of odd length",
                [0xFF, 0xFE] + (head + unit).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0x0A], .refused("")
            ),
            HostileFile(
                "a plural rule made to take time",
                "msgid \"\"\nmsgstr \"Language: fr\\nPlural-Forms: nplurals=999999999; plural=\(many("(", 100_000))n\\n\"\n\(unit)",
                .read(1)),
            HostileFile("100,000 lines of CR alone", many("# a\r", 100_000), .read(0)),
        ]
    }()
}
