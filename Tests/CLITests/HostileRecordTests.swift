import Foundation
import TestSupport
import Testing

/// Records made to do harm, through the workers: each is answered, in its place.
@Suite struct HostileRecordTests {
    /// The finished program takes the large ones too: `scripts/check-hostile`.
    private static let records = HostileFile.json.filter { $0.bytes.count < 40_000 }

    @Test(arguments: [
        ["normalize", "--profile", "press"], ["normalize", "--profile", "text"], ["segment"], ["terms"], ["detect"],
        ["match", "--to", "fr"], ["translate", "--to", "fr"],
    ])
    func eachIsAnsweredInItsPlace(_ verb: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("en\tfr\nThe minister said it.\tLe ministre l’a dit.\n", to: "a.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", "m.db").status == 0)
        let takesMemory = ["match", "translate"].contains(verb[0])
        let whole = "{\"id\":\"last\",\"lang\":\"en\",\"text\":\"The minister said it.\"}"
        // Cut at every place, a record is none.
        let cuts = (0..<whole.utf8.count).map { Array(whole.utf8.prefix($0)) }
        let lines = Self.records.map(\.bytes) + cuts + [Array(whole.utf8)]
        let result = try program.run(
            verb + ["--jsonl"] + (takesMemory ? ["--memory", "m.db"] : []),
            input: Data(lines.joined(separator: [0x0A])))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let answers = result.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(answers.count == lines.count)
        func isRefused(_ answer: Substring, at line: Int) -> Bool {
            (answer.contains("{\"code\":\"bad_json\",") || answer.contains("{\"code\":\"bad_utf8\","))
                && answer.hasSuffix("\"line\":\(line)}}")
        }
        for (number, (file, answer)) in zip(Self.records, answers).enumerated() {
            let isRead = if case .read = file.outcome { true } else { false }
            #expect(isRefused(answer, at: number + 1) != isRead, "\(file): \(answer.prefix(500))")
        }
        for (number, answer) in answers.enumerated().dropFirst(Self.records.count).dropLast() {
            #expect(isRefused(answer, at: number + 1), "\(answer)")
        }
        #expect(answers.last?.hasPrefix("{\"id\":\"last\",") ?? false && !(answers.last?.contains("error") ?? true))
    }
}
