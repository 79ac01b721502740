import Foundation
import Testing

/// Bad input and a broken world: a clear message, the right code, nothing half-written.
@Suite struct HostileTests {
    @Test func aMemoryThatIsNoDatabaseStaysAsItIs() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("This is a letter, not a database. " + String(repeating: "x", count: 5_000), to: "letter.db")
        let before = try program.read("letter.db")
        for arguments in [["memory", "stats"], ["ingest", "--to", "fr", "-"], ["search", "x"], ["export"]] {
            let result = try program.run(arguments + ["--memory", "letter.db"], input: Data("Some text here.".utf8))
            #expect(
                result.status == 2 && result.errors.contains("letter.db") && result.errors.contains("hint:"),
                "\(result)")
        }
        #expect(try program.read("letter.db") == before)
        #expect(program.files == ["letter.db"])
    }

    @Test func aGlossaryWithAnErrorNamesTheLine() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
            <text><body>
            <conceptEntry id="a">
            <langSec xml:lang="en">
            <termSec>
            <term>trade & aid</term>
            </termSec></langSec></conceptEntry></body></text></tbx>
            """, to: "bad.tbx")
        let result = try program.run("lookup", "trade", "--glossary", "bad.tbx")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("bad.tbx:7:"), "\(result.errors)")
        #expect(result.errors.contains("hint:"))
        try program.write("en\tfr\n1\tun\n2\tdeux\n3\ttrois\n4\tquatre\n5\tcinq\n6\tsix\textra\n", to: "bad.tsv")
        let table = try program.run("glossary", "import", "bad.tsv")
        #expect(table.errors.contains("bad.tsv:7"), "\(table.errors)")
    }

    @Test func aPlaceThatCannotBeWrittenCostsNothing() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run(
            "ingest", "--to", "fr", "--tmx", "no/such/folder/out.tmx", input: "A sentence on trade.")
        #expect(result.status == 2 && result.errors.contains("no/such/folder/out.tmx: error: cannot write"))
        #expect(program.files == [])
    }

    @Test func outputIsReplacedOnlyWhenAllIsDone() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("before", to: "out.txt")
        #expect(try program.run("segment", "missing.txt", "-o", "out.txt").status == 2)
        try program.write("One. Two.", to: "in.txt")
        #expect(try program.run("segment", "in.txt", "-o", "out.txt").status == 0)
        #expect(try program.read("out.txt") == "One.\nTwo.\n")
        #expect(program.files == ["in.txt", "out.txt"])
    }

    @Test func aFullDiskIsSaidOnce() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(String(repeating: "One sentence. ", count: 20_000), to: "in.txt")
        let result = try program.run("segment", "--lang", "en", "in.txt", "-o", "/dev/full")
        #expect(result.status == 2)
        #expect(
            result.errors
                == "/dev/full: error: cannot write: No space left on device\n"
                + "hint: make room on the disk; nothing was written\n")
    }

    @Test func importIsAllOrNothing() throws {
        let program = try Program()
        defer { program.remove() }
        let unit = "<tu><tuv xml:lang=\"en\"><seg>One N</seg></tuv><tuv xml:lang=\"fr\"><seg>Un N</seg></tuv></tu>\n"
        let body = (0..<500).map { unit.replacing("N", with: "\($0)") }.joined()
        let whole = "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n\(body)</body></tmx>"
        try program.write(String(whole.prefix(whole.count / 2)), to: "cut.tmx")
        let cut = try program.run("import", "cut.tmx")
        #expect(cut.status == 2 && cut.errors.contains("cut.tmx:"), "\(cut.errors)")
        #expect(try program.run("memory", "stats", "--json").text.contains("\"units\":0,"))
        try program.write(whole, to: "whole.tmx")
        #expect(try program.run("import", "whole.tmx").status == 0)
        #expect(try program.run("memory", "stats", "--json").text.contains("\"units\":500,"))
    }

    @Test func anEmptyEnvironmentIsEnough() throws {
        let program = try Program()
        defer { program.remove() }
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["normalize", "--jsonl"]
        process.environment = [:]
        let input = program.path("in.jsonl")
        try program.write("{\"id\":1,\"text\":\"It\u{E2}\u{20AC}\u{2122}s fine.\"}\n", to: "in.jsonl")
        let output = Pipe()
        process.standardInput = FileHandle(forReadingAtPath: input)
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(String(decoding: data, as: UTF8.self).contains("\"text\":\"It’s fine.\""))
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let program = try Program()
        defer { program.remove() }
        let text = (0..<50_000).map { "This is sentence number \($0) of a long text." }.joined(separator: " ")
        try program.write(text, to: "long.txt")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = [
            "-c", "set -o pipefail; \"$0\" segment --lang en \"$1\" | head -n 1; echo \"status $?\"",
            Program.executable.path,
            program.path("long.txt"),
        ]
        let output = Pipe()
        shell.standardOutput = output
        shell.standardError = output
        try shell.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(String(decoding: data, as: UTF8.self) == "This is sentence number 0 of a long text.\nstatus 0\n")
    }

    @Test func wrongUsageIs64() throws {
        let program = try Program()
        defer { program.remove() }
        for arguments in [
            ["ingest", "x.txt"], ["ingest", "x", "--to", "no such tag!"], ["nonsense"], ["segment", "--no-such"],
        ] {
            #expect(try program.run(arguments).status == 64, "\(arguments)")
        }
    }

    /// Two answers asked for at once: neither is left out without a word.
    @Test(arguments: [
        "--json --format html", "--json --format segments", "--explain --format segments", "--jsonl --explain",
        "--jsonl --format html", "--jsonl --encoding windows-1252", "--profile text --kinds body",
        "--form NFC --explain",
    ])
    func contradictionsAreWrongUsage(_ options: String) throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["normalize"] + options.split(separator: " ").map(String.init)
        let result = try program.run(arguments, input: Data("Some text.".utf8))
        #expect(result.status == 64 && result.text.isEmpty && result.errors.contains("--"), "\(result)")
    }

    @Test func whatIsNoTextIsSaidWhy() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run(["normalize"], input: Data([0x50, 0x4B, 3, 4, 0, 0, 8, 0, 9]))
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("-: error: this is no text: 6 control characters, the first at byte 2\nhint: "))
    }

    /// What is explained: both readings of a date, each change with what stood there, and the same in JSON.
    @Test func explanationsShowReadingsAndChanges() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("Updated: 03/04/2023\n\nThe cafÃ© was open on Monday, the mayor said.\n", to: "a.txt")
        let text = try program.run("normalize", "--lang", "fr", "--explain", "a.txt").text
        #expect(text.contains("dateline 2023-04-03 or 2023-03-04"))
        #expect(text.contains("\"Ã©\" → \"é\""))
        let json = try program.run("normalize", "--lang", "fr", "--explain", "--json", "a.txt").text
        #expect(json.contains("\"evidence\":[{\"rule\":\"") && json.contains("\"weight\":"))
        #expect(try !program.run("normalize", "--json", "a.txt").text.contains("evidence"))
    }
}
