import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct ConcordanceRankingTests {
    private func ordered(_ query: ConcordanceQuery, _ units: [TranslationUnit]) throws -> [String] {
        let store = try SQLiteStore()
        for unit in units { try store.write([unit], revision: .test) }
        let all = try store.search(query).map { $0.unit.variants[0].segment.text.description }
        // A limit takes the first of the same order.
        for limit in 1...all.count {
            var query = query
            query.limit = limit
            let some = try store.search(query).map { $0.unit.variants[0].segment.text.description }
            #expect(some == Array(all.prefix(limit)))
        }
        return all
    }

    @Test func wholeWordsThenCaseThenMarksThenLength() throws {
        #expect(
            try ordered(
                "art",
                [
                    .english("start"), .english("The árt"), .english("ART"), .english("an art of it"),
                    .english("the art"),
                ]) == ["the art", "an art of it", "ART", "The árt", "start"])
    }

    @Test func nearTermsFirst() throws {
        #expect(
            try ordered(
                ConcordanceQuery(include: [.init("green"), .init("growth")]),
                [
                    .english("green", ["fr": "growth"]), .english("growth that is very green"),
                    .english("a longer text on green growth"), .english("green and growth"),
                ]) == [
                    "a longer text on green growth", "green and growth", "growth that is very green", "green",
                ])
    }

    @Test func wantedLanguagesThenNewest() throws {
        let units: [TranslationUnit] = [
            .english("word 1", ["fr": "mot"]), .english("word 2"), .english("word 3"),
            .english("word 4", ["fr": "mot"]),
        ]
        var query = ConcordanceQuery("word")
        query.wanted = ["fr"]
        #expect(try ordered(query, units) == ["word 4", "word 1", "word 3", "word 2"])
        query.order = .newest
        #expect(try ordered(query, units) == ["word 4", "word 3", "word 2", "word 1"])
        query.order = .memory
        #expect(try ordered(query, units) == ["word 1", "word 2", "word 3", "word 4"])
    }

    private func ordered(_ text: UTF8Text, _ units: [TranslationUnit]) throws -> [String] {
        try ordered(ConcordanceQuery(text), units)
    }
}
