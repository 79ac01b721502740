import Dragoman
import Testing

@Suite struct PressDeskTests {
    private static let copy = """
        Ministers agree on digital trade

        The ministers signed a memorandum of understanding on e-commerce on Monday, and more memorandums of understanding will follow.

        "Big data and cloud computing will help our developing countries to grow," the minister said. "We will begin in Kenya."

        All rights reserved. Contact us
        """

    private func article(targets: [LanguageTag] = ["fr", "sw"], shelf: GlossaryShelf = GlossaryShelf()) throws
        -> PressArticle
    {
        try PressDesk(shelf: shelf, options: .init(targets: targets)).process(Array(Self.copy.utf8), name: "copy.txt")
    }

    @Test func segmentsLeadBackToTheFile() throws {
        let article = try article()
        #expect(article.language == "en")
        #expect(
            article.segments.map { "\($0.text)".prefix(12) } == [
                "Ministers ag", "The minister", "\"Big data an", "\"We will beg",
            ])
        let source = article.article.source
        for segment in article.segments {
            let block = article.article.blocks[segment.block]
            #expect(block.text[segment.range] == segment.text)
            let bytes = source.source(of: segment.range, in: block)
            #expect(Array(source.bytes[bytes]) == segment.text.bytes)
            for term in segment.terms { #expect(segment.text[term.range] == term.found) }
        }
    }

    @Test func ownGlossariesComeBeforeTheShippedOnes() throws {
        var shelf = GlossaryShelf()
        shelf.add(
            Glossary(
                name: "house",
                concepts: [
                    Concept(
                        id: "bd",
                        sections: [
                            .init(language: "en", terms: [Term("big data")]),
                            .init(language: "fr", terms: [Term("données massives")]),
                        ])
                ]))
        let article = try article(shelf: shelf)
        let found = try #require(article.segments.flatMap(\.terms).first { $0.found == "Big data" })
        #expect(article.matcher.link(of: found) == "house/bd")
        let bare = try self.article(shelf: GlossaryShelf(hasDefaults: false))
        #expect(bare.segments.allSatisfy { $0.terms.isEmpty })
    }

    @Test func ingestStoresOnceAndCountsWords() throws {
        let store = try SQLiteStore()
        let desk = PressDesk(shelf: GlossaryShelf(), options: .init(targets: ["fr"]))
        let article = try desk.process(Array(Self.copy.utf8), name: "copy.txt")
        let revision = RevisionInfo(date: Timestamp(milliseconds: 0), action: "test")
        let first = try Ingest(desk: desk, store: store).take(article, revision: revision)
        #expect(first.stored.created == 4 && first.words.new == first.words.total && first.words.total == 44)
        let again = try Ingest(desk: desk, store: store).take(article, revision: revision)
        #expect(again.stored.hasChanges == false && again.words.known == 44 && again.units == first.units)
        let memorandum = try #require(first.terms.first { $0.link.hasSuffix("/memorandum-of-understanding") })
        #expect(memorandum.count == 2 && memorandum.term.text == UTF8Text("memorandum of understanding"))
        let unit = try #require(try store.unit(id: first.units[1] ?? 0))
        for link in unit.termLinks { #expect(!unit.variants[0].segment.text[link.range].isEmpty) }
        #expect(unit.context.previous == UTF8Text("Ministers agree on digital trade"))
    }

    @Test func termPairsAreUnitsAndProperties() throws {
        let concept = Concept(
            id: "x", subjectField: "trade",
            sections: [
                .init(language: "en", terms: [Term("trade")]), .init(language: "fr", terms: [Term("commerce")]),
            ])
        let unit = try #require(
            TermPairs.unit(concept, term: Term("trade"), link: "g/x", source: "en", targets: ["fr", "sw"]))
        #expect(unit.kind == .phrase && unit.variants.map(\.language) == ["en", "fr"])
        #expect(unit.annotations == [.property("x-concept", "g/x"), .property("x-subject", "trade")])
        #expect(TermPairs.unit(concept, term: Term("trade"), link: "g/x", source: "en", targets: ["sw"]) == nil)
        #expect(
            TermPairs.properties([("trade", concept), ("trade", concept)], targets: ["fr", "sw"])
                == [.property("x-term-fr", "trade = commerce")])
    }
}
