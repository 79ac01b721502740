import Dragoman
import TestSupport
import Testing

@Suite struct CheckerTests {
    private static let glossary = Glossary(
        name: "house",
        concepts: [
            concept("1", "digital economy", "économie numérique"),
            concept("2", "UNHCR", "UNHCR"),
            Concept(
                id: "3",
                sections: [
                    .init(language: "en", terms: [Term("e-mail")]),
                    .init(
                        language: "fr",
                        terms: [
                            Term("courriel"), Term("message électronique", status: .admitted),
                            Term("émail", status: .forbidden), Term("mél", status: .deprecated),
                        ]),
                ]),
        ])

    private static func concept(_ id: String, _ source: UTF8Text, _ target: UTF8Text) -> Concept {
        Concept(
            id: id,
            sections: [
                .init(language: "en", terms: [Term(source)]), .init(language: "fr", terms: [Term(target)]),
            ])
    }

    private static func checker(to target: LanguageTag = "fr") throws -> Checker {
        var shelf = GlossaryShelf(hasDefaults: false)
        shelf.add(glossary)
        return try Checker(from: "en", to: target, shelf: shelf)
    }

    private static func unit(_ source: InlineText, _ target: InlineText, to language: LanguageTag = "fr") -> CheckUnit {
        CheckUnit(
            source: Variant(language: "en", segment: source), target: Variant(language: language, segment: target),
            id: "1")
    }

    private static func findings(
        _ source: UTF8Text, _ target: UTF8Text, to language: LanguageTag = "fr"
    ) throws -> [String] {
        var checker = try checker(to: language)
        return try checker.findings(in: unit(InlineText(source), InlineText(target), to: language)).map { finding in
            let text = finding.side == .source ? source : target
            return "\(finding.code.rawValue) [\(text[finding.range])]"
        }
    }

    /// What translators rightly do.
    @Test(arguments: [
        ("It grew by 1,234.5 points.", "Il a augmenté de 1 234,5 points.", "fr"),
        ("It cost 1.2 million euros.", "Cela a coûté 1 200 000 euros.", "fr"),
        ("It cost 1.2 million euros.", "费用为120万欧元。", "zh"),
        ("It cost 3.5 billion dollars.", "费用为35亿美元。", "zh"),
        ("There were five of 12 people.", "Il y avait 5 personnes sur douze.", "fr"),
        ("On October 20, 2023 it rained.", "Le 20 octobre 2023, il a plu.", "fr"),
        ("On 10/20/2023 it rained all day.", "Am 20.10.2023 regnete es den ganzen Tag.", "de"),
        ("It begins at 8:30 p.m. on Monday.", "Cela commence à 20 h 30 lundi.", "fr"),
        ("In the season 2017-18 they won.", "Lors de la saison 2017/2018, ils ont gagné.", "fr"),
        ("It is 300 miles away from here.", "C’est à 480 kilomètres d’ici.", "fr"),
        ("More than 2,500 came in 2019.", "جاء أكثر من ٢٥٠٠ في عام ٢٠١٩.", "ar"),
        ("The 21st century has 100 years.", "Le XXIe siècle compte cent ans.", "fr"),
        ("The digital economies grew quickly.", "Les économies numériques ont vite grandi.", "fr"),
        ("Is it so? We do not know.", "Nous ne savons pas : est-ce vrai ?", "fr"),
        ("We met very, very often there.", "Nous nous y sommes vus très très souvent.", "fr"),
        ("See https://www.example.org/en/news for more.", "Voir https://www.example.org/fr/news.", "fr"),
        ("Facebook Messenger WhatsApp Instagram", "Facebook Messenger WhatsApp Instagram", "fr"),
        ("His book \"Rome: a city\" sold well.", "Son livre « Rome: a city » s’est bien vendu.", "fr"),
        ("Growth was 50 % so far this year.", "La croissance était de 50 % depuis janvier.", "fr"),
        ("The enamel of the pot is blue.", "L’émail du pot est bleu.", "fr"),
        ("The temperature rose to 80 degrees.", "La température a atteint 27 degrés.", "fr"),
        ("It is 2.25 billion birr.", "ከ2.25 ቢሊዮን ብር ነው።", "am"),
        ("It began in 2014 there.", "เริ่มต้นที่นั่นใน พ.ศ. 2557", "th"),
        ("Some 832 people came there.", "Eniyan ẹgbẹ̀rinlélọ́gbọ̀n àti méjì wá síbẹ̀.", "yo"),
        ("It rose 0.5 per cent in May.", "La hausse a été de 0,50 % en mai.", "fr"),
    ])
    func aGoodTranslationHasNoFinding(_ source: String, _ target: String, _ language: String) throws {
        let tag = try #require(LanguageTag(language))
        let found = try Self.findings(UTF8Text(source), UTF8Text(target), to: tag)
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: [
        ("We sold 345 cars in 2018.", "Nous avons vendu 346 voitures en 2018.", "number [346]"),
        ("We sold 4,512 cars there.", "Nous y avons vendu des voitures.", "number [4,512]"),
        ("It rose 1.5 points in May.", "La hausse a été de 15 points en mai.", "number [1.5]"),
        ("He is 29 years old now.", "Il a maintenant 20 ans.", "number [20]"),
        ("On October 20, 2023 it rained.", "Le 20 novembre 2023, il a plu.", "date [20 novembre 2023]"),
        ("On October 20, 2023 it rained.", "Le 21 octobre 2023, il a plu.", "date [21 octobre 2023]"),
        ("Open the file %s now.", "Ouvrez le fichier maintenant.", "placeable [%s]"),
        ("Open {name} right now.", "Ouvrez {nom} tout de suite.", "placeable [{name}], placeable [{nom}]"),
        ("Write to press@example.org today.", "Écrivez à presse@exemple.org.", "address [presse@exemple.org]"),
        ("See https://example.org/a there.", "Voyez là-bas.", "address [https://example.org/a]"),
        ("The digital economy grew.", "Le commerce a grandi.", "term.missing [digital economy]"),
        ("UNHCR helps refugees today.", "Le HCR aide les réfugiés.", "protected [UNHCR]"),
        ("Send an e-mail to us.", "Envoyez-nous un émail.", "term.forbidden [émail]"),
        ("Send an e-mail to us.", "Envoyez-nous un mél.", "term.deprecated [mél]"),
        ("It has rained all day.", "Il a plu toute la journée", "end [e]"),
        ("It has rained all day.", "Il a plu  toute la journée.", "space [  ]"),
        ("It has rained all day.", "Il a plu toute la journée .", "space [ ]"),
        ("Has it rained all day?", "A-t-il plu toute la journée?", "space []"),
        ("It has rained all day.", " Il a plu toute la journée.", "space [ ]"),
        ("It has rained all day.", "Il a plu toute la la journée.", "doubled [la la]"),
        ("It has rained all day.", "It has rained all day.", "untranslated [It has rained all day.]"),
        ("It has rained all day.", " ", "empty [It has rained all day.]"),
        ("It has rained all day.", "Il a plu toute la journ\u{435}e.", "script [journ\u{435}e]"),
    ])
    func anErrorIsFound(_ source: String, _ target: String, _ expected: String) throws {
        #expect(try Self.findings(UTF8Text(source), UTF8Text(target)).joined(separator: ", ") == expected)
    }

    @Test func codesAreCompared() throws {
        func text(_ codes: [(InlineCode.Kind, String)]) -> InlineText {
            InlineText("abcdef", codes: codes.map { .init(kind: $0, position: 2, attributes: [Attribute("x", $1)]) })
        }
        var checker = try Self.checker()
        let pair: [(InlineCode.Kind, String)] = [(.beginPaired, "1"), (.endPaired, "1"), (.placeholder, "2")]
        #expect(try checker.findings(in: Self.unit(text(pair), text(pair.reversed()))).isEmpty)
        for index in pair.indices {
            var less = pair
            less.remove(at: index)
            let lost = try checker.findings(in: Self.unit(text(pair), text(less)))
            #expect(lost.map(\.code) == [.code] && lost.map(\.side) == [.source])
            let new = try checker.findings(in: Self.unit(text(less), text(pair)))
            #expect(new.map(\.code) == [.code] && new.map(\.side) == [.target])
        }
        let other = try checker.findings(in: Self.unit(text(pair), text(pair.dropLast() + [(.placeholder, "3")])))
        #expect(other.map(\.side) == [.source, .target])
    }

    @Test func whatIsProtectedStays() throws {
        var checker = try Self.checker()
        var unit = Self.unit("Acme Ltd", "Acme SARL")
        unit.isProtected = true
        #expect(try checker.findings(in: unit).map(\.code) == [.protected])
        unit.target.segment = "Acme Ltd"
        #expect(try checker.findings(in: unit).isEmpty)
    }

    @Test func oneSegmentOneTranslation() throws {
        var checker = try Self.checker()
        let first = Self.unit("The talks went on.", "Les discussions ont continué.")
        #expect(try checker.findings(in: first).isEmpty)
        #expect(try checker.findings(in: first).isEmpty)
        #expect(try checker.findings(in: Self.unit("The talks went on.", "LES DISCUSSIONS ont continué.")).isEmpty)
        let other = try checker.findings(in: Self.unit("The talks went on.", "Les pourparlers ont continué."))
        #expect(other.map(\.code) == [.inconsistentSegment])
    }

    @Test func oneTermOneTranslation() throws {
        var checker = try Self.checker()
        #expect(try checker.findings(in: Self.unit("An e-mail came.", "Un courriel est venu.")).isEmpty)
        #expect(try checker.findings(in: Self.unit("The e-mails came.", "Les courriels sont venus.")).isEmpty)
        let other = Self.unit("One e-mail came.", "Un message électronique est venu.")
        #expect(try checker.findings(in: other).map(\.code) == [.inconsistentTerm])
        #expect(try checker.findings(in: other).isEmpty, "said once")
    }

    private static func sold(_ number: UTF8Text, _ target: String) throws -> [String] {
        try findings(UTF8Text("They sold \(number) of them."), UTF8Text(target))
    }

    /// Numbers that a random text has are all found again, and a digit that changes is always seen.
    @Test func aChangedDigitIsFound() throws {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let value = Int.random(in: 101...9_999_999, using: &random)
            guard value % 10 != 0 else { continue }
            let french = NumberConventions(language: "fr")
            let english = NumberConventions(language: "en")
            let source = try #require(english.text("\(value)", isGrouped: true, isNative: false))
            let target = try #require(french.text("\(value)", isGrouped: true, isNative: false))
            let good = try Self.sold(source, "Ils en ont vendu \(target).")
            #expect(good.isEmpty, "\(value): \(good)")
            let lost = try Self.sold(source, "Ils en ont vendu beaucoup.")
            #expect(lost == ["number [\(source)]"], "\(value)")
            let changed = value % 10 == 9 ? value - 1 : value + 1
            guard changed % 10 != 0, let wrong = french.text("\(changed)", isGrouped: true, isNative: false) else {
                continue
            }
            let found = try Self.sold(source, "Ils en ont vendu \(wrong).")
            #expect(found == ["number [\(wrong)]"], "\(value) \(changed)")
        }
    }

    /// Whatever stands in a text, ranges lie in it at characters, and nothing traps.
    @Test func hostileTextsAreSafe() throws {
        var random = SplitMix(seed: 11)
        let pieces = [
            "%", "{", "}}", "{{", "%(", "1", "٣", "1,0", "万", " ", "  ", "\u{A0}", "\u{202F}", ":", "?", "«", "»", "@",
            "://",
            "www.", "а", "a", "\u{301}", "\0", ".", "3/4/2020", "e-mail", "économie", "\u{200F}",
            "999999999999999999999999",
            "𝟗", "�", "-", "\n", "العمل", "ที่", "$", "s",
        ]
        var checkers = try ["fr", "zh", "ar", "th", "fr-CA"].map { try Self.checker(to: try #require(LanguageTag($0))) }
        for round in 0..<2000 {
            func text() -> UTF8Text {
                UTF8Text(
                    (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined())
            }
            let (source, target) = (text(), text())
            let index = round % checkers.count
            for finding in try checkers[index].findings(in: Self.unit(InlineText(source), InlineText(target))) {
                let whole = finding.side == .source ? source : target
                #expect(whole.all.contains(finding.range) || whole.isEmpty && finding.range.isEmpty)
                #expect(UTF8Text(validating: whole[finding.range].bytes) != nil)
            }
        }
    }
}
