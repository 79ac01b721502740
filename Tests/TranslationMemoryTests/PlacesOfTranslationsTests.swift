import Testing
import TranslationMemory
import UnicodeText

/// A unit whose translations were given at different places.
@Suite struct PlacesOfTranslationsTests {
    private func unit(_ text: UTF8Text, _ place: Context = Context(), language: LanguageTag = "fr") -> TranslationUnit {
        var unit = TranslationUnit.english("Close", [language: text])
        unit.context = place
        return unit
    }

    private let door = Context(previous: "The door.", next: "Quietly.")
    private let near = Context(previous: "How near?", id: "q.4")

    private func show(_ store: SQLiteStore, _ place: Context, to language: LanguageTag = "fr") throws -> [String] {
        try Matcher(store: store, from: "en", to: language).matches(for: MatchQuery("Close", context: place)).map {
            "\($0.score) \($0.target.segment.text)"
        }
    }

    @Test func eachHasItsOwn() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door)], revision: .test)
        try store.write([unit("Proche", near)], mode: .addVariant, revision: .test)
        #expect(try store.statistics().units == 1)
        #expect(try show(store, door) == ["101 Fermer", "100 Proche"])
        #expect(try show(store, near) == ["102 Proche", "100 Fermer"])
        #expect(try show(store, Context(previous: "Else.")) == ["100 Fermer", "100 Proche"])
    }

    @Test func oneMayHaveSeveral() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door), unit("Fermer", near)], revision: .test)
        #expect(try show(store, door) == ["101 Fermer"])
        #expect(try show(store, near) == ["102 Fermer"])
        let again = try store.write([unit("Fermer", near), unit("Fermer", door)], revision: .test)
        #expect(again.updated == 0 && again.skipped[.known] == 2)
    }

    @Test func oneThatCameWithoutAPlaceHasNone() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door)], revision: .test)
        try store.write([unit("Proche")], mode: .addVariant, revision: .test)
        #expect(try show(store, door) == ["101 Fermer", "100 Proche"])
    }

    @Test func oneLanguageSaysNothingOfAnother() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door)], revision: .test)
        try store.write([unit("Cerca", near, language: "es")], revision: .test)
        #expect(try show(store, near) == ["100 Fermer"])
        #expect(try show(store, door) == ["101 Fermer"])
        #expect(try show(store, near, to: "es") == ["102 Cerca"])
        #expect(try show(store, door, to: "es") == ["100 Cerca"])
    }

    @Test func aTextThatIsTranslatedLaterWasSeenWhereItWas() throws {
        let store = try SQLiteStore()
        var alone = unit("", door)
        alone.variants.removeLast()
        try store.write([alone], revision: .test)
        try store.write([unit("Fermer")], revision: .test)
        #expect(try show(store, door) == ["101 Fermer"])
    }

    @Test func whatIsReplacedTakesItsPlaceAlong() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door)], revision: .test)
        try store.write([unit("Proche", near)], mode: .replace, revision: .test)
        #expect(try show(store, door) == ["100 Proche"])
        #expect(try show(store, near) == ["102 Proche"])
    }

    @Test func propertiesOfOtherToolsAreOfTheirTranslation() throws {
        let store = try SQLiteStore()
        var other = unit("Proche")
        other.annotations = [.property("prev", "How near?"), .property("next", "Very.")]
        try store.write([unit("Fermer", door), other], mode: .addVariant, revision: .test)
        #expect(try show(store, Context(previous: "How near?")) == ["101 Proche", "100 Fermer"])
        #expect(try show(store, door) == ["101 Fermer", "100 Proche"])
    }

    @Test func undoTakesPlacesBack() throws {
        let store = try SQLiteStore()
        try store.write([unit("Fermer", door)], revision: .test)
        let report = try store.write([unit("Fermer", near)], revision: .test)
        #expect(try show(store, near) == ["102 Fermer"])
        _ = try store.undo(try #require(report.revision), keepsChanged: false, as: .test)
        #expect(try show(store, near) == ["100 Fermer"])
        #expect(try show(store, door) == ["101 Fermer"])
    }

    @Test func dedupeAndMergeKeepThem() throws {
        let store = try SQLiteStore()
        var phrase = unit("Proche", near)
        phrase.kind = .phrase
        try store.write([unit("Fermer", door), phrase], revision: .test)
        let other = try SQLiteStore()
        try other.merge(store, mode: .addVariant, dryRun: false, as: .test) { _ in }
        for each in [store, other] {
            #expect(try each.statistics().units == 2)
            #expect(try show(each, near) == ["102 Proche", "100 Fermer"])
        }
        phrase.kind = .sentence
        let third = try SQLiteStore()
        try third.write([phrase], revision: .test)
        try third.merge(store, mode: .addVariant, dryRun: false, as: .test) { _ in }
        #expect(try show(third, near) == ["102 Proche", "100 Fermer"])
        #expect(try show(third, door) == ["101 Fermer", "100 Proche"])
    }

    @Test func thereIsAnEndToThem() throws {
        let store = try SQLiteStore()
        let units = (0..<100).map { unit("Fermer", Context(id: "\($0)")) }
        try store.write(units, revision: .test)
        #expect(try show(store, Context(id: "0")) == ["101 Fermer"])
        #expect(try show(store, Context(id: "99")) == ["100 Fermer"])
        let again = try store.write(units, revision: .test)
        #expect(again.updated == 0)
    }
}
