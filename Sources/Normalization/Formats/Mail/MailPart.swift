internal import UnicodeText

/// A part of a message that has a text.
struct MailPart {
    /// In small letters, such as `text/html`.
    let type: String
    let charset: String?
    /// In small letters.
    let transferEncoding: String
    let isFlowed: Bool
    let deletesFlowBlank: Bool
    let body: ByteRange

    init(_ header: MailHeader, _ body: ByteRange, in text: UTF8Text) {
        let parameters = header["content-type"]?.structured(in: text)
        type = parameters.map { $0.value.isEmpty ? "text/plain" : $0.value } ?? "text/plain"
        charset = parameters?["charset"]
        transferEncoding = header["content-transfer-encoding"]?.structured(in: text).value ?? "7bit"
        isFlowed = Self.says(parameters?["format"], "flowed")
        deletesFlowBlank = Self.says(parameters?["delsp"], "yes")
        self.body = body
    }

    /// The text of a message without its header.
    init(quotedPrintable body: ByteRange) {
        type = "text/plain"
        charset = "utf-8"
        transferEncoding = "quoted-printable"
        isFlowed = false
        deletesFlowBlank = false
        self.body = body
    }

    private static func says(_ value: String?, _ word: StaticString) -> Bool {
        guard let value else { return false }
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return value.utf8.map { $0 | 0x20 }.elementsEqual(wanted)
    }
}

/// What a message is made of, in order.
enum MailPiece {
    case text(MailPart)
    /// The header of a message inside the message.
    case header(MailHeader)
}
