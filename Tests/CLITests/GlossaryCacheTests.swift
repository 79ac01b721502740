import Foundation
import Testing

/// The compiled glossaries as a user meets them: not at all, but that answers come sooner.
@Suite struct GlossaryCacheTests {
    private func house(_ program: Program) throws -> String {
        let path = try program.write(
            "en\tfr\tflags\ncloud seeding\tensemencement des nuages\tcase\n", to: "house.tsv")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -100)], ofItemAtPath: path)
        return path
    }

    private func cached(_ program: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.path("cache/dragoman")).sorted()
    }

    @Test func answersAreTheSameWithAndWithout() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try house(program)
        let environment = ["XDG_CACHE_HOME": program.path("cache")]
        let commands = [
            ["lookup", "cloud seeding", "digital economies", "south africa", "--to", "fr,sw", "--json"],
            ["lookup", "clod seding", "--from", "en"], ["lookup", "--from", "fr", "economie numerique"],
            ["terms", "--to", "fr", "--explain", "-"],
        ]
        for command in commands {
            let arguments = command + ["--glossary", path]
            let input = Data("Cloud seeding is no cloud seeding of South Africa.".utf8)
            let plain = try program.run(arguments + ["--no-cache"], input: input, environment: environment)
            for _ in 0..<2 {
                let cached = try program.run(arguments, input: input, environment: environment)
                #expect(cached.status == plain.status && cached.text == plain.text && cached.errors == plain.errors)
            }
        }
        #expect(try cached(program).contains { $0.hasPrefix("matcher-") })
        let forbidden = environment.merging(["DRAGOMAN_NO_CACHE": "1", "XDG_CACHE_HOME": program.path("none")]) { $1 }
        #expect(try program.run(commands[0] + ["--glossary", path], environment: forbidden).status == 0)
        #expect(!program.files.contains("none"))
    }

    @Test func aFolderThatCannotBeWrittenIsNoFailure() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try house(program)
        for folder in [path, "/proc/nowhere", "relative"] {
            let result = try program.run(
                ["lookup", "cloud seeding", "--glossary", path, "--to", "fr"],
                environment: ["XDG_CACHE_HOME": folder, "HOME": "/proc"])
            #expect(result.status == 0 && result.errors.isEmpty && result.text.contains("ensemencement"))
        }
    }

    @Test func faultsAreToldEachTime() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try program.write(
            """
            <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
            <conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>cloud seeding</term></termSec></langSec>
            <langSec xml:lang="no language"><termSec><term>x</term></termSec></langSec></conceptEntry>
            </body></text></tbx>
            """, to: "house.tbx")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -100)], ofItemAtPath: path)
        let arguments = ["lookup", "cloud seeding", "--glossary", path]
        let environment = ["XDG_CACHE_HOME": program.path("cache")]
        let first = try program.run(arguments, environment: environment)
        #expect(first.status == 0 && first.errors.contains("house.tbx:3"))
        #expect(try program.run(arguments, environment: environment).errors == first.errors)
    }

    /// A program that is killed while it writes leaves nothing that the next one takes for whole.
    @Test func aKilledWriterDoesNoHarm() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try house(program)
        let environment = ["XDG_CACHE_HOME": program.path("cache")]
        let arguments = ["lookup", "cloud seeding", "digital economy", "--glossary", path, "--to", "fr"]
        let whole = try program.run(arguments + ["--no-cache"], environment: environment)
        for _ in 0..<6 {
            let running = try program.start(arguments, environment: environment)
            let moment = Date(timeIntervalSinceNow: .random(in: 0..<0.2))
            while running.process.isRunning, Date() < moment { usleep(500) }
            kill(running.process.processIdentifier, SIGKILL)
            running.process.waitUntilExit()
        }
        for _ in 0..<2 {
            #expect(try program.run(arguments, environment: environment).text == whole.text)
        }
    }

    /// Below the concepts: the memory's sentences, with the places of the concept's terms on both sides.
    @Test func lookupMarksTermsOnBothSides() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try house(program)
        try program.write(
            "en\tfr\tde\nWe talked of cloud seeding.\tOn parlait d’ensemencement des nuages.\tWir sprachen.\n",
            to: "m.tsv")
        #expect(try program.run("import", "m.tsv").status == 0)
        let result = try program.run(
            ["lookup", "Cloud Seeding", "--glossary", path, "--no-default-glossaries", "--json", "--to", "fr"])
        let answer = try #require(
            (try JSONSerialization.jsonObject(with: result.output) as? [[String: Any]])?.first)
        let results = try #require(answer["results"] as? [[String: Any]])
        #expect(results.first?["flags"] as? [String] == ["case"])
        let memory = try #require(answer["memory"] as? [[String: Any]])
        let variants = try #require(memory.first?["variants"] as? [[String: Any]])
        #expect(variants.map { $0["lang"] as? String } == ["en", "fr"])
        #expect(variants.map { $0["hits"] as? [[Int]] } == [[[13, 26]], [[13, 37]]])
        let text = try program.run(
            ["lookup", "cloud seeding", "--glossary", path, "--no-default-glossaries", "--to", "fr"])
        #expect(
            text.text == """
                cloud seeding  house/1 · case
                  fr  ensemencement des nuages  (case)
                in the memory:
                  en    We talked of cloud seeding.
                  fr    On parlait d’ensemencement des nuages.


                """)
    }
}
