import Normalization
import UnicodeText

extension FuzzTarget {
    static let encodings = [
        FuzzTarget("encodings") { bytes in
            guard let guess = EncodingDetector.detect(bytes) else { return }
            require((0...1).contains(guess.confidence), "confidence \(guess.confidence)")
            require((0...bytes.count).contains(guess.markLength), "mark \(guess.markLength)")
            let source: SourceText
            do { source = try SourceText(bytes) } catch { fatalError("\(error)") }
            checkDecoded(source.text, source.offsets, count: bytes.count)
            for other in source.equivalents {
                let result: CharacterDecoder.Result
                do {
                    result = try CharacterDecoder.decode(bytes, from: guess.markLength, encoding: other)
                } catch { fatalError("\(error)") }
                require(result.text == source.text, "\(other) is not \(source.encoding)")
            }
        },
        FuzzTarget("decoder") { bytes in
            var input = Input(bytes)
            let encoding = input.choose(allEncodings)
            let rest = input.bytes
            guard let result = try? CharacterDecoder.decode(rest, encoding: encoding) else { return }
            checkDecoded(result.text, result.offsets, count: rest.count)
            require(zip(result.errors, result.errors.dropFirst()).allSatisfy { $0 <= $1 }, "errors \(result.errors)")
            require(result.errors.allSatisfy { (0..<max(1, rest.count)).contains($0) }, "errors \(result.errors)")
        },
    ]

    private static func checkDecoded(_ text: UTF8Text, _ offsets: OffsetRuns, count: Int) {
        require(UTF8Validation.firstError(in: text.bytes) == nil, "not UTF-8 \(text.bytes)")
        require(offsets.targetCount == text.count, "\(offsets.targetCount) bytes of \(text.count) are mapped")
        require(offsets.sourceCount <= count, "\(offsets.sourceCount) bytes of \(count)")
        var last = 0..<0
        for placed in text.placedScalars {
            let range = offsets.source(of: placed.range)
            require(range.upperBound <= count && !range.isEmpty, "\(placed) came from \(range)")
            require(
                range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound, "\(range) after \(last)")
            last = range
        }
    }

    /// One of each family ICU reads, and all that press copy uses.
    private static let allEncodings = [
        "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "UTF-7", "windows-1250", "windows-1251",
        "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
        "ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-15", "KOI8-R",
        "KOI8-U", "IBM855", "IBM866", "IBM437", "IBM850", "IBM037", "macintosh", "x-mac-cyrillic", "TIS-620", "GB18030",
        "GBK", "Big5", "Big5-HKSCS", "Shift_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "ISO-2022-JP", "ISO-2022-JP-2",
        "ISO-2022-KR", "ISO-2022-CN", "HZ-GB-2312", "SCSU", "BOCU-1", "CESU-8", "IMAP-mailbox-name", "x-iscii-de",
        "windows-949", "IBM930", "IBM1390", "LMBCS-1",
    ]
}
