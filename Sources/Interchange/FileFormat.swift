internal import UnicodeText

/// The formats of files that come in, told by their content.
public enum FileFormat: String, Sendable, CaseIterable {
    case tmx, tbx, xliff, po, tsv, csv, unknown

    /// The format of a file by its first bytes, and by its name where those could be either.
    public static func detect(_ head: [UInt8], name: String) -> FileFormat {
        let text = decoded(head)
        if let root = rootElement(text) {
            switch root {
            case "tmx": return .tmx
            case "tbx", "martif": return .tbx
            case "xliff": return .xliff
            default: return .unknown
            }
        }
        if name.hasSuffix(".tmx") { return .tmx }
        if name.hasSuffix(".tbx") { return .tbx }
        if name.hasSuffix(".xlf") || name.hasSuffix(".xliff") { return .xliff }
        if isPO(text) || name.hasSuffix(".po") || name.hasSuffix(".pot") { return .po }
        let line = text.bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        if line.contains(0x09) { return .tsv }
        let hasSeparator = line.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        if hasSeparator, !line.contains(UInt8(ascii: "<")) { return .csv }
        return .unknown
    }

    /// Whether the first line that is neither empty nor a comment begins a message. Messages that are no longer in use
    /// look like comments.
    private static func isPO(_ text: UTF8Text) -> Bool {
        for line in text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard let first = line.first else { continue }
            let unused = Array("#~ msgid ".utf8)
            if first == UInt8(ascii: "#"), !line.starts(with: unused) { continue }
            let words = ["msgid \"", "msgctxt \"", "#~ msgid \"", "domain \""]
            return words.contains { line.starts(with: $0.utf8) }
        }
        return false
    }

    /// The head as UTF-8; UTF-16 has its zero bytes taken out, which is enough for names in ASCII.
    private static func decoded(_ head: [UInt8]) -> UTF8Text {
        guard let guess = EncodingDetector.detect(head),
            let result = try? CharacterDecoder.decode(head, from: guess.markLength, encoding: guess.encoding)
        else { return UTF8Text() }
        return result.text
    }

    /// Name of the first element, without prefix; declarations and comments are passed over.
    private static func rootElement(_ text: UTF8Text) -> String? {
        let bytes = text.bytes
        guard text.trimmed.bytes.first == UInt8(ascii: "<") else { return nil }
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count {
            offset = start + 1
            if bytes[offset...].starts(with: "!--".utf8) {
                guard let end = (offset..<bytes.count).first(where: { bytes[$0...].starts(with: "-->".utf8) }) else {
                    return nil
                }
                offset = end
                continue
            }
            if bytes[offset] == UInt8(ascii: "?") || bytes[offset] == UInt8(ascii: "!") { continue }
            let name = bytes[offset...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
            let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
            return String(decoding: local, as: UTF8.self)
        }
        return nil
    }
}
