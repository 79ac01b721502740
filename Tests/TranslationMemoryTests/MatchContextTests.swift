import Testing
import TranslationMemory
import UnicodeText

@Suite struct MatchContextTests {
    private func unit(_ fr: UTF8Text, _ context: Context, _ annotations: [Annotation] = []) -> TranslationUnit {
        var unit = TranslationUnit.english("Close", ["fr": fr])
        unit.context = context
        unit.annotations = annotations
        return unit
    }

    /// Score, kind and context of the one translation of "Close", seen where `seen` says, for a text in another place.
    private func match(_ context: Context, seen: Context, _ annotations: [Annotation] = []) throws -> String? {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", seen, annotations)], revision: .test)
        let matches = try Matcher(store: store, from: "en", to: "fr")
            .matches(for: MatchQuery("Close", context: context))
        return matches.first.map { "\($0.score) \($0.kind.rawValue) \($0.context.map(\.rawValue).sorted())" }
    }

    @Test func neighboursAndIdentifierAreWorthAPointEach() throws {
        let place = Context(previous: "Before.", next: "After.", id: "menu.close")
        #expect(try match(place, seen: place) == #"102 context ["id", "neighbours"]"#)
        #expect(try match(Context(previous: "Before."), seen: place) == #"101 context ["neighbours"]"#)
        #expect(try match(Context(next: "After.", id: "door"), seen: place) == #"101 context ["neighbours"]"#)
        #expect(try match(Context(id: "menu.close"), seen: place) == #"101 context ["id"]"#)
        #expect(try match(Context(previous: "Before.", next: "Other."), seen: place) == "100 exact []")
    }

    @Test func whatIsNotKnownNeverLowers() throws {
        let place = Context(previous: "Before.", next: "After.", id: "menu.close")
        #expect(try match(Context(), seen: place) == "100 exact []")
        #expect(try match(place, seen: Context()) == "100 exact []")
        #expect(try match(Context(id: ""), seen: Context(id: "")) == "100 exact []")
    }

    @Test func placesThatOtherToolsKeepInProperties() throws {
        let place = Context(previous: "Before.", next: "After.", id: "7")
        let omegat: [Annotation] = [
            .property("prev", "Before."), .property("next", "After."), .property("id", "7"),
        ]
        #expect(try match(place, seen: Context(), omegat) == #"102 context ["id", "neighbours"]"#)
        let memoq: [Annotation] = [.property("x-context-pre", "Before."), .property("x-context-post", "Else.")]
        #expect(try match(place, seen: Context(), memoq) == "100 exact []")
    }

    @Test func theTranslationOfThePlaceComesFirst() throws {
        let store = try SQLiteStore()
        var near = unit("Proche", Context(previous: "How near?"))
        near.kind = .phrase
        try store.write(
            [unit("Fermer", Context(previous: "The menu")), near], mode: .addVariant, revision: .test)
        for minimum in [50, 100, 101] {
            let matcher = try Matcher(store: store, from: "en", to: "fr", minimum: minimum)
            let found = try matcher.matches(for: MatchQuery("Close", context: Context(previous: "How near?")))
            #expect(found.map(\.score) == (minimum > 100 ? [101] : [101, 100]))
            #expect(found.first?.target.segment.text == "Proche")
        }
    }

    @Test func aFuzzyMatchHasNoContext() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", Context(id: "1"))], revision: .test)
        let found = try Matcher(store: store, from: "en", to: "fr")
            .matches(for: MatchQuery("close", context: Context(id: "1")))
        #expect(found.map(\.score) == [99])
        #expect(found.first?.context == [])
    }

    @Test func sameCodesCostNothingMovedOnesOneOthersTwo() throws {
        func code(_ kind: InlineCode.Kind, _ position: Int, _ number: String, _ native: UTF8Text) -> InlineCode {
            InlineCode(
                kind: kind, position: position, attributes: [Attribute("i", number)], content: [.text(native)])
        }
        let bold = InlineText(
            "Press here now", codes: [code(.beginPaired, 6, "1", "<b>"), code(.endPaired, 10, "1", "</b>")])
        let store = try SQLiteStore()
        let unit = TranslationUnit(
            sourceLanguage: "en",
            variants: [Variant(language: "en", segment: bold), Variant(language: "fr", segment: "Appuyez ici")],
            context: Context(id: "1"))
        try store.write([unit], revision: .test)
        let matcher = try Matcher(store: store, from: "en", to: "fr")
        func score(_ codes: [InlineCode]) throws -> String? {
            let query = MatchQuery(segment: InlineText("Press here now", codes: codes), context: Context(id: "1"))
            return try matcher.matches(for: query).first.map { match in
                "\(match.score)" + match.penalties.map { " \($0.kind.name)-\($0.points)" }.joined()
            }
        }
        #expect(try score([code(.beginPaired, 6, "9", "<b>"), code(.endPaired, 10, "9", "</b>")]) == "101")
        #expect(
            try score([code(.beginPaired, 0, "1", "<b>"), code(.endPaired, 5, "1", "</b>")]) == "99 inline-codes-1")
        #expect(
            try score([code(.beginPaired, 6, "1", "<i>"), code(.endPaired, 10, "1", "</i>")]) == "98 inline-codes-2")
        #expect(try score([]) == "98 inline-codes-2")
    }

    @Test func memoriesHavePriorityAndPenalty() throws {
        func memory(_ fr: UTF8Text, _ name: String, _ penalty: Int = 0) throws -> MatchMemory {
            let store = try SQLiteStore()
            try store.write([.english("Thank you", ["fr": fr])], revision: .test)
            return MatchMemory(store, name: name, penalty: penalty)
        }
        let memories = try [memory("Merci", "far", 5), memory("Merci", "own"), memory("Je vous remercie", "other")]
        let matcher = try Matcher(memories: memories, from: "en", to: "fr")
        func show(_ match: Match) -> String { "\(match.score) \(match.memoryName): \(match.target.segment.text)" }
        #expect(try matcher.matches(for: "Thank you").map(show) == ["100 own: Merci", "100 other: Je vous remercie"])
        let alone = try Matcher(memories: [memories[0]], from: "en", to: "fr").matches(for: "Thank you")
        #expect(alone.map(show) == ["95 far: Merci"])
        #expect(alone.first?.penalties == [MatchPenalty(.memory, points: 5)])
    }

    @Test func whatNobodyWroteForTheSourceIsTrustedLess() throws {
        for (kind, score) in [(Origin.Kind.alignment, 99), (.machine, 98), (.manual, 100)] {
            var unit = TranslationUnit.english("Thank you", ["fr": "Merci"])
            unit.origin = Origin(kind)
            let store = try SQLiteStore()
            try store.write([unit], revision: .test)
            #expect(try Matcher(store: store, from: "en", to: "fr").matches(for: "Thank you").map(\.score) == [score])
        }
    }
}
