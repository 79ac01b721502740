import Testing
import UnicodeText

@testable import Normalization

/// Lines that are counted stand together, and a table of numbers, times or sums is no count.
@Suite struct CountedLinesTests {
    /// The lines whose weights the count changes, marked `*` where they are items and `-` between.
    private static func marks(_ texts: [String]) -> String {
        var lines = texts.map { LabelledBlock(UTF8Text($0)) }
        CountedLines.weigh(&lines)
        return lines.map { line in
            switch line.block.evidence.first?.rule {
            case "counted": "*"
            case "amid-count": "-"
            case nil: "."
            case let rule?: rule
            }
        }.joined()
    }

    @Test(arguments: [
        (["1) Milk", "2) Bread", "3) Tea", "4) Salt"], "****"),
        (["4. Oslo", "3. Bern", "2. Rome", "1. Lima"], "****"),
        (["1a etapa: Interlagos", "2a etapa: Curitiba", "3a etapa: Velopark", "4a etapa: Londrina"], "****"),
        (["(1) One", "(2) Two", "(3) Three", "(4) Four"], "****"),
        (["#1 Red", "Warm", "#2 Blue", "Cold", "#3 Green", "#4 Grey", "Dull"], "*.*.**."),
        (["１) Milk"], "."),
    ]) func isCounted(lines: [String], expected: String) { #expect(Self.marks(lines) == expected) }

    @Test(arguments: [
        ["1) Milk", "2) Bread", "3) Tea"],  // three are as likely chance
        ["1", "2", "3", "4"],  // pages of a list
        ["1:30 Oslo", "2:30 Bern", "3:30 Rome", "4:30 Lima"],
        ["1.5 million", "2.5 million", "3.5 million", "4.5 million"],
        ["1/4 cup", "2/4 cup", "3/4 cup", "4/4 cup"],
        ["1% more", "2% more", "3% more", "4% more"],
        ["1-0 Leeds", "2-0 Leeds", "3-0 Leeds", "4-0 Leeds"],
        ["2) Bread", "3) Tea", "4) Salt", "5) Oil"],  // begins nowhere
        ["1) Milk", "3) Tea", "5) Oil", "7) Rice"],
        ["1000 seats", "2000 seats", "3000 seats", "4000 seats"],
        ["99999999999999999999 and more", "1", "(", "#", ""],
    ]) func isNoCount(lines: [String]) {
        #expect(Self.marks(lines) == String(repeating: ".", count: lines.count))
    }

    @Test func whatStandsBetweenIsOfTheCount() {
        var lines = ["1) Milk", "milk.example", "2) Bread", "Sign in", "3) Tea", "4) Salt", "Dull"].map {
            LabelledBlock(UTF8Text($0))
        }
        lines[1].add("short", -1, .navigation)
        lines[3].add("phrase", -2, .subscription)
        lines[6].add("short", -1, .navigation)
        CountedLines.weigh(&lines)
        #expect(lines.map { ($0.score * 1000).rounded() } == [500, -100, 500, -2000, 500, 500, -1000])
    }

    @Test func aCountGoesOnNearby() {
        let far = [String](repeating: "Shop", count: 12)
        #expect(!Self.marks(["1) Milk", "2) Bread"] + far + ["3) Tea", "4) Salt"]).contains("*"))
        #expect(Self.marks(["1) Milk", "2) Bread"] + far.dropLast() + ["3) Tea", "4) Salt"]).contains("*"))
    }

    /// A text of nothing but counts takes time in proportion.
    @Test func manyCounts() {
        let lines = (0..<5_000).map { "\($0 % 100 + 1)) item" }
        #expect(Self.marks(lines).allSatisfy { $0 == "*" })
    }

    @Test func anAddressHasNoMenuSeparators() {
        #expect(LineFeatures("http://example.org/a/b/c").separators == 0)
        #expect(LineFeatures("www.example.org/a/b/c").separators == 0)
        #expect(LineFeatures("News / Sports / Weather").separators == 2)
        #expect(LineFeatures("http://example.org / News / Sports").separators > 0)
    }
}
