import Foundation
import Testing

@Suite struct LookupTests {
    @Test func answersFromTheShippedGlossariesAndCLDR() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run("lookup", "Digital Economies", "south africa", "--to", "fr,sw")
        #expect(result.status == 0)
        #expect(result.text.contains("économie numérique") && result.text.contains("Afrika Kusini"))
        let french = try program.run("lookup", "--from", "fr", "economie numerique", "--to", "en")
        #expect(french.status == 0 && french.text.contains("digital economy"))
    }

    @Test func nothingFoundOffersNearMisses() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run("lookup", "digtal ecnomy")
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("did you mean") && result.errors.contains("digital economy"))
    }

    @Test func ownGlossariesComeFirst() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("en\tfr\tstatus\ndigital economy\téconomie du numérique\tpreferred\n", to: "house.tsv")
        #expect(try program.run("glossary", "import", "house.tsv").status == 0)
        #expect(try program.run("glossary", "list").lines.first == "house  1 concepts")
        let result = try program.run("terms", "--to", "fr", "-", input: "The digital economy.")
        #expect(result.text.contains("house/") && result.text.contains("fr=économie du numérique"))
        let exported = try program.run("glossary", "export", "house", "--format", "tsv")
        #expect(exported.text.contains("digital economy") && exported.text.contains("économie du numérique"))
    }
}
