import Foundation
import Testing

/// The examples give what `examples/expected` holds.
@Suite struct ExampleTests {
    @Test(arguments: ["customs-platform.txt", "health-network.html", "sommet-numerique.txt"])
    func normalizesAsExpected(_ name: String) throws {
        let program = try Program()
        defer { program.remove() }
        let examples = Program.root.appendingPathComponent("examples")
        try program.write(try Data(contentsOf: examples.appendingPathComponent("press/\(name)")), to: name)
        let result = try program.run("normalize", "--format", "json", name)
        #expect(result.status == 0)
        let expected = examples.appendingPathComponent("expected/\(name.prefix { $0 != "." }).json")
        #expect(result.text == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
    }

    @Test func reusesTheSampleMemory() throws {
        let program = try Program()
        defer { program.remove() }
        let examples = Program.root.appendingPathComponent("examples").path
        #expect(try program.run("import", "\(examples)/memory/en-fr.tmx").status == 0)
        let result = try program.run(
            "ingest", "\(examples)/press/customs-platform.txt", "\(examples)/press/health-network.html", "--to", "fr",
            "--tmx",
            "out.tmx")
        #expect(result.status == 0 && result.text.contains("reused fr 43"))
        #expect(try program.read("out.tmx").contains("<seg>Les commerçants du port ont salué le projet.</seg>"))
        let match = try program.run(
            "match", "--to", "fr", "The five countries will hold their next meeting in Kampala in September.")
        #expect(match.status == 0 && match.lines.first?.contains("%  1 place differs") == true, "\(match.text)")
        let search = try program.run("search", "port ont")
        #expect(search.status == 0 && search.text.contains("Traders at the port welcomed the plan."))
        #expect(try program.run("search", "no such words anywhere").status == 1)
    }
}
