internal import CICU

/// Tells which encoding bytes are in: byte order mark, escapes of ISO 2022, strict UTF-8, UTF-16 and UTF-32 by the
/// place of their zero bytes, then ICU's statistics.
public enum EncodingDetector {
    public struct Guess: Hashable, Sendable {
        /// IANA name.
        public let encoding: String
        /// 0...1.
        public let confidence: Double
        /// What the answer rests on.
        public let evidence: Evidence
        /// Length of the byte order mark.
        public let markLength: Int

        public init(encoding: String, confidence: Double, evidence: Evidence, markLength: Int) {
            self.encoding = encoding
            self.confidence = confidence
            self.evidence = evidence
            self.markLength = markLength
        }
    }

    public enum Evidence: String, Sendable {
        case byteOrderMark = "byte-order-mark"
        case escapes, ascii, utf8 = "valid-utf8", damagedUTF8 = "damaged-utf8", zeroBytes = "zero-bytes", statistics,
            forced
    }

    /// The best guess, `nil` for bytes that are no text. Statistics look at the first 64 KB of what is not ASCII.
    public static func detect(_ bytes: [UInt8]) -> Guess? {
        if let marked = byteOrderMark(bytes) { return marked }
        if bytes.isEmpty { return Guess(encoding: "UTF-8", confidence: 1, evidence: .ascii, markLength: 0) }
        if let wide = zeroBytes(bytes) { return wide }
        guard !isBinary(bytes) else { return nil }
        if let escaped = escapes(bytes) { return escaped }
        if isASCII(bytes) { return Guess(encoding: "UTF-8", confidence: 1, evidence: .ascii, markLength: 0) }
        let (good, bad) = countSequences(bytes)
        if bad == 0 { return Guess(encoding: "UTF-8", confidence: 1, evidence: .utf8, markLength: 0) }
        // Text in another encoding hardly ever forms long sequences by chance; a file with a few bad bytes among many
        // good sequences was UTF-8 before something cut or mixed it.
        if good >= 4, good >= bad * 10 {
            return Guess(
                encoding: "UTF-8", confidence: Double(good) / Double(good + bad), evidence: .damagedUTF8, markLength: 0)
        }
        return statistics(bytes)
    }

    /// Length in bytes of the byte order mark at the start, 0 if there is none.
    public static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int { byteOrderMark(bytes)?.markLength ?? 0 }

    private static func byteOrderMark(_ bytes: [UInt8]) -> Guess? {
        let marks: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
            ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"), ([0x84, 0x31, 0x95, 0x33], "GB18030"),
        ]
        for (mark, name) in marks where bytes.starts(with: mark) {
            return Guess(encoding: name, confidence: 1, evidence: .byteOrderMark, markLength: mark.count)
        }
        return nil
    }

    /// UTF-16 or UTF-32 without a mark: ASCII characters leave zero bytes at fixed places.
    private static func zeroBytes(_ bytes: [UInt8]) -> Guess? {
        let sample = bytes.prefix(4096)
        let whole = sample.count / 4 * 4
        guard whole >= 8 else { return nil }
        var zeros = [0, 0, 0, 0]
        for index in 0..<whole where sample[index] == 0 { zeros[index % 4] += 1 }
        let quarter = whole / 4
        func mostly(_ index: Int) -> Bool { zeros[index] * 10 >= quarter * 7 }
        func hardly(_ index: Int) -> Bool { zeros[index] * 20 <= quarter }
        let name: String
        if mostly(1), mostly(2), mostly(3), hardly(0) {
            name = "UTF-32LE"
        } else if mostly(0), mostly(1), mostly(2), hardly(3) {
            name = "UTF-32BE"
        } else if mostly(1), mostly(3), hardly(0), hardly(2) {
            name = "UTF-16LE"
        } else if mostly(0), mostly(2), hardly(1), hardly(3) {
            name = "UTF-16BE"
        } else {
            return nil
        }
        return Guess(encoding: name, confidence: 0.95, evidence: .zeroBytes, markLength: 0)
    }

    /// More than a stray control character in the first 64 KB: an image, an archive, a program.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        var controls = 0
        let sample = bytes.prefix(64 * 1024)
        for byte in sample where byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B && byte != 0x1A {
            controls += byte == 0 ? 4 : 1
        }
        return controls * 50 > sample.count
    }

    /// ISO-2022 and HZ are valid ASCII; only their escapes tell.
    private static func escapes(_ bytes: [UInt8]) -> Guess? {
        guard let escape = bytes.firstIndex(of: 0x1B), escape + 2 < bytes.count else { return nil }
        let next = bytes[escape + 1]
        guard next == 0x24 || next == 0x28 else { return nil }
        let name: String
        if next == 0x24, bytes[escape + 2] == 0x29, escape + 3 < bytes.count {
            name = bytes[escape + 3] == 0x43 ? "ISO-2022-KR" : "ISO-2022-CN"
        } else {
            name = "ISO-2022-JP"
        }
        return Guess(encoding: name, confidence: 0.95, evidence: .escapes, markLength: 0)
    }

    /// Well-formed sequences of two bytes or more, and ill-formed parts.
    private static func countSequences(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
        bytes.withUnsafeBufferPointer { all in
            var good = 0
            var bad = 0
            var offset = 0
            while offset < all.count {
                if all[offset] < 0x80 {
                    offset += 1
                    continue
                }
                let length = UTF8Validation.sequenceLength(all, at: offset)
                if length > 0 {
                    good += 1
                    offset += length
                } else {
                    bad += 1
                    offset += UTF8Validation.illFormedLength(all, at: offset)
                }
            }
            return (good, bad)
        }
    }

    private static func statistics(_ bytes: [UInt8]) -> Guess? {
        let sample = Array(bytes.prefix(64 * 1024))
        let hasMarkup = sample.filter { $0 == 0x3C }.count > 4
        final class Answers {
            var all: [(String, Double)] = []
        }
        let answers = Answers()
        let status = sample.withUnsafeBufferPointer { source in
            dgm_detect_encoding(
                source.baseAddress, Int32(source.count), hasMarkup ? 1 : 0,
                Unmanaged.passUnretained(answers).toOpaque()
            ) { context, name, _, confidence in
                guard let context, let name else { return }
                Unmanaged<Answers>.fromOpaque(context).takeUnretainedValue().all.append(
                    (String(cString: name), Double(confidence) / 100))
            }
        }
        guard status <= 0, let best = answers.all.first else { return nil }
        return Guess(
            encoding: windowsName(best.0, sample), confidence: best.1, evidence: .statistics, markLength: 0)
    }

    /// ISO-8859-1 text with bytes 0x80...0x9F is windows-1252: those bytes are quotes there and controls nowhere used.
    private static func windowsName(_ name: String, _ sample: [UInt8]) -> String {
        guard sample.contains(where: { (0x80...0x9F).contains($0) }) else { return name }
        switch name {
        case "ISO-8859-1": return "windows-1252"
        case "ISO-8859-2": return "windows-1250"
        case "ISO-8859-5": return "windows-1251"
        case "ISO-8859-6": return "windows-1256"
        case "ISO-8859-7": return "windows-1253"
        case "ISO-8859-8", "ISO-8859-8-I": return "windows-1255"
        case "ISO-8859-9": return "windows-1254"
        default: return name
        }
    }
}
