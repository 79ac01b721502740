internal import UnicodeText

/// Tells a page or a piece of one from plain text.
enum HTMLDetection {
    /// Whether the beginning of the text has a document type, or enough elements that are no words of a text.
    static func isHTML(_ text: UTF8Text) -> Bool {
        let head = Array(text.bytes.prefix(16 * 1024))
        guard head.contains(UInt8(ascii: "<")) else { return false }
        var found = 0
        var offset = 0
        while let start = head[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start + 1
            var end = offset
            if end < head.count, head[end] == UInt8(ascii: "/") || head[end] == UInt8(ascii: "!") { end += 1 }
            let nameStart = end
            while end < head.count,
                head[end] | 0x20 >= 0x61 && head[end] | 0x20 <= 0x7A || head[end] >= 0x30 && head[end] <= 0x39
            {
                end += 1
            }
            let name = String(decoding: head[nameStart..<end].map { $0 | 0x20 }, as: UTF8.self)
            if name == "doctype" || name == "html" { return true }
            if names.contains(name) { found += 1 }
            if found >= 3 { return true }
        }
        return false
    }

    private static let names: Set<String> = [
        "head", "body", "div", "p", "span", "article", "section", "main", "nav", "header", "footer", "aside", "ul",
        "ol",
        "li", "table", "tr", "td", "script", "style", "meta", "link", "title", "br", "a", "img", "figure", "h1", "h2",
    ]
}
