/// The names of the tags of HTML that stand in some bytes, one after the other, in small letters. O(n).
///
/// A name ends at ">", "/" or a blank, or it is none: "<" stands in plain text too.
struct HTMLTagNames: Sequence, IteratorProtocol {
    /// Elements that are in the head of a page alone.
    private static let ofHead: Set<String> = ["link", "meta", "title"]
    /// Elements that a page is built of.
    private static let ofLayout: Set<String> = [
        "a", "article", "aside", "body", "br", "div", "figure", "footer", "h1", "h2", "head", "header", "html", "img",
        "li", "main", "nav", "ol", "p", "script", "section", "span", "style", "table", "td", "tr", "ul",
    ]
    /// Elements that text is marked up with, and the rarer ones of its layout.
    private static let ofText: Set<String> = [
        "abbr", "b", "blockquote", "center", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption", "font", "h3",
        "h4", "h5", "h6", "hr", "i", "iframe", "ins", "mark", "pre", "q", "s", "small", "strike", "strong", "sub",
        "sup", "tbody", "th", "tt", "u", "video",
    ]
    /// What a page has many of.
    static let ofPages = ofHead.union(ofLayout)
    /// What copy has in it that is a field of something else; "<title>" and its like may be text there.
    static let ofCopy = ofLayout.union(ofText)

    private static let longest = 12

    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    /// The next name; that of a declaration has its "!": "!doctype".
    mutating func next() -> String? {
        while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
            offset = start + 1
            var end = offset
            if end < bytes.endIndex, bytes[end] == UInt8(ascii: "/") { end += 1 }
            let nameStart = end
            if end < bytes.endIndex, bytes[end] == UInt8(ascii: "!") { end += 1 }
            while end < bytes.endIndex, end - nameStart < Self.longest, Self.isNameByte(bytes[end]) { end += 1 }
            guard end > nameStart, end < bytes.endIndex else { continue }
            let next = bytes[end]
            guard next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20 else { continue }
            return String(decoding: bytes[nameStart..<end].map { Self.lowered($0) }, as: UTF8.self)
        }
        return nil
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
}
