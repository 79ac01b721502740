import Foundation
import Testing

/// The JSONL contract: one line in, one line out, same order, `id` unchanged, errors as records.
@Suite struct WorkerTests {
    private static let records = [
        "{\"id\":1,\"lang\":\"en\",\"text\":\"Dr. Smith came. He left.\"}",
        "{\"id\":\"b\",\"text\":\"不过，数字经济在发展。很好。\",\"lang\":\"zh\"}",
        "{\"id\":12345678901234567890.0,\"text\":\"\",\"lang\":\"en\"}", "not json", "{\"id\":5}",
        "{\"id\":null,\"text\":\"The digital economy grows.\",\"lang\":\"en\",\"to\":[\"fr\"]}", "[]",
        "{\"id\":7,\"text\":\"x\",\"lang\":\"no such\"}",
    ]

    private func run(_ verb: [String], _ lines: [String]) throws -> Program.Result {
        let program = try Program()
        defer { program.remove() }
        return try program.run(verb + ["--jsonl"], input: Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    @Test(arguments: [["segment"], ["normalize"], ["terms"], ["detect"]])
    func answersEveryLineWhateverThePartition(_ verb: [String]) throws {
        let whole = try run(verb, Self.records)
        #expect(whole.status == 0 && whole.errors.isEmpty)
        #expect(whole.lines.count == Self.records.count)
        let parts = try Self.records.map { try run(verb, [$0]).text.replacing("\"line\":1}", with: "\"line\":N}") }
        let expected = whole.lines.enumerated().map { $1.replacing("\"line\":\($0 + 1)}", with: "\"line\":N}") + "\n" }
        #expect(parts == expected)
        #expect(whole.lines[3].hasPrefix("{\"error\":{\"code\":\"bad_json\""))
        #expect(whole.lines[4].hasPrefix("{\"id\":5,\"error\":{\"code\":\"missing_field\""))
        #expect(whole.lines[2].hasPrefix("{\"id\":12345678901234567890.0,"))
    }

    @Test func offsetsAreCodePoints() throws {
        let result = try run(["segment"], Self.records)
        #expect(
            result.lines[0].hasSuffix("\"sentences\":[\"Dr. Smith came.\",\"He left.\"],\"spans\":[[0,15],[16,24]]}"))
        #expect(result.lines[1].hasSuffix("\"spans\":[[0,11],[11,14]]}"))
        let terms = try run(["terms"], Self.records)
        #expect(
            terms.lines[5].contains(
                "\"term\":\"digital economy\",\"found\":\"digital economy\",\"form\":\"exact\",\"start\":4,\"end\":19"))
        #expect(terms.lines[5].contains("\"targets\":{\"fr\":\"économie numérique\"}"))
    }

    @Test func strictStopsAtTheFirstError() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run(
            ["segment", "--jsonl", "--strict"], input: Data(Self.records.joined(separator: "\n").utf8))
        #expect(result.status == 2 && result.lines.count == 4)
    }

    @Test func nothingInNothingOut() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run("segment", "--jsonl")
        #expect(result.status == 0 && result.output.isEmpty)
    }
}
