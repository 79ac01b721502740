internal import UnicodeText

extension MailPart {
    /// The part's text, its transfer encoding and charset undone, with the way back to the decoded source.
    ///
    /// Quoted-printable leads back to the character, base64 to the line of the source, for there one byte of text comes
    /// out of two characters of the file.
    func text(of source: SourceText) -> SourcedText {
        let raw = source.text.bytes[body]
        switch transferEncoding {
        case "quoted-printable": return decoded(TransferEncoding.quotedPrintable(raw), isTouching: false)
        case "base64": return decoded(TransferEncoding.base64(raw), isTouching: true)
        default: return reread(source)
        }
    }

    private func decoded(_ inner: TransferEncoding.Decoded, isTouching: Bool) -> SourcedText {
        // Bytes that were not encoded are UTF-8 by now, whatever the part says.
        let result = MailCharset.decoded(inner.bytes, charset: charset)
        let first = EditMap(sourceCount: body.count, targetCount: inner.bytes.count, edits: inner.edits)
        // A line of base64 ends where it ends, also within a character.
        guard isTouching || result.text.bytes != inner.bytes else {
            return SourcedText(text: result.text, extent: body, edits: first)
        }
        let edits =
            isTouching
            ? Self.moved(first, to: result)
            : first.composed(with: MailCharset.edits(from: inner.bytes, to: result))
        return SourcedText(text: result.text, extent: body, edits: edits)
    }

    /// Edits that cover everything, with their results in the text that the bytes decode to: composed, they would all
    /// become one. A character cut between two belongs to the first.
    private static func moved(_ map: EditMap, to result: CharacterDecoder.Result) -> EditMap {
        let text = result.text
        var edits: [Edit] = []
        var offset = 0
        for edit in map.edits {
            let start = offset
            while offset < text.count {
                let length = text.scalar(at: offset).length
                guard result.offsets.source(of: offset..<offset + length).lowerBound < edit.target.upperBound else {
                    break
                }
                offset += length
            }
            edits.append(Edit(source: edit.source, target: start..<offset, rules: edit.rules))
        }
        return EditMap(sourceCount: map.sourceCount, targetCount: text.count, edits: edits)
    }

    /// Bytes sent as they are: the file as a whole may have been decoded in another encoding than this part's.
    private func reread(_ source: SourceText) -> SourcedText {
        let plain = SourcedText(source.text, body)
        guard let encoding = MailCharset.encoding(charset), !encoding.utf8.elementsEqual(source.encoding.utf8),
            source.evidence != .forced, source.evidence != .utf8, source.evidence != .byteOrderMark,
            source.evidence != .zeroBytes, !isASCII(plain.text.bytes)
        else { return plain }
        let file = source.offsets.source(of: body)
        guard file.upperBound <= source.bytes.count,
            let result = try? CharacterDecoder.decode(Array(source.bytes[file]), encoding: encoding)
        else { return plain }
        let edits = MailRereading(source: source, body: body, result: result, start: file.lowerBound).edits()
        return SourcedText(text: result.text, extent: body, edits: edits)
    }
}
