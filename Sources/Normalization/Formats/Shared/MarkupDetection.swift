internal import UnicodeText

/// Tells whether a field of a format holds HTML: its tags must be HTML's, for "<" stands in plain text too.
enum MarkupDetection {
    static func hasTags(_ text: UTF8Text) -> Bool {
        let bytes = text.bytes
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start + 1
            var end = offset
            if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
            let nameStart = end
            while end < bytes.count, end - nameStart < 12, isNameByte(bytes[end]) { end += 1 }
            guard end > nameStart, end < bytes.count else { continue }
            let next = bytes[end]
            guard next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20 else { continue }
            if names.contains(String(decoding: bytes[nameStart..<end].map { $0 | 0x20 }, as: UTF8.self)) { return true }
        }
        return false
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    private static let names: Set<String> = [
        "a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "center", "cite", "code", "dd", "del", "div",
        "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "i", "iframe", "img", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s",
        "script", "section", "small", "span", "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "th",
        "tr", "tt", "u", "ul", "video",
    ]
}
