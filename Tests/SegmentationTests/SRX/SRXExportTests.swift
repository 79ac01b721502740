import Testing
import UnicodeText

@testable import Segmentation

/// Our rules as SRX: a file that our reader takes without a warning and that decides as we do.
@Suite struct SRXExportTests {
    private static func exported(_ languages: [LanguageTag]?) throws -> (text: String, document: SRXDocument) {
        var bytes: [UInt8] = []
        try SRXExport.write(languages) { bytes += $0 }
        let document = try SRXDocument.read(bytes, name: "own.srx") { Issue.record("\($0)") }
        return (String(decoding: bytes, as: UTF8.self), document)
    }

    /// The file of all languages, read once.
    private static let all = Result { try exported(nil) }

    @Test func everyLanguageWithDataHasItsRules() throws {
        let (text, document) = try Self.all.get()
        let names = LanguageData.names.filter { $0.hasPrefix("segmentation/") }.map {
            String($0.dropFirst(13).dropLast(4))
        }
        #expect(Set(document.groups.keys) == Set(names))
        #expect(document.isCascading)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        for name in names where !name.hasPrefix("und") {
            let tag = try #require(LanguageTag(name))
            let groups = try #require(try document.rules(for: tag)).map(\.languageRule)
            // The language's own, its script's, and those for all, in this order.
            #expect(groups.first == name)
            #expect(groups.last == "und")
            // Hangul has no file of its own.
            #expect(Set(groups).count == (name == "ko" ? 2 : 3), "\(name)")
        }
        // Languages without data have the rules of their script.
        #expect(try document.rules(for: "sk")?.first?.languageRule == "und-Latn")
        #expect(try document.rules(for: "mk")?.first?.languageRule == "und-Cyrl")
        #expect(try document.rules(for: "sr-Latn")?.first?.languageRule == "und-Latn")
        #expect(try document.rules(for: "zh-Hant-TW")?.map(\.languageRule).contains("und-Hani") == true)
        #expect(try document.rules(for: "en-GB")?.first?.languageRule == "en")
        #expect(try document.rules(for: "enm")?.first?.languageRule != "en")
    }

    @Test func oneLanguageAlone() throws {
        let (_, document) = try Self.exported(["de-AT"])
        #expect(document.groups.keys.sorted() == ["de", "und", "und-Latn"])
    }

    @Test(arguments: [
        (
            "en",
            "Dr. Bo of No. 5 (U.S.) came at 5 p.m. Travelers left. In the U.S. The end, e.g. This. “Why?” Bo asked. So."
        ),
        (
            "en",
            "It is 3.5 per cent... So. Is it? yes it is! He wrote a small word. it went on. See [12]. J. Smith, etc. and so."
        ),
        ("fr", "« Non. » Il part. M. Roy, n° 5, dit : « Oui ! » Puis il sort. Voir p. 12. C’est bon."),
        ("de", "Am 3. Oktober kam Dr. Roth, z. B. heute. „Gut.“ Sie ging. Die 2. Frage. Das ist Nr. 5."),
        ("ru", "В 2020 г. он был. Т. е. там. А. С. Пушкин писал. Это так! Да."),
        ("zh", "他来了。“好！”他说。那么3．5呢？是。"),
        ("ja", "「はい。」と言った。次です！何？"),
        ("hi", "यह है। वह डॉ. राम हैं। क्या? हाँ।"),
        ("am", "ሰላም ነው። እሺ፡፡ ዶ/ር አበበ መጡ። \"አዎ።\" ብለዋል።"),
        ("ar", "هذا نص. وهذا آخر؟ نعم! د. علي جاء."),
        ("sv", "Det är så. Dr. Bo kom. e.g. Det. Nu!"),
    ])
    func decidesAsWeDo(_ tag: String, _ string: String) throws {
        let language = try #require(LanguageTag(tag))
        let text = UTF8Text(string)
        let (_, document) = try Self.all.get()
        let own = Segmenter(language: language).segments(in: text).map { text[$0.range].description }
        let read = try SRXSegmenter(document, language: language).segments(in: text).map { text[$0.range].description }
        #expect(read == own)
        #expect(own.count > 1)
    }

    /// The marked texts hold what is hard, of which some, such as lists of letters within a line, is beyond SRX.
    @Test func decidesAsWeDoInMarkedTexts() throws {
        let document = try Self.all.get().document
        var failed: [String] = []
        var count = 0
        for language in GoldenFile.languages {
            for golden in try GoldenFile.cases(of: language) where golden.options.quotations == .split {
                let text = UTF8Text(golden.text)
                let found = try SRXSegmenter(document, language: golden.language).segments(in: text)
                count += 1
                if found.map({ text[$0.range].bytes }) != golden.sentences.map({ Array($0.utf8) }) {
                    failed.append(golden.description)
                }
            }
        }
        #expect(failed.count * 100 <= count * 4, "\(failed.joined(separator: "\n"))")
    }

    @Test func patternsOfWords() {
        #expect(SRXExportPattern.word("z.B") == #"[zZ]\.[\s\u00A0\u202F]?B"#)
        #expect(SRXExportPattern.word("b") == "b")
        #expect(SRXExportPattern.word("N°") == "N°")
        #expect(SRXExportPattern.word("étc", capitalOnly: true) == "Étc")
        #expect(SRXExportPattern.word("ßa") == "ßa")
        #expect(SRXExportPattern.any(["a", "abc", "ab"]) == "(?:[aA]bc|[aA]b|a)")
        #expect(SRXExportPattern.set([".", "-", "]"]) == #"[\.\-\]]"#)
    }
}
