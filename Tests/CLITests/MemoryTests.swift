import Foundation
import Testing

@Suite struct MemoryTests {
    @Test func historyUndoAndVerify() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write("en\tfr\nOne\tUn\nTwo\tDeux\n", to: "a.tsv")
        try program.write("en\tfr\nTwo\tToi\nThree\tTrois\n", to: "b.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", memory).status == 0)
        #expect(try program.run("import", "b.tsv", "--mode", "replace", "--memory", memory).status == 0)
        let history = try program.run("memory", "history", "--memory", memory).lines
        #expect(history.count == 2)
        #expect(history[0].hasPrefix("2  ") && history[0].hasSuffix("b.tsv  1 new, 1 changed"))
        let unit = try program.run("memory", "history", "--unit", "2", "--memory", memory).lines
        #expect(unit.count == 6)
        #expect(unit[1...2] == ["  + en  Two", "  + fr  Deux"])
        #expect(unit[4...5] == ["  - fr  Deux", "  + fr  Toi"])
        #expect(try program.run("memory", "history", "--unit", "9", "--memory", memory).status == 1)

        let refused = try program.run("memory", "undo", "1", "--memory", memory)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("unit 2 was changed after revision 1; nothing was taken back"))
        let undone = try program.run("memory", "undo", "2", "--memory", memory)
        #expect(undone.text == "\(memory): 1 removed, 1 restored, 0 there again\n")
        #expect(try program.run("match", "--to", "fr", "Two", "--memory", memory).text.contains("Deux"))
        #expect(try program.run("match", "--to", "fr", "Three", "--memory", memory).status == 1)
        let again = try program.run("memory", "undo", "3", "--json", "--memory", memory)
        #expect(again.text == #"{"removed":0,"restored":1,"recreated":1,"kept":0,"revision":4}"# + "\n")
        #expect(try program.run("match", "--to", "fr", "Three", "--memory", memory).text.contains("Trois"))
        let verified = try program.run("memory", "verify", "--memory", memory)
        #expect(verified.status == 0 && verified.text == "\(memory): all is well\n")
        let none = try program.run("memory", "undo", "1", "--memory", program.path("none.db"))
        #expect(none.status == 2 && !program.files.contains("none.db"))
    }

    @Test func indexIsMadeAndChecked() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write("en\tfr\nThe old economy\tL’ancienne\nTwo words\tDeux\n", to: "a.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", memory).status == 0)
        let made = try program.run("memory", "index", "--memory", memory)
        #expect(made.text.hasPrefix("\(memory)-index/en.fuzzy: 2 segments, "))
        #expect(try program.run("match", "--to", "fr", "the old economy", "--memory", memory).text.contains("99"))
        #expect(try program.run("memory", "index", "--lang", "sw", "--memory", memory).status == 2)
        #expect(
            try program.run("memory", "index", "--lang", "en,fr", "--json", "--memory", memory).text.contains(
                "fr.fuzzy"))
        // A damaged one is told, and does no harm.
        let file = URL(fileURLWithPath: "\(memory)-index/en.fuzzy")
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(bytes.count - 200..<bytes.count, with: Data(repeating: 0xFF, count: 200))
        try bytes.write(to: file)
        let verified = try program.run("memory", "verify", "--memory", memory)
        #expect(verified.status == 1 && verified.text.contains("en.fuzzy: the index is damaged"))
        try FileManager.default.removeItem(atPath: "\(memory)-index")
        #expect(try program.run("match", "--to", "fr", "the old economy", "--memory", memory).text.contains("99"))
    }

    /// Killed at any moment, an import is there whole or not at all. `scripts/crash` does it 200 times.
    @Test func killedImports() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        let rows = (0..<1_500).map { "sentence \($0) of it\tphrase \($0)" }
        try program.write("en\tfr\n" + rows.joined(separator: "\n") + "\n", to: "a.tsv")
        try program.write("en\tfr\nFirst\tPremier\n", to: "first.tsv")
        #expect(try program.run("import", "first.tsv", "--memory", memory).status == 0)
        let start = Date()
        let whole = program.path("whole.db")
        #expect(try program.run("import", "a.tsv", "--memory", whole).status == 0)
        let duration = Date().timeIntervalSince(start)
        for round in 1...6 {
            let running = try program.start(["import", "a.tsv", "--memory", memory])
            // Moments from the first instant to the last; what is tested is that none of them matters.
            let moment = Date().addingTimeInterval(duration * Double(round) / 6)
            while running.process.isRunning, Date() < moment { usleep(500) }
            kill(running.process.processIdentifier, SIGKILL)
            running.process.waitUntilExit()
            #expect(try program.run("memory", "verify", "--memory", memory).status == 0)
            let units = try program.run("memory", "stats", "--memory", memory, "--json").text
            let isBefore = units.hasPrefix(#"{"units":1,"#)
            #expect(isBefore || units.hasPrefix(#"{"units":1501,"#), "\(units)")
        }
    }
}
