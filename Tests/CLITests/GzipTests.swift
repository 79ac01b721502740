import Foundation
import Testing

@Suite struct GzipTests {
    /// Big enough for several pieces, and not the same again and again.
    private var table: String {
        var state: UInt64 = 1
        return "en\tfr\n"
            + (0..<2_000).map { number in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return "Sentence \(number) of \(state)\tPhrase \(number) de \(state >> 7)\n"
            }.joined()
    }

    @Test func packedFilesGoAndCome() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = ["--memory", program.path("m.db")]
        try program.write(table, to: "a.tsv")
        #expect(try program.run(["import", "a.tsv"] + memory).status == 0)
        for name in ["a.tmx.gz", "a.tsv.gz", "a.xlf.gz"] {
            let languages = name.contains("xlf") ? ["--languages", "fr"] : []
            #expect(try program.run(["export", "-o", name] + languages + memory).status == 0)
            let packed = try Data(contentsOf: URL(fileURLWithPath: program.path(name)))
            #expect(packed.starts(with: [0x1F, 0x8B]) && packed.count < 150_000)
            let other = ["--memory", program.path(name + ".db")]
            #expect(try program.run(["import", name] + other).text.contains("2000 new"))
            #expect(try program.run(["export", "--format", "tsv"] + other).text == table)
        }
        // Told by content, from a pipe too; several members are one file, whose second head is a row.
        let packed = try Data(contentsOf: URL(fileURLWithPath: program.path("a.tsv.gz")))
        let twice = try program.run(
            ["import", "-", "--memory", program.path("pipe.db")], input: packed + packed + Data(count: 512))
        #expect(twice.text.contains("2001 new"), "\(twice.errors)")
    }

    @Test func damagedFilesLeaveNothing() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = ["--memory", program.path("m.db")]
        try program.write(table, to: "a.tsv")
        #expect(try program.run(["import", "a.tsv", "--memory", program.path("full.db")]).status == 0)
        #expect(try program.run("export", "-o", "a.tmx.gz", "--memory", program.path("full.db")).status == 0)
        let packed = try Data(contentsOf: URL(fileURLWithPath: program.path("a.tmx.gz")))
        for (name, data, message) in [
            ("cut", packed.prefix(packed.count / 2), "ends in the middle"),
            ("head", packed.prefix(2), "ends in the middle"),
            ("sum", packed.dropLast(8) + Data(repeating: 7, count: 8), "is damaged"),
            ("tail", packed + Data("more".utf8), "is damaged"),
        ] {
            try program.write(Data(data), to: name + ".tmx.gz")
            let result = try program.run(["import", name + ".tmx.gz"] + memory)
            #expect(result.status == 2 && result.errors.contains(message), "\(name): \(result.errors)")
        }
        #expect(try program.run(["export"] + memory).status == 1)
    }

    /// Whatever a damaged file holds, it is read or refused.
    @Test func mutatedFilesAreNoCrash() throws {
        let program = try Program()
        defer { program.remove() }
        let full = ["--memory", program.path("full.db")]
        try program.write("en\tfr\nOne\tUn\nTwo\tDeux\n", to: "a.tsv")
        #expect(try program.run(["import", "a.tsv"] + full).status == 0)
        #expect(try program.run(["export", "-o", "a.tsv.gz"] + full).status == 0)
        let packed = try Data(contentsOf: URL(fileURLWithPath: program.path("a.tsv.gz")))
        var refused = 0
        for place in packed.indices {
            var data = packed
            data[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
            try program.write(data, to: "b.tsv.gz")
            let result = try program.run([
                "import", "b.tsv.gz", "--from", "tsv", "--memory", program.path("\(place).db"),
            ])
            #expect(result.status == 0 || result.status == 2, "byte \(place): \(result.status) \(result.errors)")
            if result.status == 2 { refused += 1 }
        }
        // Of the header only some bytes matter.
        #expect(refused >= packed.count - 10)
    }

    /// 200 MB of blanks in 200 KB.
    @Test func aBombIsStopped() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(String(repeating: " ", count: 8 << 20), to: "blanks.txt")
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tool.arguments = ["gzip", program.path("blanks.txt")]
        try tool.run()
        tool.waitUntilExit()
        try #require(tool.terminationStatus == 0)
        let member = try Data(contentsOf: URL(fileURLWithPath: program.path("blanks.txt.gz")))
        var bomb = Data()
        for _ in 0..<25 { bomb += member }
        try program.write(bomb, to: "bomb.tmx.gz")
        let result = try program.run(
            ["import", "bomb.tmx.gz", "--from", "tmx", "--memory", program.path("m.db")])
        #expect(result.status == 2 && result.errors.contains("more than 200 times as large"), "\(result.errors)")
    }
}
