public import UnicodeText

/// Undoes UTF-8 that was read as a single-byte encoding: "â€™" for "’", "Ã©" for "é", "РџСЂ" for "Пр".
///
/// Characters are turned back into the bytes they were made of; where those form well-formed UTF-8 and the reading is
/// one that no writer means, they are replaced. Works on single sequences, so that good text in the same line stays,
/// and again on its own result, for text that was misread twice. O(n).
public struct MojibakeRepair: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        var result = (text: text, edits: EditMap(identity: text.count))
        guard !isASCII(text.bytes) else { return result }
        for _ in 0..<Self.maximumLayers {
            var changed = false
            for encoding in Self.encodings {
                let next = Self.repair(result.text, encoding)
                if next.edits.isIdentity { continue }
                result = (next.text, result.edits.composed(with: next.edits))
                changed = true
            }
            if !changed { break }
        }
        return result
    }

    private static let maximumLayers = 3
    private static let encodings: [SingleByteEncoding] = [.windows1252, .windows1251, .windows1250, .macRoman]

    private static func repair(_ text: UTF8Text, _ encoding: SingleByteEncoding) -> (text: UTF8Text, edits: EditMap) {
        var scan = MojibakeScan(text: text, encoding: encoding)
        var rewriter = TextRewriter(text)
        while let found = scan.next() {
            var bytes: [UInt8] = []
            bytes.append(found.meant)
            rewriter.replace(found.range, with: bytes, rule: "mojibake:\(encoding.name)")
        }
        return rewriter.finish()
    }
}
