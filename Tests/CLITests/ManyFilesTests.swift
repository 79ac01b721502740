import Foundation
import Testing

/// Many files are worked on side by side; what comes out is as if they came one after the other.
@Suite struct ManyFilesTests {
    @Test(arguments: [[], ["--format", "json"], ["--format", "segments"], ["--explain"], ["--format", "html"]])
    func sameAsOneByOne(_ options: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        var paths: [String] = []
        for index in 0..<12 {
            // Every fourth is long, so that those after it are done before.
            let body = String(
                repeating: "The ministry of file \(index) said on Monday that growth had returned to the region.\n",
                count: index % 4 == 0 ? 400 : 3)
            paths.append(try program.write("Headline of file number \(index)\n" + body, to: "\(index).txt"))
        }
        paths.insert(program.path("missing.txt"), at: 6)
        let together = try program.run(["normalize"] + options + paths)
        #expect(together.status == 2)
        #expect(together.errors.contains("missing.txt") && together.errors.split(separator: "\n").count < 4)
        if options.contains("html") {
            let places = (0..<12).map { together.text.range(of: "Headline of file number \($0)<")?.lowerBound }
            #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            return
        }
        let apart = options.isEmpty || options == ["--explain"] ? "\n" : ""
        let alone = try paths.map { try program.run(["normalize"] + options + [$0]).text }.filter { !$0.isEmpty }
        #expect(together.text == alone.joined(separator: apart))
    }

    @Test(arguments: [
        ["segment"], ["segment", "--json"], ["segment", "--explain"], ["detect"], ["detect", "--json"],
    ])
    func sentencesAndEncodingsInOrder(_ command: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        var paths: [String] = []
        for index in 0..<8 {
            let text = String(repeating: "File \(index) came. Dr. Smith left it.\n", count: index % 4 == 0 ? 500 : 2)
            paths.append(try program.write(text, to: "\(index).txt"))
        }
        paths.insert(program.path("missing.txt"), at: 4)
        let together = try program.run(command + paths)
        #expect(together.status == 2 && together.errors.contains("missing.txt"))
        #expect(together.text == (try paths.map { try program.run(command + [$0]).text }.joined()))
    }

    @Test func aReaderThatGoesAwayEndsTheWork() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(
            repeating: "The ministry said on Monday that growth had returned to the region.\n", count: 900)
        let paths = try (0..<60).map { try program.write(text, to: "\($0).txt") }
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let command = ([Program.executable.path, "normalize"] + paths).joined(separator: " ")
        shell.arguments = ["-c", "\(command) | head -c 100 > /dev/null"]
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0 && said.isEmpty)
    }

    /// The lines of one long text are repaired in pieces, and stand where they stood.
    @Test func aLongTextKeepsItsOrder() throws {
        let program = try Program()
        defer { program.remove() }
        let damaged = (0..<30_000).map { "line \($0) of the cafÃ©\n" }.joined()
        let path = try program.write(damaged, to: "long.txt")
        let result = try program.run(["normalize", "--profile", "text", path])
        #expect(result.status == 0)
        #expect(result.text == damaged.replacing("Ã©", with: "é"))
    }
}
