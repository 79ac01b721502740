/// Tells which encoding bytes are in.
///
/// In this order: byte order mark, UTF-32 and UTF-16 by their code units, escapes of ISO 2022 and HZ, strict UTF-8,
/// statistics of letter pairs, and with them the encoding declared in HTML, XML or a MIME header.
public enum EncodingDetector {
    /// The best guess, `nil` for bytes that are no text. O(n); statistics look at 48 KB of what is not ASCII.
    public static func detect(_ bytes: [UInt8]) -> Guess? {
        if let marked = byteOrderMark(bytes) { return marked }
        if bytes.isEmpty { return Guess(encoding: "UTF-8", confidence: 1, evidence: .ascii) }
        if let wide = WideEncodings.detect(bytes) {
            return Guess(encoding: wide.name, confidence: wide.confidence, evidence: .zeroBytes)
        }
        // Before the test for binary data: ISO-2022-KR is full of shift controls.
        if let name = EscapedEncodings.detect(bytes) {
            return Guess(encoding: name, confidence: 0.95, evidence: .escapes)
        }
        guard !isBinary(bytes) else { return nil }
        if isASCII(bytes) {
            return Guess(encoding: "UTF-8", confidence: 1, evidence: .ascii, equivalents: ["US-ASCII"])
        }
        return utf8(bytes) ?? statistics(bytes)
    }

    /// Valid UTF-8, or what was valid before something cut or mixed it: text in another encoding hardly ever forms
    /// sequences by chance, and never mostly.
    private static func utf8(_ bytes: [UInt8]) -> Guess? {
        // Nothing to count in most texts.
        if UTF8Validation.firstError(in: bytes) == nil {
            return Guess(encoding: "UTF-8", confidence: 1, evidence: .utf8)
        }
        let (good, bad) = countSequences(bytes)
        // Not well-formed without an ill-formed part: cut off.
        if bad == 0, good > 0 { return Guess(encoding: "UTF-8", confidence: 0.98, evidence: .utf8) }
        guard good >= 4, good >= bad * 10 else { return nil }
        return Guess(encoding: "UTF-8", confidence: Double(good) / Double(good + bad), evidence: .damagedUTF8)
    }

    /// Length in bytes of the byte order mark at the start, 0 if there is none.
    public static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int { byteOrderMark(bytes)?.markLength ?? 0 }

    /// The encoding that a byte order mark names, `nil` without one.
    public static func byteOrderMark(_ bytes: [UInt8]) -> Guess? {
        let marks: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
            ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "GB18030"),
        ]
        for (mark, name) in marks where bytes.starts(with: mark) {
            return Guess(encoding: name, confidence: 1, evidence: .byteOrderMark, markLength: mark.count)
        }
        return nil
    }

    /// More than a stray control character in the first 64 KB: an image, an archive, a program.
    ///
    /// The controls that frame messages on the wire (IPTC 7901, ANPA-1312: SOH, STX, ETX, EOT, DC1 to DC4, SYN, US) count
    /// only beside a zero byte, which no text has.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        var controls = 0
        var framing = 0
        var hasZero = false
        // Zero bytes at the end fill a record, or a file whose writer was stopped; what stands before tells.
        let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        guard end > 0 else { return true }
        let sample = bytes[..<min(end, 64 * 1024)]
        sample.withUnsafeBytes { sample in
            for start in stride(from: 0, to: sample.count, by: 8) {
                let word = ASCIIWord.load(sample, at: start)
                // Most texts have none but tabs and line ends. Behind the end there are zeroes.
                if ASCIIWord.within(word, 0, 0x1F) == ASCIIWord.within(word, 0x09, 0x0D) { continue }
                for byte in sample[start..<min(sample.count, start + 8)] {
                    switch byte {
                    case 0x09...0x0D, 0x1A, 0x1B, 0x20...0xFF: continue
                    case 0:
                        controls += 4
                        hasZero = true
                    case 0x01...0x04, 0x11...0x14, 0x16, 0x1F: framing += 1
                    default: controls += 1
                    }
                }
            }
        }
        return (hasZero ? controls + framing : controls) * 50 > sample.count
    }

    /// Well-formed sequences of two bytes or more, and ill-formed parts; a sequence that the end of the file cuts off is
    /// neither.
    private static func countSequences(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
        bytes.withUnsafeBufferPointer { all in
            var good = 0
            var bad = 0
            var offset = 0
            while offset < all.count {
                if all[offset] < 0x80 {
                    offset += 1
                    // Eight bytes of ASCII at a time.
                    while offset + 8 <= all.count,
                        UnsafeRawBufferPointer(all).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                            & 0x8080_8080_8080_8080 == 0
                    {
                        offset += 8
                    }
                    continue
                }
                let length = UTF8Validation.sequenceLength(all, at: offset)
                if length > 0 {
                    good += 1
                    offset += length
                    continue
                }
                let illFormed = UTF8Validation.illFormedLength(all, at: offset)
                if offset + illFormed == all.count, all[offset] >= 0xC2, all.count - offset < expected(all[offset]) {
                    // The first of its bytes alone may be a letter of another encoding.
                    return (good + (illFormed > 1 ? 1 : 0), bad)
                }
                bad += 1
                offset += illFormed
            }
            return (good, bad)
        }
    }

    /// How long a sequence with this first byte is.
    private static func expected(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0 }
}
