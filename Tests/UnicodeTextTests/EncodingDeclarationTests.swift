import Testing
import UnicodeText

@Suite struct EncodingDeclarationTests {
    private func page(_ head: String, _ language: String, _ encoding: String) throws -> [UInt8] {
        let text = try #require(EncodingFixture.texts[language])
        return try #require(try EncodingFixture.bytes("\(head)<p>\(text)</p>", encoding))
    }

    @Test(arguments: [
        "<html><head><meta charset=\"iso-8859-2\"></head>",
        "<html><head><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-2'></head>",
        "<?xml version=\"1.0\" encoding='iso-8859-2'?><doc>",
        "Subject: news\nContent-Type: text/plain; charset=ISO-8859-2\n\n",
    ])
    func aRightDeclarationIsTaken(_ head: String) throws {
        let guess = try #require(EncodingDetector.detect(try page(head, "pl", "ISO-8859-2")))
        #expect(guess.encoding == "ISO-8859-2")
        #expect(guess.evidence == .declared)
        #expect(guess.confidence > 0.9)
    }

    @Test(arguments: [
        ("ru", "IBM866", "windows-1251"), ("ru", "KOI8-R", "windows-1251"), ("ru", "windows-1251", "iso-8859-1"),
        ("pl", "windows-1250", "utf-8"), ("fr", "macintosh", "iso-8859-1"), ("th", "TIS-620", "windows-1252"),
        ("ja", "Shift_JIS", "euc-jp"), ("el", "ISO-8859-7", "utf-16"),
    ])
    func aWrongDeclarationIsNot(_ language: String, _ encoding: String, _ declared: String) throws {
        let bytes = try page("<html><head><meta charset=\(declared)></head>", language, encoding)
        let guess = try #require(EncodingDetector.detect(bytes))
        #expect(try EncodingFixture.text(bytes, guess.encoding) == EncodingFixture.text(bytes, encoding))
        #expect(guess.evidence == .statistics)
    }

    @Test func validUTF8OutweighsADeclaration() {
        let bytes = Array("<meta charset=\"iso-8859-1\"><p>Déjà vu à l’école, où l’été dure.</p>".utf8)
        #expect(EncodingDetector.detect(bytes)?.encoding == "UTF-8")
    }

    @Test func aCutOffDeclarationIsNone() {
        for text in ["<meta charset", "<meta charset=", "<?xml encoding", "<meta", "Content-Type: charset=\""] {
            let guess = EncodingDetector.detect(Array(text.utf8) + [0xE9])
            #expect(guess?.evidence == .statistics)
        }
    }
}
