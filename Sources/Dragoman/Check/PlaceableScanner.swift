internal import UnicodeText

/// Finds placeholders in a text. O(n).
enum PlaceableScanner {
    /// A name in braces is no longer than this, in bytes.
    private static let longest = 64

    static func places(in text: UTF8Text) -> [ByteRange] {
        let bytes = text.bytes
        var result: [ByteRange] = []
        var position = 0
        while position < bytes.count {
            let end: Int? =
                switch bytes[position] {
                case UInt8(ascii: "%"): format(bytes, position)
                case UInt8(ascii: "{"): braces(bytes, position)
                case UInt8(ascii: "$"):
                    position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "{")
                        ? braces(bytes, position + 1) : nil
                default: nil
                }
            if let end { result.append(position..<end) }
            position = end ?? position + 1
        }
        return result
    }

    /// `%s`, `%1$s`, `%.2f`, `%(name)s`, `%{name}`; not the percent sign behind a number, nor one before a word.
    private static func format(_ bytes: [UInt8], _ start: Int) -> Int? {
        if start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "%") { return nil }
        var end = start + 1
        guard end < bytes.count else { return nil }
        if bytes[end] == UInt8(ascii: "{") { return braces(bytes, end) }
        if bytes[end] == UInt8(ascii: "(") {
            guard let close = name(bytes, end, UInt8(ascii: ")")) else { return nil }
            end = close
        }
        let limit = min(bytes.count, end + 12)
        while end < limit, isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "$") || bytes[end] == UInt8(ascii: ".") {
            end += 1
        }
        while end < limit, bytes[end] == UInt8(ascii: "l") { end += 1 }
        guard end < bytes.count, "sdifuxXgc@".utf8.contains(bytes[end]) else { return nil }
        end += 1
        // "%sure" is a word with a sign before it.
        if end < bytes.count, isName(bytes[end]) { return nil }
        return end
    }

    private static func braces(_ bytes: [UInt8], _ start: Int) -> Int? {
        let isDouble = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
        guard let end = name(bytes, isDouble ? start + 1 : start, UInt8(ascii: "}")) else { return nil }
        guard isDouble else { return end }
        return end < bytes.count && bytes[end] == UInt8(ascii: "}") ? end + 1 : nil
    }

    /// The end behind a name and the mark that closes it.
    private static func name(_ bytes: [UInt8], _ open: Int, _ close: UInt8) -> Int? {
        var end = open + 1
        let limit = min(bytes.count, end + longest)
        while end < limit, isName(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
        return end < bytes.count && end > open + 1 && bytes[end] == close ? end + 1 : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isName(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == 0x5F || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
