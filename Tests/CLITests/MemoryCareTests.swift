import Foundation
import Testing

@Suite struct MemoryCareTests {
    private static let tmx = """
        <tmx version="1.4"><header srclang="en" segtype="sentence"/><body>
        <tu segtype="phrase"><tuv xml:lang="en"><seg>Two words</seg></tuv><tuv xml:lang="fr"><seg>Deux mots</seg></tuv></tu>
        <tu usagecount="2"><note>seen</note><tuv xml:lang="en"><seg>Two words</seg></tuv>
        <tuv xml:lang="fr"><seg>Deux mots</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>A couple of words</seg></tuv><tuv xml:lang="fr"><seg>Deux mots</seg></tuv></tu>
        </body></tmx>
        """

    private func withMemory(_ body: (Program, String) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write(Self.tmx, to: "a.tmx")
        #expect(try program.run("import", "a.tmx", "--memory", memory).status == 0)
        try body(program, memory)
    }

    /// Runs the program where no file may grow beyond a number of blocks of 512 bytes; the signal that comes with it is
    /// ignored, so that writes fail.
    private func limited(to blocks: Int, _ arguments: String...) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", Program.executable.path] + arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test func dedupe() throws {
        try withMemory { program, memory in
            func run(_ arguments: String...) throws -> Program.Result {
                try program.run(["memory", "dedupe", "--memory", memory] + arguments)
            }
            let before = try program.run("export", "--format", "tsv", "--memory", memory).text
            let group = "en  Two words\n  = 2  Two words\n  - 1  Two words\n"
            let dry = try run("--by", "both", "--keep", "most-used", "--dry-run")
            #expect(dry.status == 0)
            #expect(
                dry.text == group + "\(memory): 1 text in 2 units; would be "
                    + "1 removed, 0 updated, 0 texts taken over, 0 dropped\n")
            #expect(try program.run("export", "--format", "tsv", "--memory", memory).text == before)
            // A list of duplicates needs no memory that can be written.
            let folded = try run("--by", "target", "--fold", "--lang", "fr")
            #expect(folded.status == 0 && folded.text.hasSuffix("\(memory): 1 text in 3 units\n"))
            #expect(try run("--by", "target", "--lang", "de").text == "\(memory): 0 texts in 0 units\n")
            let json = try run("--by", "target", "--json").text
            #expect(
                json
                    == #"{"dryRun":false,"groups":1,"units":3,"removed":0,"updated":0,"variantsTaken":0,"variantsDropped":0,"#
                    + #""examples":[{"language":"fr","text":"Deux mots","count":3,"units":[{"unit":3,"source":"A couple of words"},"#
                    + #"{"unit":2,"source":"Two words"},{"unit":1,"source":"Two words"}]}]}"# + "\n")
            #expect(try run("--by", "both", "--keep", "most-used").text.hasPrefix(group))
            #expect(
                try run("--by", "target", "--remove", "--examples", "0").text.hasSuffix(
                    "1 text in 2 units; 1 removed, 0 updated, 0 texts taken over, 1 dropped\n"))
            #expect(try program.run("memory", "history", "--memory", memory).lines.count == 3)
            #expect(try program.run("memory", "undo", "3", "--memory", memory).status == 0)
            #expect(try program.run("memory", "undo", "2", "--memory", memory).status == 0)
            #expect(try program.run("export", "--format", "tsv", "--memory", memory).text == before)
            #expect(try run("--by", "source", "--remove").status == 64)
            #expect(try run("--by", "source", "--lang", "fr").status == 64)
        }
    }

    @Test func edit() throws {
        try withMemory { program, memory in
            func run(_ arguments: String...) throws -> Program.Result {
                try program.run(["memory", "edit", "--memory", memory] + arguments)
            }
            let change =
                "unit 1\n  - fr  Deux mots\n  + fr  Deux termes\nunit 2\n  - fr  Deux mots\n  + fr  Deux termes\n"
            let edit = ["--source", "Two", "--lang", "fr", "--replace", "mots", "--with", "termes"]
            let dry = try program.run(["memory", "edit", "--memory", memory, "--dry-run"] + edit)
            #expect(
                dry.text == change + "\(memory): 2 units looked at, would be 2 changed, 2 places replaced\n")
            #expect(try program.run("match", "--to", "fr", "Two words", "--memory", memory).text.contains("mots"))
            let real = try program.run(["memory", "edit", "--memory", memory, "--note", "house style"] + edit)
            #expect(real.text == change + "\(memory): 2 units looked at, 2 changed, 2 places replaced\n")
            #expect(try program.run("match", "--to", "fr", "Two words", "--memory", memory).text.contains("termes"))
            #expect(
                try program.run("memory", "history", "--memory", memory).lines[0].hasSuffix(
                    "house style  0 new, 2 changed"))
            let json = try run("--unit", "3", "--set-property", "x-client=UNO", "--json").text
            #expect(
                json
                    == #"{"dryRun":false,"matched":1,"changed":1,"replacements":0,"merged":0,"emptied":0,"revision":3,"#
                    + #""examples":[{"unit":3,"before":[{"language":"en","text":"A couple of words"},{"language":"fr","text":"Deux mots"}],"#
                    + #""after":[{"language":"en","text":"A couple of words"},{"language":"fr","text":"Deux mots"}]}]}"#
                    + "\n")
            #expect(try run("--property", "x-client=UNO", "--lang", "fr", "--set-language", "fr-CA").status == 0)
            #expect(
                try program.run("export", "--memory", memory, "--languages", "fr-CA").text.contains(
                    #"<prop type="x-client">UNO</prop>"#))
            // Nothing to do is said, nothing chosen is refused.
            #expect(try run("--unit", "9", "--add-note", "x").status == 1)
            for arguments in [
                ["--add-note", "x"], ["--all"], ["--all", "--unit", "1", "--add-note", "x"],
                ["--all", "--replace", "a", "--lang", "fr"], ["--all", "--replace", "a", "--with", "b"],
                ["--all", "--replace", "", "--with", "b", "--lang", "fr"], ["--unit", "x", "--add-note", "x"],
            ] {
                #expect(
                    try program.run(["memory", "edit", "--memory", memory] + arguments).status == 64, "\(arguments)")
            }
            let none = try program.run("memory", "edit", "--all", "--add-note", "x", "--memory", program.path("n.db"))
            #expect(none.status == 2 && !program.files.contains("n.db"))
        }
    }

    /// A reader who goes away, as `head` does, does not stop what was asked for half-way.
    @Test func changesNobodyReadsOn() throws {
        try withMemory { program, memory in
            let rows = (0..<3_000).map { "sentence \($0) of many\tphrase \($0)\n" }.joined()
            try program.write("en\tfr\n" + rows, to: "b.tsv")
            #expect(try program.run("import", "b.tsv", "--memory", memory).status == 0)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = [
                "-c", "\"$0\" \"$@\" | :", Program.executable.path, "memory", "delete", "--source", "of many",
                "--examples", "0", "--memory", memory,
            ]
            try process.run()
            process.waitUntilExit()
            #expect(try program.run("memory", "stats", "--json", "--memory", memory).text.hasPrefix(#"{"units":3,"#))
        }
    }

    @Test func delete() throws {
        try withMemory { program, memory in
            let before = try program.run("export", "--format", "tsv", "--memory", memory).text
            let arguments = ["memory", "delete", "--max-usage", "0", "--languages", "fr", "--memory", memory]
            #expect(try program.run(arguments + ["--dry-run"]).text.hasSuffix("\(memory): would be 2 deleted\n"))
            #expect(try program.run("export", "--format", "tsv", "--memory", memory).text == before)
            let json = try program.run(arguments + ["--json", "--examples", "1"]).text
            #expect(
                json
                    == #"{"dryRun":false,"matched":2,"deleted":2,"revision":2,"examples":[{"unit":1,"before":[{"language":"en","#
                    + #""text":"Two words"},{"language":"fr","text":"Deux mots"}]}]}"# + "\n")
            #expect(try program.run("memory", "delete", "--memory", memory).status == 64)
            #expect(try program.run("memory", "delete", "--all", "--memory", memory).text.hasSuffix(": 1 deleted\n"))
            #expect(try program.run("memory", "undo", "3", "--memory", memory).status == 0)
            #expect(try program.run("memory", "undo", "2", "--memory", memory).status == 0)
            #expect(try program.run("export", "--format", "tsv", "--memory", memory).text == before)
        }
    }

    @Test func merge() throws {
        try withMemory { program, memory in
            try program.write(
                "en\tfr\tde\nTwo words\tDeux mots\tZwei\nA couple of words\tUn couple\t\nNew\tNeuf\t\n", to: "b.tsv")
            #expect(try program.run("import", "b.tsv", "--memory", program.path("b.db")).status == 0)
            let dry = try program.run("memory", "merge", "b.db", "--dry-run", "--memory", memory)
            #expect(
                dry.text
                    == "b.db\n  read      3 units\n  would be 1 new, 1 updated, 1 skipped\n"
                    + "            skipped 1: existing-translation\n  texts     3 added, 0 replaced, 1 refused\n")
            let json = try program.run("memory", "merge", "b.db", "--json", "--memory", memory)
            #expect(
                json.text
                    == #"{"dryRun":false,"read":3,"created":1,"updated":1,"skipped":{"existing-translation":1},"#
                    + #""variants":{"added":3,"replaced":0,"refused":1},"revision":2}"# + "\n")
            #expect(try program.run("match", "--to", "de", "Two words", "--memory", memory).text.contains("Zwei"))
            let same = try program.run("memory", "merge", memory, "--memory", memory)
            #expect(same.status == 2 && same.errors.contains("this is the memory itself"))
            let missing = try program.run("memory", "merge", "none.db", "--memory", program.path("new.db"))
            #expect(missing.status == 2 && !program.files.contains("new.db") && !program.files.contains("none.db"))
            #expect(try program.run("memory", "merge", "a.tmx", "--memory", memory).status == 2)
        }
    }

    /// Where an export does not find the room, it says so, and what was there stays.
    @Test func exportsWithoutRoom() throws {
        try withMemory { program, memory in
            let rows = (0..<500).map { "sentence \($0) of many\tphrase \($0)\n" }.joined()
            try program.write("en\tfr\n" + rows, to: "b.tsv")
            #expect(try program.run("import", "b.tsv", "--memory", memory).status == 0)
            for format in ["tmx", "csv", "tsv"] {
                let full = try program.run("export", "--format", format, "-o", "/dev/full", "--memory", memory)
                #expect(full.status == 2 && full.text.isEmpty)
                #expect(
                    full.errors
                        == "/dev/full: error: cannot write: No space left on device\nhint: make room on the disk; nothing was written\n"
                )
                try program.write("old", to: "out.\(format)")
                let (status, text) = try limited(
                    to: 8, "export", "-o", program.path("out.\(format)"), "--memory", memory)
                #expect(status == 2)
                #expect(text.contains("out.\(format): error: cannot write: File too large\n"), "\(text)")
                #expect(try program.read("out.\(format)") == "old")
            }
            #expect(!program.files.contains { $0.hasSuffix(".part") })
        }
    }

    /// A change that finds no room, at whatever place, is told and leaves nothing.
    @Test func changesWithoutRoom() throws {
        try withMemory { program, memory in
            let rows = (0..<3_000).map { "sentence \($0) of many\tphrase \($0)\n" }.joined()
            try program.write("en\tfr\n" + rows, to: "b.tsv")
            for blocks in [0, 8, 100, 400, 700] {
                let copy = program.path("copy\(blocks).db")
                try FileManager.default.copyItem(atPath: memory, toPath: copy)
                let (status, text) = try limited(
                    to: blocks, "import", program.path("b.tsv"), "--memory", copy)
                #expect(status == 2)
                #expect(text.contains("\(copy): error: ") && text.contains("\nhint: "), "\(text)")
                #expect(try program.run("memory", "verify", "--memory", copy).status == 0)
                #expect(
                    try program.run("memory", "stats", "--json", "--memory", copy).text.hasPrefix(#"{"units":3,"#))
            }
        }
    }
}
