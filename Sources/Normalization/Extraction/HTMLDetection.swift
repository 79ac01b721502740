internal import UnicodeText

/// Tells a page or a piece of one from plain text.
enum HTMLDetection {
    /// Whether the beginning of the text has a document type, or enough elements that are no words of a text.
    static func isHTML(_ text: UTF8Text) -> Bool {
        var found = 0
        for name in HTMLTagNames(text.bytes.prefix(16 * 1024)) {
            if name == "!doctype" || name == "html" { return true }
            if HTMLTagNames.ofPages.contains(name) { found += 1 }
            if found >= 3 { return true }
        }
        return false
    }
}
