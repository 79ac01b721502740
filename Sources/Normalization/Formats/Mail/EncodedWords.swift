internal import UnicodeText

/// Decodes encoded words in header fields (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
enum EncodedWords {
    private struct Word {
        let range: ByteRange
        let charset: String
        let bytes: [UInt8]
    }

    /// The text with its encoded words decoded, rule `encoded-word`; words side by side are one, for characters are
    /// cut between them. O(n).
    static func decoded(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        var rewriter = TextRewriter(text)
        var offset = 0
        var run: [Word] = []
        func flush() {
            guard let first = run.first, let last = run.last else { return }
            var meant: [UInt8] = []
            var index = 0
            while index < run.count {
                var bytes = run[index].bytes
                let charset = run[index].charset
                index += 1
                while index < run.count, run[index].charset.utf8.elementsEqual(charset.utf8) {
                    bytes += run[index].bytes
                    index += 1
                }
                meant += MailCharset.decoded(bytes, charset: charset).text.bytes
            }
            // A word may hold what would end the line.
            rewriter.replace(
                first.range.lowerBound..<last.range.upperBound, with: meant.map { $0 < 0x20 ? 0x20 : $0 },
                rule: "encoded-word")
            run = []
        }
        while let start = text.bytes[offset...].firstIndex(of: UInt8(ascii: "=")) {
            guard let word = word(text, at: start) else {
                offset = start + 1
                continue
            }
            if let last = run.last, !text.bytes[last.range.upperBound..<start].allSatisfy({ $0 <= 0x20 }) { flush() }
            run.append(word)
            offset = word.range.upperBound
        }
        flush()
        return rewriter.finish()
    }

    /// A word is at most 75 characters long; programs make longer ones.
    private static let limit = 1_000

    private static func word(_ text: UTF8Text, at start: Int) -> Word? {
        let bytes = text.bytes[start..<min(text.count, start + limit)]
        guard bytes.starts(with: "=?".utf8) else { return nil }
        guard let charsetEnd = bytes[(start + 2)...].firstIndex(of: UInt8(ascii: "?")), charsetEnd > start + 2,
            charsetEnd + 2 < bytes.endIndex, bytes[charsetEnd + 2] == UInt8(ascii: "?")
        else { return nil }
        let textStart = charsetEnd + 3
        guard textStart <= bytes.endIndex,
            let end = bytes[textStart...].firstIndex(of: UInt8(ascii: "?")), end + 1 < bytes.endIndex,
            bytes[end + 1] == UInt8(ascii: "=")
        else { return nil }
        let payload = bytes[textStart..<end]
        let decoded: [UInt8]
        switch bytes[charsetEnd + 1] | 0x20 {
        case UInt8(ascii: "b"): decoded = TransferEncoding.base64(payload).bytes
        case UInt8(ascii: "q"): decoded = quoted(payload)
        default: return nil
        }
        // A language may follow the name (RFC 2231, section 5).
        let name = bytes[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
        return Word(range: start..<end + 2, charset: String(decoding: name, as: UTF8.self), bytes: decoded)
    }

    /// `_` is a blank, `=C3` a byte (RFC 2047, section 4.2).
    private static func quoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "="), offset + 2 < bytes.endIndex,
                let high = TransferEncoding.hexadecimal(bytes[offset + 1]),
                let low = TransferEncoding.hexadecimal(bytes[offset + 2])
            {
                result.append(high << 4 | low)
                offset += 3
                continue
            }
            result.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
            offset += 1
        }
        return result
    }
}
