internal import UnicodeText

/// Decodes the bytes of a part by the charset it names.
enum MailCharset {
    /// The encoding a charset parameter means; `nil` when none is named or none is known by that name.
    static func encoding(_ charset: String?) -> String? {
        guard let charset, !charset.isEmpty, charset.utf8.count <= 60 else { return nil }
        guard let name = CharacterDecoder.canonicalName(charset) else { return nil }
        // Programs that say US-ASCII send what they have.
        return name.utf8.elementsEqual("US-ASCII".utf8) ? nil : name
    }

    /// The text of bytes. Without a charset they are UTF-8 if they can be, else what statistics say.
    static func decoded(_ bytes: [UInt8], charset: String?) -> CharacterDecoder.Result {
        let name = encoding(charset) ?? detected(bytes)
        if let result = try? CharacterDecoder.decode(bytes, encoding: name) { return result }
        return CharacterDecoder.decodeUTF8(bytes)
    }

    private static func detected(_ bytes: [UInt8]) -> String {
        if UTF8Validation.firstError(in: bytes) == nil { return "UTF-8" }
        return EncodingDetector.detect(bytes)?.encoding ?? "UTF-8"
    }

    /// How a decoded text was made out of its bytes, by character: what is the same byte on both sides is copied. O(n log n).
    static func edits(from bytes: [UInt8], to result: CharacterDecoder.Result) -> EditMap {
        let text = result.text
        if text.bytes == bytes { return EditMap(identity: bytes.count) }
        var edits: [Edit] = []
        var from = 0
        var to = 0
        func add(_ source: ByteRange, _ target: ByteRange) {
            edits.append(Edit(source: source, target: target, rules: rules))
        }
        while to < text.count {
            let length = text.scalar(at: to).length
            let source = result.offsets.source(of: to..<to + length)
            // One character of the file may have given several of the text.
            if source.lowerBound < from {
                if let last = edits.last {
                    edits[edits.count - 1].target = last.target.lowerBound..<to + length
                }
                to += length
                continue
            }
            if source.lowerBound > from { add(from..<source.lowerBound, to..<to) }
            if source.upperBound > bytes.count || !bytes[source].elementsEqual(text.bytes[to..<to + length]) {
                add(source, to..<to + length)
            }
            from = source.upperBound
            to += length
        }
        if from < bytes.count { add(from..<bytes.count, to..<to) }
        return EditMap(sourceCount: bytes.count, targetCount: text.count, edits: edits)
    }

    private static let rules = ["charset"]
}
