import Normalization
import Testing
import UnicodeText

@Suite struct LineEndHyphenTests {
    private func blocks(_ text: String) throws -> [String] {
        try Pipeline().article(from: SourceText(Array(text.utf8))).blocks.map { $0.text.description }
    }

    @Test func aWordSeenElsewhereIsJoined() throws {
        let text = """
            The ministers spoke at length about coop-
            eration in the region, and cooperation with others
            was said to be of the greatest importance to them.
            """
        #expect(
            try blocks(text) == [
                "The ministers spoke at length about cooperation in the region, and cooperation with others "
                    + "was said to be of the greatest importance to them."
            ])
    }

    @Test func aWordsOwnHyphenStays() throws {
        let text = """
            Ministers and a whole row of the country's most well-
            known writers met to discuss a couple of good Anglo-
            American novels and others that are from the pre-
            and post-war years, and everybody had read them.
            """
        #expect(
            try blocks(text) == [
                "Ministers and a whole row of the country's most well-known writers met to discuss a couple of good "
                    + "Anglo-American novels and others that are from the pre- and post-war years, and everybody had "
                    + "read them."
            ])
    }

    @Test func anEndingThatIsNoWordIsJoined() throws {
        let text = """
            Many of them were asked to say what the new govern-
            ment of the region will do with unfinished busi-
            ness of the year, which nobody thinks can be done.
            """
        #expect(
            try blocks(text) == [
                "Many of them were asked to say what the new government of the region will do with unfinished business "
                    + "of the year, which nobody thinks can be done."
            ])
    }

    @Test func manyHyphensCostNoMoreThanTheirLength() throws {
        let line = "many work plan asked discuss all shared said met govern-\n"
        let text = String(repeating: line + line + "\n", count: 2_000)
        #expect(try blocks(text).count >= 1)
    }
}
