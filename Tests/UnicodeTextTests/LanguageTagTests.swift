import Testing
import UnicodeText

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("EN_us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("sr_latn", "sr-Latn"),
        ("x-Klingon", "x-klingon"), ("de-1996", "de-1996"), ("en-x-US", "en-x-us"),
        ("qaa-x-y", "qaa-x-y"), ("x-A", "x-a"),
    ])
    func canonicalCase(_ written: String, _ canonical: String) {
        #expect(LanguageTag(written)?.description == canonical)
    }

    @Test(arguments: [
        "", "e", "x", "en-x", "en-a", "en-", "-en", "en--us", "english language", "12", "toolongtag9", "é", "en-é",
        "*all*",
    ])
    func refuses(_ text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test func fallsBack() {
        let tag: LanguageTag = "zh-Hant-TW"
        #expect(tag.fallbacks.map(\.description) == ["zh-Hant-TW", "zh-Hant", "zh"])
        #expect(tag.language == "zh" && tag.script == "Hant" && tag.region == "TW")
        #expect(("pt" as LanguageTag).covers("pt-BR"))
        #expect(!("pt-BR" as LanguageTag).covers("pt"))
    }
}
