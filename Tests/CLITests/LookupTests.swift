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

    /// The term in another form than the question's, and where only a link says that the concept is there.
    @Test func sentencesHaveTheTermThatAnswers() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("id\ten\tfr\n1\tharbour\tport\n2\tharbour\thavre\n", to: "house.tsv")
        try program.write(
            "en\tfr\nA harbour pilot came.\tUn pilote du port est venu.\nThe harbours are full.\tLes ports sont pleins.\n"
                + "Nothing here.\tRien.\n",
            to: "memory.tsv")
        #expect(try program.run("glossary", "import", "house.tsv").status == 0)
        #expect(try program.run("import", "memory.tsv").status == 0)
        let plural = try program.run("lookup", "HARBOURS", "--to", "fr")
        #expect(plural.text.contains("A harbour pilot came.") && plural.text.contains("The harbours are full."))
        #expect(!plural.text.contains("Nothing here."))
        // No word of a sentence is the question, and each sentence is shown once.
        #expect(try program.run("lookup", "harbour").text.components(separatedBy: "pilot came").count == 2)
        #expect(try program.run("lookup", "harbour").text.contains("The harbours are full.") == false)
        #expect(try program.run("memory", "relink").status == 0)
        #expect(try program.run("lookup", "harbour").text.contains("The harbours are full."))
    }

    @Test func nearTermsAreNamedOnceAndLongQuestionsCut() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("id\ten\tfr\n1\tharbour\tport\n2\tharbour\thavre\n", to: "house.tsv")
        let near = try program.run("lookup", "harbor", "--glossary", "house.tsv", "--no-default-glossaries")
        #expect(near.errors == "\"harbor\" is in no glossary\nhint: did you mean\n        harbour\n")
        let long = try program.run("lookup", String(repeating: "ab\n", count: 40_000), "--no-default-glossaries")
        #expect(long.status == 1 && long.errors.utf8.count < 300 && long.errors.contains("…\" is in no glossary"))
        #expect(long.errors.split(separator: "\n").count == 1)
    }

    @Test func ownGlossariesComeFirst() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("en\tfr\tstatus\ndigital economy\téconomie du numérique\tpreferred\n", to: "house.tsv")
        #expect(try program.run("glossary", "import", "house.tsv").status == 0)
        #expect(try program.run("glossary", "list").lines.first == "house  1 concept")
        let result = try program.run("terms", "--to", "fr", "-", input: "The digital economy.")
        #expect(result.text.contains("house/") && result.text.contains("fr=économie du numérique"))
        let exported = try program.run("glossary", "export", "house", "--format", "tsv")
        #expect(exported.text.contains("digital economy") && exported.text.contains("économie du numérique"))
    }
}
