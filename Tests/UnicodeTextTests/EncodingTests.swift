import TestSupport
import Testing
import UnicodeText

@Suite struct EncodingTests {
    private func detected(_ bytes: [UInt8]) -> String? { EncodingDetector.detect(bytes)?.encoding }

    @Test func findsEncodings() {
        #expect(detected(Array("plain".utf8)) == "UTF-8")
        #expect(detected(Array("déjà vu".utf8)) == "UTF-8")
        #expect(detected([0xEF, 0xBB, 0xBF, 0x41]) == "UTF-8")
        #expect(detected([0xFF, 0xFE, 0x41, 0]) == "UTF-16LE")
        #expect(
            detected("Le texte est assez long.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "UTF-16LE")
        #expect(
            detected("Le texte est assez long.".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "UTF-16BE")
        #expect(
            detected("Le texte est assez long.".unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value)] }) == "UTF-32BE")
        let french = "L’été dernier, la délégation a visité l’école — où les élèves l’attendaient. Déjà prêts."
        #expect(
            detected(french.unicodeScalars.map { $0 == "’" ? 0x92 : $0 == "—" ? 0x97 : UInt8($0.value) })
                == "windows-1252")
        #expect(detected((0..<200).map { UInt8($0) }) == nil)
        #expect(detected([]) == "UTF-8")
    }

    @Test func aFewBadBytesDoNotHideUTF8() {
        var bytes = Array("é à è ù ç ô î â ê û ë ï".utf8)
        bytes.insert(0x92, at: 3)
        #expect(EncodingDetector.detect(bytes)?.evidence == .damagedUTF8)
        let result = CharacterDecoder.decodeUTF8(bytes)
        #expect(result.errors == [3])
        #expect(result.offsets.source(of: 3..<6) == 3..<4)
    }

    /// Every character of a decoded text leads back to bytes that decode to it.
    @Test(arguments: ["UTF-8", "UTF-16LE", "windows-1252", "GB18030", "Shift_JIS", "ISO-2022-JP", "KOI8-R"])
    func offsetsLeadBack(_ encoding: String) throws {
        let samples: [String: [UInt8]] = [
            "UTF-8": Array("aé中😀\u{301}".utf8),
            "UTF-16LE": "aé中😀b".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            "windows-1252": [0x61, 0x93, 0xE9, 0x94, 0x62, 0x80],
            "GB18030": [0x61, 0xD6, 0xD0, 0xB9, 0xFA, 0x81, 0x30, 0x81, 0x30, 0x62],
            "Shift_JIS": [0x61, 0x93, 0xFA, 0x96, 0x7B, 0xB1, 0x62],
            "ISO-2022-JP": [0x61, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x62],
            "KOI8-R": [0xF0, 0xD2, 0x20, 0x61],
        ]
        let bytes = try #require(samples[encoding])
        let result = try CharacterDecoder.decode(bytes, encoding: encoding)
        #expect(result.errors.isEmpty)
        var last = 0
        for placed in result.text.placedScalars {
            let range = result.offsets.source(of: placed.range)
            #expect(range.lowerBound >= last && range.upperBound <= bytes.count && !range.isEmpty)
            last = range.lowerBound
            guard encoding != "ISO-2022-JP" else { continue }
            let again = try CharacterDecoder.decode(Array(bytes[range]), encoding: encoding).text
            #expect(again.bytes == Array(result.text.bytes[placed.range]))
        }
    }

    @Test func damagedInputNeverCrashes() throws {
        var random = SplitMix(seed: 9)
        let names = [
            "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030", "Shift_JIS", "ISO-2022-JP", "windows-1252", "Big5",
        ]
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = EncodingDetector.detect(bytes)
            for name in names {
                let result = try CharacterDecoder.decode(bytes, encoding: name)
                #expect(UTF8Validation.firstError(in: result.text.bytes) == nil)
                #expect(result.offsets.targetCount == result.text.count)
                let all = result.offsets.source(of: result.text.all)
                #expect(all.lowerBound >= 0 && all.upperBound <= bytes.count)
            }
        }
    }

    @Test func validationAgreesWithTheLibrary() {
        var random = SplitMix(seed: 11)
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                [UInt8.random(in: 0...255, using: &random), 0xE2, 0x80, 0x94, 0x41, 0xF0, 0x9F].randomElement(
                    using: &random) ?? 0
            }
            #expect((UTF8Validation.firstError(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
            let repaired = CharacterDecoder.decodeUTF8(bytes).text
            #expect(repaired.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
        }
    }

    /// Runs of ASCII of every length between other characters, and what is none.
    @Test func firstErrorIsFoundAmongASCII() {
        var random = SplitMix(seed: 12)
        let pieces: [[UInt8]] = [[0xC3, 0xA9], [0xE2, 0x80, 0x94], [0xF0, 0x9F, 0x98, 0x80], [0xC3], [0xFF], [0x80]]
        var errors = 0
        for _ in 0..<3_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                bytes += [UInt8](repeating: 0x61, count: Int.random(in: 0...20, using: &random))
                bytes += pieces[Int.random(in: 0..<(errors > 1_500 ? 3 : pieces.count), using: &random)]
            }
            bytes += [UInt8](repeating: 0x62, count: Int.random(in: 0...9, using: &random))
            var expected = 0
            bytes.withUnsafeBufferPointer { all in
                while expected < all.count, case let length = UTF8Validation.sequenceLength(all, at: expected),
                    length > 0
                {
                    expected += length
                }
            }
            if expected < bytes.count { errors += 1 }
            #expect(UTF8Validation.firstError(in: bytes) == (expected < bytes.count ? expected : nil))
        }
        #expect(errors > 1_000)
    }
}
