import Dragoman

/// Writes the pieces of a page; what is not our own is escaped.
///
/// The markup is well-formed XML too: every element is closed and every attribute quoted.
struct HTMLWriter {
    let out: OutputFile

    /// Markup of our own.
    func markup(_ markup: String) throws { try out.write(markup) }

    /// Text or the value of an attribute; controls become their pictures (U+2400...).
    func escaped(_ text: String) throws {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "'": bytes += "&#39;".utf8
            default:
                if let sign = InvisibleCharacter(scalar), !sign.isWritable {
                    bytes += sign.sign.utf8
                } else {
                    bytes.append(scalar)
                }
            }
        }
        try out.write(bytes)
    }

    /// An element that holds nothing but text.
    func element(_ name: String, class kind: String? = nil, _ text: String) throws {
        try markup(kind.map { "<\(name) class=\"\($0)\">" } ?? "<\(name)>")
        try escaped(text)
        try markup("</\(name)>")
    }
}
