internal import UnicodeText

/// Counts how deep tags are open, without a tree.
enum HTMLNesting {
    static func exceeds(_ limit: Int, in text: UTF8Text) -> Bool {
        let bytes = text.bytes
        var depth = 0
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start + 1
            guard offset < bytes.count else { return false }
            if bytes[offset] == UInt8(ascii: "/") {
                depth = max(0, depth - 1)
                continue
            }
            var end = offset
            while end < bytes.count, end - offset < 12, bytes[end] | 0x20 >= 0x61 && bytes[end] | 0x20 <= 0x7A {
                end += 1
            }
            guard end > offset else { continue }
            let name = String(decoding: bytes[offset..<end].map { $0 | 0x20 }, as: UTF8.self)
            if selfClosing.contains(name) { continue }
            depth += 1
            if depth > limit { return true }
        }
        return false
    }

    /// Void elements, and those whose end tags pages leave out.
    private static let selfClosing: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot", "colgroup",
    ]
}
