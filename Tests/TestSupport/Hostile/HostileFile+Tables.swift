extension HostileFile {
    /// Tables with tabs.
    public static let tsv: [HostileFile] =
        tables("\t") + [
            HostileFile("a quote that ends nothing", "en\tfr\n\"One\tUn\n", .read(1))
        ]

    /// Tables with commas.
    public static let csv: [HostileFile] =
        tables(",") + [
            HostileFile("no end of a quote", "en,fr\nOne,\"Un\nTwo,Deux\n", .refused("without an end", line: 2)),
            HostileFile(
                "no end of a quote of 3 MB", "en,fr\nOne,\"" + many("0123456789", 300_000),
                .refused("without an end", line: 2)),
            HostileFile("text behind a quote", "en,fr\n\"One\"x,Un\n", .refused("after a closing quote", line: 2)),
            HostileFile(
                "no end of a quote of 11 MB", "en,fr\nOne,\"" + many("0123456789", 1_153_434),
                .refused("longer than", line: 2)),
            HostileFile("quotes alone", "en,fr\n" + many("\"", 1_000_001), .refused("without an end", line: 2)),
        ]

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func tables(_ tab: String) -> [HostileFile] {
        let head = "en\(tab)fr\n"
        func bytes(_ bad: [UInt8]) -> [UInt8] { Array("\(head)One".utf8) + bad + Array("\(tab)Un\n".utf8) }
        return [
            HostileFile("good", "\(head)One\(tab)Un\n", .read(1)),
            HostileFile("empty", "", .refused("empty", line: 1)),
            HostileFile("blanks alone", many(" \n", 2_000), .refused("", line: 1)),
            HostileFile("a head alone", head, .read(0)),
            HostileFile("a head without languages", "!\(tab)?\nOne\(tab)Un\n", .refused("", line: 1)),
            HostileFile("16,000 columns", many("en\(tab)", 16_000) + "fr\nOne\(tab)Un\n", .read(1)),
            HostileFile(
                "100,000 columns", many("en\(tab)", 100_000) + "fr\nOne\(tab)Un\n", .refused("cells", line: 1)),
            HostileFile(
                "a cell of 11 MB", "\(head)\(many("0123456789", 1_153_434))\(tab)Un\n",
                .refused("longer than", line: 2)),
            HostileFile(
                "a row of 22 MB", "en\(tab)fr\(tab)de\n" + many(many("0123456789", 800_000) + tab, 3) + "\n",
                .refused("longer than", line: 2)),
            HostileFile("2 MB of CR", head + many("\r", 2 << 20), .read(0)),
            HostileFile("2 MB of line ends", head + many("\n", 2 << 20), .read(0)),
            HostileFile("a row of 200,000 cells", head + many("a\(tab)", 200_000) + "\n", .refused("cells", line: 2)),
            HostileFile("rows of one cell", head + many("One\n", 1_000), .read(1_000)),
            HostileFile("a cell of 3 MB", "\(head)\(many("0123456789", 300_000))\(tab)Un\n", .read(1)),
            HostileFile("rows without a text", head + many(" \(tab) \n", 10_000), .read(0)),
        ]
    }
}
