internal import ByteXML
internal import UnicodeText

/// Writes entries as lines.
struct POOutput {
    private let sink: ByteSink
    private var buffer: [UInt8] = []
    /// NUL characters left out so far.
    private(set) var dropped = 0

    init(to sink: @escaping ByteSink) { self.sink = sink }

    mutating func write(_ entry: POEntry) throws {
        if hasEntry { buffer.append(0x0A) }
        hasEntry = true
        for comment in entry.comments { line("#", comment) }
        for comment in entry.extracted { line("#.", comment) }
        for reference in entry.references { line("#:", reference) }
        let flags = (entry.isFuzzy ? ["fuzzy"] : []) + entry.flags
        if !flags.isEmpty { line("#,", UTF8Text(flags.joined(separator: ", "))) }
        let start = entry.isObsolete ? "#~ " : ""
        if let previous = entry.previous {
            let start = entry.isObsolete ? "#~| " : "#| "
            if let context = previous.context { text(start, "msgctxt", context) }
            if let message = previous.message { text(start, "msgid", message) }
            if let plural = previous.plural { text(start, "msgid_plural", plural) }
        }
        if let context = entry.context { text(start, "msgctxt", context) }
        text(start, "msgid", entry.message)
        if let plural = entry.plural {
            text(start, "msgid_plural", plural)
            for (index, translation) in entry.translations.enumerated() {
                text(start, "msgstr[\(index)]", translation)
            }
            if entry.translations.isEmpty {
                for index in 0..<2 { text(start, "msgstr[\(index)]", UTF8Text()) }
            }
        } else {
            text(start, "msgstr", entry.translations.first ?? UTF8Text())
        }
        if buffer.count >= 64 * 1024 { try flush() }
    }

    private var hasEntry = false

    mutating func flush() throws {
        try buffer.withUnsafeBufferPointer(sink)
        buffer.removeAll(keepingCapacity: true)
    }

    /// A comment; line breaks in it begin further comments.
    private mutating func line(_ mark: String, _ text: UTF8Text) {
        for line in text.bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            buffer += mark.utf8
            if !line.isEmpty { buffer.append(0x20) }
            for byte in line {
                if byte == 0 { dropped += 1 } else { buffer.append(byte) }
            }
            buffer.append(0x0A)
        }
    }

    /// A keyword and its string: on one line, or for a text of several a line each.
    private mutating func text(_ start: String, _ keyword: String, _ text: UTF8Text) {
        buffer += start.utf8
        buffer += keyword.utf8
        buffer.append(0x20)
        let bytes = text.bytes
        let firstBreak = bytes.firstIndex(of: 0x0A)
        let isLong = firstBreak.map { $0 + 1 < bytes.count } ?? false
        if isLong { buffer += "\"\"\n\(start)".utf8 }
        buffer.append(UInt8(ascii: "\""))
        for (index, byte) in bytes.enumerated() {
            append(byte)
            if byte == 0x0A, isLong, index + 1 < bytes.count { buffer += "\"\n\(start)\"".utf8 }
        }
        buffer += "\"\n".utf8
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case 0: dropped += 1
        case 0x07: buffer += "\\a".utf8
        case 0x08: buffer += "\\b".utf8
        case 0x09: buffer += "\\t".utf8
        case 0x0A: buffer += "\\n".utf8
        case 0x0B: buffer += "\\v".utf8
        case 0x0C: buffer += "\\f".utf8
        case 0x0D: buffer += "\\r".utf8
        case UInt8(ascii: "\""): buffer += "\\\"".utf8
        case UInt8(ascii: "\\"): buffer += "\\\\".utf8
        case 0x01...0x1F, 0x7F:
            let digits = String(byte, radix: 8)
            buffer += "\\\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)".utf8
        default: buffer.append(byte)
        }
    }
}
