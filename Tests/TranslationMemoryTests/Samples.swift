import TestSupport
import TranslationMemory
import UnicodeText

extension TranslationUnit {
    /// An English sentence with translations.
    static func english(_ text: UTF8Text, _ others: [LanguageTag: UTF8Text] = [:]) -> TranslationUnit {
        TranslationUnit(
            sourceLanguage: "en",
            variants: [Variant(language: "en", segment: InlineText(text))]
                + others.sorted { $0.key < $1.key }.map { Variant(language: $0.key, segment: InlineText($0.value)) })
    }
}

extension RevisionInfo {
    static let test = RevisionInfo(
        date: Timestamp(milliseconds: 1_700_000_000_000), user: "ana", tool: "test", action: "import")
}

/// Text of any characters but U+0000, combining marks and characters outside the BMP among them.
func randomText(_ random: inout SplitMix, upTo count: Int) -> UTF8Text {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...count, using: &random) {
        let range: ClosedRange<UInt32> =
            switch Int.random(in: 0..<8, using: &random) {
            case 0: 0x01...0x1F
            case 1, 2: 0x20...0x7E
            case 3: 0xA0...0x24F
            case 4: 0x300...0x36F
            case 5: 0x2000...0x206F
            case 6: 0x4E00...0x9FFF
            default: 0x10000...0x1FFFF
            }
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { bytes.append(scalar) }
    }
    return UTF8Text(unchecked: bytes)
}

func randomString(_ random: inout SplitMix, upTo count: Int) -> String { randomText(&random, upTo: count).description }

/// A unit with something in every field.
func randomUnit(_ random: inout SplitMix) -> TranslationUnit {
    func attributes() -> [Attribute] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            Attribute(randomString(&random, upTo: 5), randomString(&random, upTo: 8))
        }
    }
    func annotations() -> [Annotation] {
        (0..<Int.random(in: 0...2, using: &random)).map { index in
            Annotation(
                kind: index == 0 ? .note : .property, type: index == 0 ? "" : randomString(&random, upTo: 4),
                text: randomString(&random, upTo: 9), attributes: attributes())
        }
    }
    func segment(_ text: UTF8Text) -> InlineText {
        guard Bool.random(using: &random) else { return InlineText(text) }
        return InlineText(
            text,
            codes: [
                InlineCode(
                    kind: .beginPaired, position: 0, attributes: attributes(),
                    content: [
                        .text(randomText(&random, upTo: 4)),
                        .sub(
                            attributes(),
                            InlineText(
                                randomText(&random, upTo: 5), codes: [InlineCode(kind: .placeholder, position: 0)])),
                    ]),
                InlineCode(kind: .endPaired, position: text.count),
            ])
    }
    let source = randomText(&random, upTo: 30)
    let languages: [LanguageTag] = ["fr", "pt-BR", "zh-Hant-TW", "ar"]
    var variants = [
        Variant(language: "en", segment: segment(source), attributes: attributes(), annotations: annotations())
    ]
    for language in languages.prefix(Int.random(in: 0...4, using: &random)) {
        variants.append(
            Variant(
                language: language, segment: segment(randomText(&random, upTo: 30)), attributes: attributes(),
                annotations: annotations()))
    }
    return TranslationUnit(
        kind: SegmentKind.allCases.randomElement(using: &random) ?? .sentence, sourceLanguage: "en",
        variants: variants, attributes: attributes(), annotations: annotations(),
        origin: Origin(
            Origin.Kind.allCases.randomElement(using: &random) ?? .manual,
            name: Bool.random(using: &random) ? randomString(&random, upTo: 6) : nil,
            confidence: Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : nil),
        context: Context(
            previous: Bool.random(using: &random) ? randomText(&random, upTo: 9) : nil,
            next: Bool.random(using: &random) ? randomText(&random, upTo: 9) : nil,
            id: Bool.random(using: &random) ? randomString(&random, upTo: 9) : nil),
        termLinks: source.isEmpty
            ? [] : [TermLink(concept: "press/" + randomString(&random, upTo: 5), term: source, range: source.all)])
}

/// The units of a store without their numbers.
func contents(_ store: some Store) throws -> [TranslationUnit] {
    var result: [TranslationUnit] = []
    try store.forEachUnit { unit in
        var unit = unit
        unit.id = nil
        result.append(unit)
    }
    return result
}
