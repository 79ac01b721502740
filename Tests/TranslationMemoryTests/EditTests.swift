import Foundation
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct EditTests {
    private static let info = RevisionInfo(date: Timestamp(milliseconds: 9), user: "eve", action: "edit", note: "why")

    @discardableResult
    private func edit(
        _ store: SQLiteStore, _ edits: UnitEdit..., dryRun: Bool = false, filter: UnitFilter = .all
    ) throws -> EditReport {
        try store.edit(where: filter, edits, dryRun: dryRun, as: Self.info) { _ in }
    }

    private func texts(_ store: SQLiteStore) throws -> [[UTF8Text]] {
        try units(store).map { $0.variants.map(\.segment.text) }
    }

    /// `<` and `>` mark codes that open and close, `|` one that stands alone.
    private static func marked(_ text: String) -> InlineText {
        var bytes: [UInt8] = []
        var codes: [InlineCode] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): codes.append(InlineCode(kind: .beginPaired, position: bytes.count))
            case UInt8(ascii: ">"): codes.append(InlineCode(kind: .endPaired, position: bytes.count))
            case UInt8(ascii: "|"): codes.append(InlineCode(kind: .placeholder, position: bytes.count))
            default: bytes.append(byte)
            }
        }
        return InlineText(UTF8Text(unchecked: bytes), codes: codes)
    }

    private static func marks(_ segment: InlineText) -> String {
        var bytes = segment.text.bytes
        for code in segment.codes.reversed() {
            let mark: Unicode.Scalar =
                switch code.kind {
                case .beginPaired: "<"
                case .endPaired: ">"
                default: "|"
                }
            bytes.insert(UInt8(ascii: mark), at: code.position)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("le <mail> arrive", "le <courriel> arrive"),
        ("mail<mail>mail", "courriel<courriel>courriel"),
        ("un m<ai>l|", "un <courriel>|"),
        ("ma|il, |ma>il", "courriel|, |courriel>"),
        ("<é|mail|é>", "<é|courriel|é>"),
        ("rien |", "rien |"),
    ])
    func codesKeepTheirPlaces(before: String, after: String) throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("mail", ["fr": "x"])
        unit.variants[1].segment = Self.marked(before)
        try store.write([unit], revision: .test)
        try edit(store, .replace("mail", with: "courriel", language: "fr"))
        #expect(try store.unit(id: 1).map { Self.marks($0.variants[1].segment) } == after)
        #expect(try store.unit(id: 1)?.variants[0].segment.text == "mail")
    }

    @Test func termLinksFollowTheirWords() throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("The EU and the AU met.", ["fr": "x"])
        unit.termLinks = [
            TermLink(concept: "p/eu", term: "EU", range: 4..<6), TermLink(concept: "p/au", term: "AU", range: 15..<17),
        ]
        try store.write([unit], revision: .test)
        try edit(store, .replace("EU", with: "European Union", language: "en"))
        let edited = try #require(try store.unit(id: 1))
        #expect(edited.termLinks.map(\.concept) == ["p/au"])
        #expect(edited.termLinks.map { edited.variants[0].segment.text[$0.range] } == ["AU"])
        #expect(try store.units(matching: "The European Union and the AU met.", language: "en").count == 1)
        #expect(try problems(store).isEmpty)
    }

    /// Units are compared as they are in the end, in whatever order they were edited.
    @Test func unitsThatBecomeTheSame() throws {
        let store = try SQLiteStore()
        try store.write(
            [.english("a", ["fr": "un"]), .english("aa", ["fr": "deux"]), .english("b", ["fr": "trois"])],
            revision: .test)
        let before = try units(store)
        // "a" takes the text that "aa" had, which has another by then.
        #expect(try edit(store, .replace("a", with: "aa", language: "en")).merged == 0)
        #expect(try texts(store) == [["aa", "un"], ["aaaa", "deux"], ["b", "trois"]])
        _ = try store.undo(2, keepsChanged: false, as: .test)
        #expect(try units(store) == before)
        let report = try edit(store, .replace("b", with: "a", language: "en"))
        #expect((report.matched, report.changed, report.merged, report.replacements) == (3, 1, 1, 1))
        #expect(try texts(store) == [["a", "un", "trois"], ["aa", "deux"]])
        #expect(try problems(store).isEmpty)
        _ = try store.undo(4, keepsChanged: false, as: .test)
        #expect(try units(store) == before)
    }

    /// Texts that two units have exchanged come back, though each stands where the other was.
    @Test func exchangedTextsComeBack() throws {
        let store = try SQLiteStore()
        try store.write([.english("a", ["fr": "un"]), .english("b", ["fr": "deux"])], revision: .test)
        let before = try units(store)
        try edit(
            store, .replace("a", with: "\u{1}", language: "en"), .replace("b", with: "a", language: "en"),
            .replace("\u{1}", with: "b", language: "en"))
        #expect(try texts(store) == [["b", "un"], ["a", "deux"]])
        _ = try store.undo(2, keepsChanged: false, as: .test)
        #expect(try units(store) == before)
    }

    /// A unit that cannot go back keeps its text, and so does the one that would have had it.
    @Test func aChainThatCannotGoBack() throws {
        let store = try SQLiteStore()
        try store.write([.english("a", ["fr": "un"]), .english("aa", ["fr": "deux"])], revision: .test)
        try edit(store, .replace("a", with: "aa", language: "en"))
        let edited = try units(store)
        try store.write([.english("a", ["fr": "neu"])], revision: .test)
        #expect(throws: MemoryError.self) { try store.undo(2, keepsChanged: false, as: .test) }
        let report = try store.undo(2, keepsChanged: true, as: .test)
        // "a" is taken, so that unit 1 stays "aa", so that unit 2 stays "aaaa".
        #expect((report.kept, report.restored, report.revision) == (2, 0, nil))
        #expect(try units(store).prefix(2) == edited[...])
        #expect(try store.state().revision == 3)
        #expect(try problems(store).isEmpty)
    }

    @Test func languagesOfTexts() throws {
        let store = try SQLiteStore()
        var both = TranslationUnit.english("Go", ["fr": "Va", "fr-CA": "Va"])
        both.variants[1].annotations = [.note("from France")]
        try store.write([both, .english("Stop", ["fr": "Arrête", "fr-BE": "Halte"])], revision: .test)
        #expect(try edit(store, .setLanguage("fr", to: "fr-CA")).changed == 2)
        #expect(try units(store).map { $0.variants.map(\.language) } == [["en", "fr-CA"], ["en", "fr-CA", "fr-BE"]])
        #expect(try units(store)[0].variants[1].annotations == [.note("from France")])
        #expect(try edit(store, .setLanguage("en", to: "en-GB")).changed == 2)
        #expect(try units(store).allSatisfy { $0.sourceLanguage == "en-GB" && $0.source?.language == "en-GB" })
        #expect(try problems(store).isEmpty)
    }

    @Test func metadata() throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("Go", ["fr": "Va"])
        unit.annotations = [.property("client", "A"), .note("old"), .property("client", "B")]
        unit.attributes = [Attribute("tuid", "7")]
        unit.origin = Origin(.machine, name: "engine", confidence: 0.4)
        try store.write([unit], revision: .test)
        try edit(
            store, .setProperty("client", "UNO"), .setProperty("none", nil), .addNote("new"), .addNote("new"),
            .setAttribute("tuid", nil), .setAttribute("changeid", "eve"), .setOriginKind(.manual),
            .setOriginName("desk"))
        let edited = try #require(try store.unit(id: 1))
        #expect(edited.annotations == [.property("client", "UNO"), .note("old"), .note("new")])
        #expect(edited.attributes == [Attribute("changeid", "eve")])
        #expect(edited.origin == Origin(.manual, name: "desk"))
        try edit(store, .setNote("only"), .setProperty("client", nil), .setOriginName(nil))
        #expect(try store.unit(id: 1)?.annotations == [.note("only")])
        #expect(try store.unit(id: 1)?.origin == Origin(.manual))
        #expect(try edit(store, .setNote("only"), .setOriginKind(.manual)).revision == nil)
        _ = try store.undo(3, keepsChanged: false, as: .test)
        _ = try store.undo(2, keepsChanged: false, as: .test)
        #expect(try store.unit(id: 1)?.origin == unit.origin)
        #expect(try contents(store) == [unit])
    }

    @Test func noTextBecomesEmpty() throws {
        let store = try SQLiteStore()
        try store.write([.english("Go", ["fr": "Va"]), .english("Go on", ["fr": "Va, va"])], revision: .test)
        let report = try edit(store, .replace("Va", with: "", language: "fr"))
        #expect((report.changed, report.emptied) == (1, 1))
        #expect(try texts(store) == [["Go", "Va"], ["Go on", ", va"]])
    }

    @Test func deletedUnitsComeBack() throws {
        let store = try SQLiteStore()
        try store.write([.english("One", ["fr": "Un"]), .english("Two", ["fr": "Deux"])], revision: .test)
        let before = try units(store)
        var filter = UnitFilter()
        filter.targetText = "eux"
        var told: [UnitChange] = []
        #expect(try store.delete(where: filter, dryRun: true, as: Self.info) { _ in }.deleted == 1)
        #expect(try units(store) == before)
        let report = try store.delete(where: filter, dryRun: false, as: Self.info) { told.append($0) }
        #expect((report.matched, report.deleted, report.revision) == (1, 1, 2))
        #expect(told.map(\.before) == [before[1]] && told.map(\.after) == [nil])
        #expect(try units(store) == [before[0]])
        #expect(try store.revisions(limit: 1).first?.revision.info == Self.info)
        _ = try store.undo(2, keepsChanged: false, as: .test)
        #expect(try units(store) == before)
    }

    /// Whatever is edited, a dry run tells it truly and changes nothing, the memory stays whole, and undo leads back.
    @Test func randomEdits() throws {
        var random = SplitMix(seed: 2024)
        for _ in 0..<40 {
            let store = try SQLiteStore()
            try store.write((0..<15).map { _ in TranslationUnit.random(&random) }, mode: .addVariant, revision: .test)
            let before = try units(store)
            let words: [UTF8Text] = ["t", "te", "ext", "0", "1", " ", "texte 2", "é"]
            func word() -> UTF8Text { words.randomElement(using: &random) ?? "t" }
            var edits: [UnitEdit] = []
            for _ in 0...Int.random(in: 0...2, using: &random) {
                switch Int.random(in: 0...3, using: &random) {
                case 0: edits.append(.setLanguage("en", to: "fr"))
                case 1: edits.append(.setAttribute("x", "1"))
                default:
                    edits.append(.replace(word(), with: word(), language: Bool.random(using: &random) ? "en" : "fr"))
                }
            }
            var filter = UnitFilter()
            if Bool.random(using: &random) { filter.sourceText = word() }
            let dry = try store.edit(where: filter, edits, dryRun: true, as: Self.info) { _ in }
            #expect(try units(store) == before)
            var report = try store.edit(where: filter, edits, dryRun: false, as: Self.info) { change in
                guard edits.count == 1, case .replace(let old, let new, let language) = edits[0] else { return }
                for (old2, new2) in zip(change.before?.variants ?? [], change.after?.variants ?? [])
                where old2.language == language {
                    let expected = old2.segment.text.description.replacingOccurrences(
                        of: old.description, with: new.description, options: .literal)
                    #expect(new2.segment.text == UTF8Text(expected))
                }
            }
            let revision = report.revision
            report.revision = nil
            #expect(report == dry)
            #expect(try problems(store).isEmpty)
            guard let revision else { continue }
            _ = try store.undo(revision, keepsChanged: false, as: .test)
            #expect(try units(store) == before)
            #expect(try problems(store).isEmpty)
        }
    }
}
