import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// Files cut anywhere, and files read as what they are not.
@Suite struct PropertyTestsCuts {
    private static func whole(_ bytes: [UInt8], _ encoding: String? = nil) {
        // A few bytes may be taken for no text at all.
        guard let source = try? SourceText(bytes, encoding: encoding) else { return }
        let article = Pipeline(profile: .text).article(from: source)
        PropertyTests.check(article)
        #expect(article.blocks.count == 1 || source.text.isEmpty || article.blocks.isEmpty)
        #expect(UTF8Validation.firstError(in: source.text.bytes) == nil)
        #expect(source.offsets.source(of: source.text.all).upperBound <= bytes.count)
    }

    @Test(arguments: PropertySamples.files.indices)
    func everyPrefixIsSafe(_ index: Int) {
        for encoding in ["UTF-8", "UTF-16LE"] {
            let bytes = Encoded.bytes(PropertySamples.files[index], encoding)
            for count in 0...bytes.count {
                Self.whole(Array(bytes[..<count]), encoding)
                if count % 7 == 0 { Self.whole(Array(bytes[..<count])) }
            }
        }
    }

    @Test(arguments: PropertySamples.formatted)
    func everyPrefixOfAFormatIsSafe(_ format: PressFormat, _ text: String) throws {
        let bytes = Array(text.utf8)
        for count in stride(from: 0, through: bytes.count, by: 5) {
            let source = try SourceText(Array(bytes[..<count]), encoding: "UTF-8")
            PropertyTests.check(Pipeline(language: .english, format: format).article(from: source))
        }
    }

    /// The HTML parser's sum of digits overflows, and below zero it wrote a byte that is no UTF-8.
    @Test(arguments: [4_294_967_177, 4_294_967_295, 2_147_483_648, 4_294_967_361, 1_114_112, 55_296, 0])
    func referencesToNoCharacterStayUTF8(_ number: Int) throws {
        let page =
            "<article><h1>A &#\(number); b</h1><p>The caf&#\(number); says on Monday that it is so.</p></article>"
        let article = Pipeline(language: .english, format: .html).article(from: SourceText(UTF8Text(page)))
        #expect(article.blocks.count == 2)
        PropertyTests.check(article)
    }

    /// Of references side by side each became whole characters.
    @Test(arguments: [
        "&laquo;&nbsp;&eacute;t&eacute;&nbsp;&raquo;&#8230;&hellip; fin", "&#0;&#8217;",
        "&eacute;&NotEqualTilde;&eacute; b",
        "caf&eacute;&rsquo;&eacute", "&zwnj;&#x1F600;&#128512;&amp;",
    ])
    func referencesSideBySideAreWholeCharacters(_ words: String) throws {
        let page = "<article><h1>The title</h1><p>The minister says \(words)</p></article>"
        let article = Pipeline(language: .english, format: .html).article(from: SourceText(UTF8Text(page)))
        let block = try #require(article.blocks.last)
        #expect(!block.edits.edits.isEmpty)
        PropertyTests.check(article)
    }

    private static let languages: [LanguageTag?] = [nil, "en", "zh-Hant-TW", "ar", "am", "und", "qaa-x-y"]
    private static let encodings: [String?] = [
        nil, "UTF-8", "UTF-16BE", "UTF-32LE", "UTF-7", "windows-1252", "GB18030", "Shift_JIS", "ISO-2022-JP",
        "HZ-GB-2312",
        "KOI8-R", "Big5", "IBM037",
    ]

    /// Random bytes and copy, forced to be anything.
    @Test(arguments: PressFormat.allCases)
    func anythingMayBeForced(_ format: PressFormat) {
        var random = SplitMix(seed: 24)
        for round in 0..<130 {
            var bytes = Array(PropertySamples.text(&random, upTo: 8).utf8)
            if round % 3 == 0 {
                bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            }
            let encoding = Self.encodings[round % Self.encodings.count]
            guard let source = try? SourceText(bytes, encoding: encoding) else { continue }
            #expect(UTF8Validation.firstError(in: source.text.bytes) == nil)
            for profile in Profile.allCases {
                let language = Self.languages[round % Self.languages.count]
                PropertyTests.check(
                    Pipeline(profile: profile, language: language, format: format).article(from: source))
            }
        }
    }
}
