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
}
