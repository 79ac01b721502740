import Foundation
import TestSupport
import Testing

/// A change of a glossary that is killed: the file is the old one or the new one, whole.
@Suite struct GlossaryCrashTests {
    /// Big enough that reading and writing take a while.
    private static let concepts = 1_500

    private static func tbx() -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
        <text><body>

        """
            + (0..<concepts).map {
                "<conceptEntry id=\"c\($0)\"><langSec xml:lang=\"en\"><termSec><term>term \($0)</term></termSec></langSec>"
                    + "<langSec xml:lang=\"fr\"><termSec><term>terme \($0)</term></termSec></langSec></conceptEntry>\n"
            }.joined() + "</body></text></tbx>\n"
    }

    private static func table() -> String {
        "id,en,fr\n" + (0..<concepts).map { "c\($0),term \($0),\"terme \($0), oui\"\n" }.joined()
    }

    @Test(arguments: ["g.tbx", "g.csv"])
    func killedChangesLeaveTheOldOrTheNewFile(_ name: String) throws {
        let program = try Program()
        defer { program.remove() }
        let old = name.hasSuffix("tbx") ? Self.tbx() : Self.table()
        let command = ["glossary", "edit", name, "c7", "--rename", "en=term 7 => term seven"]
        try program.write(old, to: name)
        let begun = Date()
        #expect(try program.run(command).status == 0)
        let duration = Date().timeIntervalSince(begun)
        let new = try program.read(name)
        #expect(new != old)
        var random = SplitMix(seed: UInt64(begun.timeIntervalSince1970))
        var kills = 0
        for round in 0..<16 {
            try program.write(old, to: name)
            for left in program.files where left != name {
                try FileManager.default.removeItem(atPath: program.path(left))
            }
            let running = try program.start(command)
            // Half of them at random moments, the others as soon as the new file is begun.
            let moment = Date().addingTimeInterval(duration * Double.random(in: 0...1, using: &random))
            while running.process.isRunning, round % 2 == 0 ? Date() < moment : program.files.count == 1 { usleep(200) }
            if running.process.isRunning { kills += 1 }
            kill(running.process.processIdentifier, SIGKILL)
            running.process.waitUntilExit()
            let found = try program.read(name)
            #expect(found == old || found == new, "\(found.utf8.count) bytes in round \(round)")
        }
        #expect(kills > 0)
        // What was left of a file half-written is in nobody's way.
        #expect(try program.run(["glossary", "edit", name, "c8", "--rename", "en=term 8 => whole"]).status == 0)
    }
}
