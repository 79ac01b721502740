public import UnicodeText

extension PressFormat {
    /// The format a text is in by its content; what is nothing else is plain text. O(n).
    public static func detect(_ text: UTF8Text) -> PressFormat {
        let start = text.trimmed(text.all).lowerBound
        guard start < text.count else { return .text }
        if IPTC7901Header.find(in: text) != nil || ANPAHeader.find(in: text) != nil { return .iptc7901 }
        switch text.bytes[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if NinjsSignature.matches(text, from: start) { return .ninjs }
        case UInt8(ascii: "<"):
            if let format = XMLRoot(text, from: start)?.format { return format }
        default:
            if MailHeader.isMail(text) { return .email }
        }
        if HTMLDetection.isHTML(text) { return .html }
        return QuotedPrintableText.matches(text) ? .email : .text
    }
}
