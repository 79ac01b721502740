import Testing
import UnicodeText

@Suite struct EncodingStatisticsTests {
    /// Encodings by language; each text of about 100 characters must decode to what was written.
    @Test(arguments: [
        ("fr", ["windows-1252", "macintosh"]),
        ("de", ["windows-1252", "ISO-8859-15", "macintosh", "IBM850"]),
        ("es", ["windows-1252", "macintosh", "IBM850"]),
        ("pt", ["windows-1252", "macintosh", "IBM850"]),
        ("sv", ["windows-1252", "macintosh", "IBM850"]),
        ("pl", ["windows-1250", "ISO-8859-2", "IBM852"]),
        ("cs", ["windows-1250", "ISO-8859-2", "IBM852"]),
        ("hu", ["windows-1250", "ISO-8859-2", "IBM852"]),
        ("hr", ["windows-1250", "ISO-8859-2"]),
        ("lt", ["windows-1257", "ISO-8859-13", "ISO-8859-4"]),
        ("lv", ["windows-1257", "ISO-8859-13", "ISO-8859-4"]),
        ("et", ["windows-1257", "ISO-8859-15"]),
        ("tr", ["windows-1254", "ISO-8859-9"]),
        ("ru", ["windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "IBM855", "mac-cyrillic"]),
        ("uk", ["windows-1251", "KOI8-U", "mac-cyrillic"]),
        ("bg", ["windows-1251", "ISO-8859-5", "IBM866", "IBM855"]),
        ("el", ["windows-1253", "ISO-8859-7"]),
        ("he", ["windows-1255", "ISO-8859-8"]),
        ("ar", ["windows-1256", "ISO-8859-6"]),
        ("th", ["TIS-620"]),
        ("ja", ["Shift_JIS", "EUC-JP"]),
        ("zh", ["GB18030"]),
        ("zh-Hant", ["Big5"]),
        ("ko", ["EUC-KR"]),
    ])
    func shortTextsDecodeAsWritten(_ language: String, _ encodings: [String]) throws {
        let text = try #require(EncodingFixture.texts[language])
        for encoding in encodings {
            let bytes = try #require(try EncodingFixture.bytes(text, encoding), "\(language) in \(encoding)")
            let guess = try #require(EncodingDetector.detect(bytes))
            let decoded = try EncodingFixture.text(bytes, guess.encoding)
            #expect(decoded == text, "\(language) in \(encoding), taken for \(guess.encoding)")
            #expect(guess.evidence == .statistics)
            #expect(guess.confidence > 0.5, "\(language) in \(encoding)")
        }
    }

    @Test(arguments: ["fr", "ru", "el", "ar", "he", "th", "am", "ja", "zh", "zh-Hant", "ko"])
    func codeUnitsWithoutMark(_ language: String) throws {
        let text = try #require(EncodingFixture.texts[language])
        for encoding in ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"] {
            let bytes = try #require(try EncodingFixture.bytes(text, encoding))
            #expect(EncodingDetector.detect(bytes)?.encoding == encoding, "\(language)")
        }
    }

    @Test func chineseUTF16WithoutAnyZeroByte() throws {
        let text = try #require(EncodingFixture.texts["zh"])
        for encoding in ["UTF-16LE", "UTF-16BE"] {
            let bytes = try #require(try EncodingFixture.bytes(text, encoding))
            #expect(!bytes.contains(0))
            #expect(EncodingDetector.detect(bytes)?.encoding == encoding)
        }
    }

    /// The same words in capitals: other letter shapes, another half of the table.
    @Test func capitals() throws {
        for (language, encoding) in [
            ("ru", "IBM866"), ("fr", "macintosh"), ("pl", "ISO-8859-2"), ("de", "windows-1252"),
        ] {
            let text = try #require(EncodingFixture.texts[language]).uppercased()
            let bytes = try #require(try EncodingFixture.bytes(text, encoding))
            let guess = try #require(EncodingDetector.detect(bytes))
            #expect(
                try EncodingFixture.text(bytes, guess.encoding) == text, "\(language) \(encoding) \(guess.encoding)")
        }
    }

    /// What tells the encoding may come after 100 KB of script.
    @Test func textBehindALongScript() throws {
        let text = try #require(EncodingFixture.texts["ru"])
        let script = "<script>" + String(repeating: "var a = window.b || {}; ", count: 5_000) + "</script>"
        let bytes = Array(script.utf8) + (try #require(try EncodingFixture.bytes("<p>\(text)</p>", "KOI8-R")))
        #expect(EncodingDetector.detect(bytes)?.encoding == "KOI8-R")
    }

    @Test func equalTextsAreSaidToBeEqual() throws {
        let guess = try #require(EncodingDetector.detect(Array("Le d".utf8) + [0xE9] + Array("bat est clos.".utf8)))
        #expect(guess.encoding == "windows-1252")
        #expect(guess.equivalents.contains("ISO-8859-1"))
        #expect(guess.equivalents.contains("ISO-8859-15"))
        #expect(!guess.equivalents.contains("windows-1252"))
        #expect(!guess.equivalents.contains("macintosh"))
        let quoted = try #require(
            EncodingDetector.detect([0x93] + Array("Enough".utf8) + [0x94, 0x2C] + Array(" he said.".utf8)))
        #expect(quoted.encoding == "windows-1252")
        #expect(!quoted.equivalents.contains("ISO-8859-1"))
        #expect(EncodingDetector.detect(Array("plain".utf8))?.equivalents == ["US-ASCII"])
        let text = try #require(EncodingFixture.texts["th"])
        let thai = try #require(try EncodingFixture.bytes(text, "TIS-620"))
        #expect(EncodingDetector.detect(thai)?.equivalents.contains("windows-874") == true)
    }

    /// UTF-8 pasted into windows-1252, which has no byte 0x9D.
    @Test func aPastedQuotationDoesNotChangeTheRest() {
        let bytes: [UInt8] =
            [0x93] + Array("We are not there yet,".utf8) + [0x94] + Array(" she said. It".utf8) + [0x92]
            + Array("s simple: “Not now,” he added.".utf8)
        #expect(EncodingDetector.detect(bytes)?.encoding == "windows-1252")
    }

    @Test func nonsenseIsReportedLow() throws {
        var state: UInt32 = 12345
        let noise: [UInt8] = (0..<4_000).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            let byte = UInt8(state >> 24)
            return byte < 0x20 || byte == 0x7F ? byte | 0x40 : byte
        }
        let guess = try #require(EncodingDetector.detect(noise))
        #expect(guess.confidence < 0.5)
    }
}
