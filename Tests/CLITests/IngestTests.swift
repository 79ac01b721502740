import Foundation
import Testing

/// The main job through the real program.
@Suite struct IngestTests {
    private static let release = """
        Ministers pledge wider digital cooperation across Africa
        Updated: March 4, 2024 09:15

        China will link its digital infrastructure with eight African countries by 2027, a senior official said on Monday.

        Amina Otieno, minister of communication, told a forum in Nairobi on Monday that artificial intelligence is an important part of the Belt and Road Initiative.

        "More training will be offered to young engineers, and small firms will find it easier to do business," Otieno said.

        According to her, over the years, universities, companies and public offices have signed memorandums of understanding in ten fields.

        Experts from both sides discussed big data, cloud computing, e-commerce and satellite internet at the forum in Nairobi.

        She called for a push to share the dividends of the digital economy.

        Focusing on key areas such as network security and digital transformation, "we will deepen the cooperation and open new markets for both sides," Otieno said.

        Copyright© | About us | Contact us

        Website Identification Code zz01000009 Registration Number: 12345678

        All rights reserved. The content (including but not limited to text, photo, etc) published in this site belongs to

        Without written authorization from, such content shall not be republished or used in any form.



        Copyright© | Contact us

        Website Identification Code zz01000009

        Registration Number: 12345678
        """

    private struct Report: Decodable {
        struct File: Decodable {
            struct Segments: Decodable { let total, created, updated, known: Int }
            struct Words: Decodable {
                let total, new, repeated, known: Int
                let reused: [String: Int]
            }
            struct Term: Decodable {
                let term: String
                let count: Int
                let concept: String
                let targets: [String: String]
            }
            let encoding, language: String
            let blocks: [String: Int]
            let date: String?
            let segments: Segments
            let words: Words
            let terms: [Term]
        }
        let files: [File]
    }

    private func report(_ result: Program.Result) throws -> Report {
        try JSONDecoder().decode(Report.self, from: result.output)
    }

    @Test func takesAReleaseTheWholeWay() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.release, to: "release.txt")
        let arguments = ["ingest", "release.txt", "--to", "zh,fr,ar,pt,sw,am", "--tmx", "out.tmx", "--json"]
        let first = try program.run(arguments)
        #expect(first.status == 0 && first.errors.isEmpty)
        let file = try #require(try report(first).files.first)
        #expect(file.encoding == "UTF-8" && file.language == "en")
        #expect(file.blocks == ["headline": 1, "dateline": 1, "body": 7, "boilerplate": 7])
        #expect(file.date == "2024-03-04T09:15")
        #expect(file.segments.total == 8 && file.segments.created == 8)
        #expect(file.words.new == file.words.total && file.words.known == 0)
        let terms = file.terms.map(\.term)
        for wanted in [
            "digital cooperation", "digital infrastructure", "artificial intelligence", "Belt and Road Initiative",
            "memorandum of understanding", "big data", "cloud computing", "e-commerce", "satellite internet",
            "digital economy", "network security", "digital transformation", "China", "Africa",
        ] {
            #expect(terms.contains(wanted), "\(wanted)")
        }
        let economy = try #require(file.terms.first { $0.term == "digital economy" })
        #expect(economy.targets["zh"] == "数字经济" && economy.targets["fr"] == "économie numérique")

        // Again: all known, nothing stored twice.
        let second = try #require(try report(try program.run(arguments)).files.first)
        #expect(second.segments.created == 0 && second.segments.updated == 0 && second.segments.known == 8)
        #expect(second.words.new == 0 && second.words.known == file.words.total)
        let statistics = try program.run("memory", "stats", "--json")
        #expect(statistics.text.contains("\"units\":8,\"variants\":{\"en\":8}"))
    }

    @Test func writesTermsAndOnRequestTheRest() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.release, to: "release.txt")
        _ = try program.run("ingest", "release.txt", "--to", "fr,zh", "--tmx", "terms.tmx")
        let terms = try program.read("terms.tmx")
        #expect(terms.contains("segtype=\"phrase\""))
        #expect(terms.contains("<seg>économie numérique</seg>"))
        #expect(!terms.contains("She called for a push"))
        _ = try program.run("ingest", "release.txt", "--to", "fr,zh", "--tmx", "all.tmx", "--untranslated")
        let all = try program.read("all.tmx")
        #expect(all.contains("<seg>She called for a push to share the dividends of the digital economy.</seg>"))
        #expect(all.contains("<prop type=\"x-term-fr\">digital economy = économie numérique</prop>"))
    }

    @Test func reusesWhatTheMemoryHas() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.release, to: "release.txt")
        try program.write(
            "en\tfr\nShe called for a push to share the dividends of the digital economy.\tElle a appelé à partager les "
                + "dividendes de l’économie numérique.\n", to: "memory.tsv")
        #expect(try program.run("import", "memory.tsv").status == 0)
        let result = try program.run("ingest", "release.txt", "--to", "fr,zh", "--tmx", "out.tmx", "--json")
        let words = try #require(try report(result).files.first).words
        #expect(words.reused == ["fr": 13, "zh": 0] && words.known == 13)
        #expect(
            try program.read("out.tmx").contains(
                "<seg>Elle a appelé à partager les dividendes de l’économie numérique.</seg>"))
    }

    @Test func readsStandardInputAndSeveralFiles() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.release, to: "one.txt")
        try program.write("A short note on trade. It ends here.\n", to: "two.txt")
        let piped = try program.run("ingest", "--to", "fr", "--json", input: Self.release)
        #expect(try report(piped).files.first?.segments.total == 8)
        let several = try program.run("ingest", "one.txt", "two.txt", "--to", "fr", "--json")
        #expect(try report(several).files.map(\.segments.total) == [8, 2])
    }

    @Test func oneBadFileAmongManyIsReported() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.release, to: "good.txt")
        try program.write("", to: "empty.txt")
        try program.write(Data((0..<4_000).map { _ in UInt8.random(in: 0...31) }), to: "image.bin")
        let result = try program.run(
            "ingest", "missing.txt", "empty.txt", "image.bin", ".", "good.txt", "--to", "fr", "--json")
        #expect(result.status == 2)
        #expect(try report(result).files.map(\.segments.total) == [8])
        #expect(result.errors.contains("missing.txt: error: cannot open: No such file or directory"))
        #expect(result.errors.contains("empty.txt: error: the file is empty"))
        #expect(result.errors.contains("image.bin: error: this is no text"))
        #expect(result.errors.contains(".: error: this is a directory"))
    }

    @Test func twoAtOnceBothSucceed() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("shared.db")
        var running: [Program.Running] = []
        for index in 0..<4 {
            try program.write(
                Self.release.replacing("Nairobi", with: "Nairobi \(index)"), to: "release-\(index).txt")
            running.append(try program.start(["ingest", "release-\(index).txt", "--to", "fr", "--memory", memory]))
        }
        for each in running {
            each.process.waitUntilExit()
            let result = try each.result()
            #expect(result.status == 0, "\(result.errors)")
        }
        // Two sentences name the place; the six others are the same in all four.
        let statistics = try program.run("memory", "stats", "--json", "--memory", memory)
        #expect(statistics.text.contains("\"units\":14,"), "\(statistics.text)")
    }
}
