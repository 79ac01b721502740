import Foundation
import TestSupport
import Testing

/// What `import` tells of a file, and the limits it keeps.
@Suite struct ImportReportTests {
    private let head = "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n"
    private let tail = "</body></tmx>\n"
    private let unit =
        "<tu><tuv xml:lang=\"en\"><seg>One</seg></tuv><tuv xml:lang=\"fr\"><seg>Un</seg></tuv></tu>\n"

    @Test func problemsAreToldWithTheirFirstLines() throws {
        let program = try Program()
        defer { program.remove() }
        let broken = "<tu><tuv><seg>x</seg></tuv><tuv xml:lang=\"en\"><seg>Two</seg></tuv></tu>\n"
        try program.write(head + unit + String(repeating: broken, count: 4) + tail, to: "a.tmx")
        let text = try program.run("import", "a.tmx", "--memory", program.path("m.db"))
        #expect(text.status == 0)
        #expect(
            text.text == """
                a.tmx
                  read      5 units: en 5  fr 1
                  stored    2 new, 0 updated, 3 skipped
                            skipped 3: known
                  problems  4 tmx.no-language (lines 3, 4, 5 …)

                """)
        let json = try program.run("import", "a.tmx", "--memory", program.path("n.db"), "--json").text
        #expect(json.contains("\"format\":\"tmx\"") && json.contains("\"problems\":{\"tmx.no-language\":4}"))
        #expect(
            json.contains("\"places\":{\"tmx.no-language\":[{\"code\":\"tmx.no-language\"")
                && json.contains(
                    "\"line\":5,\"column\":5,\"offset\":\(head.utf8.count + unit.utf8.count + 2 * broken.utf8.count + 4)"
                ),
            "\(json)")
    }

    @Test func aRefusedFileIsInTheReportToo() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(head + unit + "<tu>", to: "cut.tmx")
        try program.write(head + unit + tail, to: "good.tmx")
        let result = try program.run("import", "cut.tmx", "good.tmx", "--memory", program.path("m.db"), "--json")
        #expect(result.status == 2)
        #expect(
            result.text.hasPrefix(
                "[{\"name\":\"cut.tmx\",\"format\":\"tmx\",\"error\":{\"code\":\"xml.truncated\",\"message\":\"the file ends in the middle\""
            ), "\(result.text)")
        #expect(result.text.contains("{\"name\":\"good.tmx\",\"format\":\"tmx\",\"read\":1,\"created\":1"))
    }

    @Test func limitsAreOptions() throws {
        let program = try Program()
        defer { program.remove() }
        let seg = String(repeating: "word ", count: 3_000)
        try program.write(head + unit.replacing("One", with: seg) + tail, to: "a.tmx")
        let memory = ["--memory", program.path("m.db")]
        let refused = try program.run(["import", "a.tmx", "--max-segment", "4k"] + memory)
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix("a.tmx:2:"), "\(refused.errors)")
        #expect(
            refused.errors.contains("error: a segment is longer than 4096 bytes (byte ")
                && refused.errors.hasSuffix(
                    ")\nhint: if the file is what it should be, a larger --max-segment lets it pass\n"),
            "\(refused.errors)")
        #expect(try program.run(["import", "a.tmx", "--max-segment", "16k"] + memory).text.contains("1 new"))
        for (option, value) in [("--max-depth", "2"), ("--max-attributes", "1"), ("--max-attribute", "1")] {
            let text = head.replacing("srclang", with: "segtype=\"sentence\" srclang") + unit + tail
            try program.write(text, to: "b.tmx")
            let result = try program.run(["import", "b.tmx", option, value] + memory)
            #expect(result.status == 2 && result.errors.contains(option), "\(option): \(result.errors)")
        }
        for (option, value) in [("--max-depth", "0"), ("--max-segment", "9999M"), ("--max-segment", "x")] {
            #expect(try program.run(["import", "a.tmx", option, value] + memory).status == 64)
        }
    }

    /// Packed files are read wherever bilingual files are.
    @Test func packedFilesAreCheckedAndFilled() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = ["--memory", program.path("m.db")]
        try program.write("en\tfr\nIt has 3 parts.\tIl a 4 parties.\n", to: "a.tsv")
        #expect(try program.run(["import", "a.tsv"] + memory).status == 0)
        for name in ["a.tmx.gz", "a.po.gz", "a.xlf.gz"] {
            #expect(try program.run(["export", "-o", name, "--languages", "fr"] + memory).status == 0)
            let result = try program.run("check", name, "--only", "number")
            #expect(result.status == 1 && result.errors.contains("1 unit\n"), "\(name): \(result.errors)")
        }
        let long = "<\(String(repeating: "n", count: 1 << 20))/>"
        let cut = try program.run(["import", "-", "--from", "tmx"] + memory, input: Data(long.utf8))
        #expect(cut.status == 2 && cut.errors.contains("this is no TMX") && cut.errors.utf8.count < 2_000)
        let filled = try program.run(["translate", "a.po.gz", "--to", "fr"] + memory)
        #expect(filled.status == 0 && filled.text.contains("msgid \"It has 3 parts.\""), "\(filled.errors)")
    }

    /// Some of the files made to do harm, through the real program: the memory is as it was.
    @Test func hostileFilesLeaveTheMemoryAsItWas() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = ["--memory", program.path("m.db")]
        try program.write(head + unit + tail, to: "good.tmx")
        #expect(try program.run(["import", "good.tmx"] + memory).status == 0)
        let before = try program.run(["memory", "history"] + memory).text
        let wanted = [
            "billion laughs", "quadratic entities", "external entity of a file", "bytes: FF", "depth 100,000",
            "an attribute of 11 MB", "a text of 11 MB", "empty", "UTF-16 of odd length",
        ]
        for file in HostileXML.tmx.all where wanted.contains(file.name) {
            try program.write(Data(file.bytes), to: "bad.tmx")
            let result = try program.run(["import", "bad.tmx"] + memory)
            #expect(
                result.status == 2 && result.errors.hasPrefix("bad.tmx:") && result.errors.contains(" error: "),
                "\(file): \(result.status) \(result.errors)")
        }
        #expect(try program.run(["memory", "history"] + memory).text == before)
        #expect(try program.run(["memory", "verify"] + memory).status == 0)
    }
}
