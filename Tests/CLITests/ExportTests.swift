import Foundation
import Testing

@Suite struct ExportTests {
    private func tmx(_ language: String, _ unit: String = "") -> String {
        """
        <tmx version="1.4"><header srclang="\(language)"/><body><tu\(unit)><tuv xml:lang="de"><seg>Haus \(language)</seg></tuv>
        <tuv xml:lang="en"><seg>house \(language)</seg></tuv></tu></body></tmx>
        """
    }

    /// A file that says that any variant may be the source comes back so, and so does its unit among others.
    @Test func anyVariantMayBeTheSource() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write(tmx("*all*"), to: "all.tmx")
        try program.write(tmx("en"), to: "en.tmx")
        #expect(try program.run("import", "all.tmx", "--memory", memory).status == 0)
        let open = try program.run("export", "--memory", memory).text
        #expect(open.contains(" srclang=\"*all*\" datatype") && open.contains("<tu>"), "\(open)")
        let german = try program.run("export", "--from", "de", "--memory", memory).text
        #expect(german.contains(" srclang=\"de\" datatype") && german.contains("<tu srclang=\"*all*\">"), "\(german)")
        #expect(try program.run("import", "en.tmx", "--memory", memory).status == 0)
        let mixed = try program.run("export", "--memory", memory).text
        #expect(mixed.contains(" srclang=\"en\" datatype") && mixed.contains("<tu srclang=\"*all*\">"), "\(mixed)")
    }

    /// What an export leaves out, it says; what it writes, `import` reads.
    @Test func controlsAreLeftOut() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        let rows = (0..<40).map {
            "A sentence that the minister is said to have said \($0),Une phrase qu’il aurait dite\u{7} \($0)\n"
        }.joined()
        try program.write("en,fr\n" + rows, to: "in.csv")
        #expect(try program.run("import", "in.csv", "--memory", memory).status == 0)
        for name in ["out.csv", "out.tsv", "out.tmx"] {
            let result = try program.run("export", "-o", name, "--memory", memory)
            #expect(result.errors.contains("\(name): warning: 40 control characters were left out"), "\(result.errors)")
            #expect(try !program.read(name).contains("\u{7}"))
            #expect(try program.run("import", name, "--memory", program.path(name + ".db")).status == 0)
        }
    }

    @Test func earlierStates() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        func export(_ arguments: String...) throws -> Program.Result {
            try program.run(["export", "--format", "tsv", "--memory", memory] + arguments)
        }
        var states: [String] = []
        for (name, text) in [
            ("a.tsv", "en\tde\nOne\tEins\nTwo\tZwei\n"), ("b.tsv", "en\tfr\nThree\tTrois\nTwo\tDeux\n"),
        ] {
            try program.write(text, to: name)
            #expect(try program.run("import", name, "--memory", memory).status == 0)
            states.append(try export().text)
        }
        #expect(try program.run("memory", "delete", "--unit", "1,2", "--memory", memory).status == 0)
        #expect(
            states == ["de\ten\nEins\tOne\nZwei\tTwo\n", "de\ten\tfr\nEins\tOne\t\nZwei\tTwo\tDeux\n\tThree\tTrois\n"])
        // German is gone from the memory, not from what it was.
        #expect(try export().text == "en\tfr\nThree\tTrois\n")
        #expect(try export("--as-of", "1").text == states[0])
        #expect(try export("--as-of", "2").text == states[1])
        let nothing = try export("--as-of", "0")
        #expect(nothing.status == 1)
        #expect(nothing.errors == "\(memory): note: no unit has what was asked for; none was written\n")
        let new = try export("--since-revision", "2")
        #expect(new.text == "en\tfr\nThree\tTrois\n")
        #expect(new.errors == "\(memory): note: 2 units were deleted: 1-2\n", "\(new.errors)")
        let second = try export("--since-revision", "2", "--until-revision", "2")
        #expect(second.text == "de\ten\tfr\nZwei\tTwo\tDeux\n\tThree\tTrois\n" && second.errors.isEmpty)
        let summary = try export("--since-revision", "2", "--json", "-o", "new.tsv")
        #expect(summary.text == #"{"units":1,"deleted":[1,2]}"# + "\n" && summary.errors.isEmpty)
        #expect(try program.read("new.tsv") == new.text)
        #expect(try export("--since-revision", "4").status == 1)
        for arguments in [["--as-of", "4"], ["--since-revision", "5"], ["--since-revision", "0"], ["--as-of=-1"]] {
            let result = try program.run(["export", "--memory", memory, "-o", "x.tmx"] + arguments)
            #expect(result.status == 2 && result.errors.contains("there is no revision"), "\(result.errors)")
        }
        for arguments in [
            ["--as-of", "1", "--since-revision", "1"], ["--until-revision", "1"], ["--json"],
            ["--since-revision", "2", "--until-revision", "1"],
        ] {
            #expect(try program.run(["export", "--memory", memory] + arguments).status == 64)
        }
        #expect(!program.files.contains("x.tmx"))
        let history = ["memory", "history", "--unit", "2", "--memory", memory]
        #expect(try program.run(history + ["--at", "1"]).text == "  en  Two\n  de  Zwei\n")
        #expect(
            try program.run(history + ["--at", "1", "--json"]).text
                == #"[{"unit":2,"variants":[{"language":"en","text":"Two"},{"language":"de","text":"Zwei"}]}]"# + "\n")
        #expect(try program.run(history + ["--at", "3"]).status == 1)
        #expect(try program.run(history + ["--at", "7"]).status == 2)
    }
}
