import TestSupport
import Testing
import UnicodeText

@Suite struct EncodingHostileTests {
    @Test func extremesAreAnswered() {
        for byte in [0x00, 0x1B, 0x3C, 0x7E, 0x80, 0x8E, 0xA0, 0xC3, 0xD8, 0xE2, 0xFE, 0xFF] as [UInt8] {
            for count in [1, 2, 3, 4, 5, 1_001] {
                let guess = EncodingDetector.detect([UInt8](repeating: byte, count: count))
                #expect(guess.map { $0.confidence >= 0 && $0.confidence <= 1 } ?? true)
                #expect((guess?.markLength ?? 0) <= count)
            }
        }
        #expect((EncodingDetector.detect([UInt8](repeating: 0x80, count: 1_000))?.confidence ?? 0) < 0.5)
    }

    @Test func everyPrefixOfEveryTextIsAnswered() throws {
        for (language, encoding) in [
            ("zh", "GB18030"), ("ja", "Shift_JIS"), ("ko", "EUC-KR"), ("zh", "UTF-16LE"), ("fr", "UTF-32BE"),
        ] {
            let text = try #require(EncodingFixture.texts[language])
            let bytes = try #require(try EncodingFixture.bytes(text, encoding))
            for count in 0...min(40, bytes.count) { _ = EncodingDetector.detect(Array(bytes.prefix(count))) }
            // A character cut off at the end changes nothing.
            #expect(
                EncodingDetector.detect(Array(bytes.dropLast()))?.encoding == EncodingDetector.detect(bytes)?.encoding)
        }
        let utf8 = Array("Il a dit : « déjà ».".utf8) + [0xE2, 0x80]
        #expect(EncodingDetector.detect(utf8)?.encoding == "UTF-8")
    }

    /// ICU reads them as one another in IBM's code pages.
    @Test(arguments: ["IBM866", "IBM437", "IBM850", "IBM855", "windows-1252", "macintosh"])
    func controlsOfCodePagesAreThemselves(_ encoding: String) throws {
        let bytes: [UInt8] = [0x61, 0x1A, 0x1C, 0x7F, 0x1B, 0x09]
        #expect(try CharacterDecoder.decode(bytes, encoding: encoding).text.bytes == bytes)
    }

    /// Some of ICU's converters name a place behind the text for a sequence that is cut off.
    @Test(arguments: ["BOCU-1", "SCSU", "UTF-7", "ISO-2022-JP", "GB18030", "Shift_JIS", "UTF-16LE"])
    func aSequenceCutOffComesFromItsBytes(_ encoding: String) throws {
        for last in UInt8.min...UInt8.max {
            let bytes = [0x61, 0xD4, 0xE4, 0xDB, last]
            let result = try CharacterDecoder.decode(bytes, encoding: encoding)
            for placed in result.text.placedScalars {
                let range = result.offsets.source(of: placed.range)
                #expect(!range.isEmpty && range.upperBound <= bytes.count, "\(encoding) \(last) \(placed) \(range)")
            }
        }
    }

    @Test func randomBytesNeverCrash() {
        var random = SplitMix(seed: 31)
        for _ in 0..<60 {
            let high = UInt8.random(in: 1...255, using: &random)
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                UInt8.random(in: 0...high, using: &random)
            }
            _ = EncodingDetector.detect(bytes)
        }
    }

    /// Ten times the bytes take about ten times as long at most: one endless word, unclosed tags, escapes that lead nowhere.
    @Test(
        arguments: [[0xE9], [0x3C, 0x61], [0x7E, 0x7B, 0x30], [0x1B, 0x24, 0x20], [0xE9, 0x20, 0x3C]] as [[UInt8]])
    func timeIsLinear(_ unit: [UInt8]) {
        func time(_ count: Int) -> Duration {
            var bytes: [UInt8] = [0xE9]
            for _ in 0..<count / unit.count { bytes += unit }
            return cpuTime { _ = EncodingDetector.detect(bytes) }
        }
        _ = time(1_000)
        let short = time(20_000)
        let long = time(200_000)
        #expect(long < short * 40 + .milliseconds(200))
    }

    /// Records are filled with zero bytes, and a file whose writer was stopped ends in them.
    @Test func zeroBytesAtTheEndAreNoSignOfAnImage() {
        let text = Array("Ministers met in Kilwani on Friday.\n".utf8)
        #expect(EncodingDetector.detect(text + [UInt8](repeating: 0, count: 512))?.encoding == "UTF-8")
        #expect(EncodingDetector.detect([0, 0, 0, 0, 0]) == nil)
        #expect(EncodingDetector.detect([1, 0, 7] + text.prefix(9) + [0, 0, 5, 0]) == nil)
    }
}
