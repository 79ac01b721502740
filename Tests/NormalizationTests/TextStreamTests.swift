import Normalization
import TestSupport
import Testing
import UnicodeText

@Suite struct TextStreamTests {
    private static func streamed(_ bytes: [UInt8], pieces: (Int) -> Int) throws -> (text: [UInt8], TextStream) {
        var stream = TextStream(name: "-")
        var result: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + max(1, pieces(offset)))
            try stream.add(Array(bytes[offset..<end])) { result += $0 }
            offset = end
        }
        try stream.finish { result += $0 }
        return (result, stream)
    }

    private static func whole(_ bytes: [UInt8]) throws -> [UInt8] {
        Pipeline(profile: .text).repaired(try SourceText(bytes).text).text.bytes
    }

    /// However the bytes are cut, before and after the encoding is settled.
    @Test func givesWhatTheWholeGives() throws {
        var random = SplitMix(seed: 7)
        let plain = Array(String(repeating: "The minister said it.\n", count: 13_000).utf8)
        for round in 0..<20 {
            var sample = Array("Élan\n".utf8)
            for _ in 0..<20 { sample += Array((PropertySamples.text(&random) + "\n").utf8) }
            let bytes = round < 14 ? sample : plain + sample
            let reach = round < 14 ? 9 : 40_000
            let made = try Self.streamed(bytes) { _ in Int.random(in: 1...reach, using: &random) }
            #expect(made.text == (try Self.whole(bytes)), "round \(round)")
        }
    }

    /// ASCII says nothing of the encoding; what follows it does.
    @Test func settlesTheEncodingWhereItShows() throws {
        let plain = Array(String(repeating: "The minister said it.\n", count: 13_000).utf8)
        let french = "Le ministère a annoncé la création de trois centres à Évry, près de la forêt.\n"
        let latin = french.unicodeScalars.map { UInt8($0.value) }
        let made = try Self.streamed(plain + latin) { _ in 4096 }
        #expect(made.text == plain + Array(french.utf8))
        #expect(made.1.encoding == "windows-1252" || made.1.encoding == "ISO-8859-1")
    }

    /// A few bytes behind much text are text, though alone they would not be; and no mark, which stands at the beginning.
    @Test(arguments: [[0xE9, 0x07, 0x0A], [0xEF, 0xBB, 0xBF, 0x61, 0x0A], Array("~{<:Ky2;R~} \n".utf8)] as [[UInt8]])
    func tellsTheRestByWhatCameBefore(_ rest: [UInt8]) throws {
        let bytes = Array(String(repeating: "The minister said it.\n", count: 13_000).utf8) + rest
        for size in [1, 1000, 65_536] {
            #expect(try Self.streamed(bytes) { _ in size }.text == (try Self.whole(bytes)), "\(size)")
        }
    }

    @Test func saysWhatIsNotValid() throws {
        let text = String(repeating: "Le ministère a annoncé.\n", count: 30_000)
        let bytes = Array(text.utf8) + [0xC3, 0x28, 0x0A]
        let made = try Self.streamed(bytes) { _ in 10_000 }
        #expect(made.text == Array(text.utf8) + [0xEF, 0xBF, 0xBD, 0x28, 0x0A])
        #expect(made.1.diagnostics.map(\.code) == ["encoding.invalid-bytes"])
        let message = try #require(made.1.diagnostics.first).message
        #expect(message.contains("1 place is not valid UTF-8, the first at byte \(text.utf8.count);"))
    }

    /// Other encodings have bytes that mean nothing, too: 0xFF in EUC-JP.
    @Test func saysWhatIsNotValidInOtherEncodings() throws {
        let bytes: [UInt8] = [0xA4, 0xA2, 0xFF, 0x0A]
        var stream = TextStream(name: "-", encoding: "EUC-JP")
        var text: [UInt8] = []
        for byte in bytes { try stream.add([byte]) { text += $0 } }
        try stream.finish { text += $0 }
        #expect(text == Array("あ\u{FFFD}\n".utf8))
        #expect(stream.diagnostics.map(\.code) == ["encoding.invalid-bytes"])
        let message = try #require(stream.diagnostics.first).message
        #expect(message.contains("the first at byte 2;"))
    }
}
