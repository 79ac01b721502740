public import UnicodeText

/// Undoes UTF-8 that was read as a single-byte encoding: "â€™" for "’", "Ã©" for "é", "РџСЂ" for "Пр".
///
/// Characters are turned back into the bytes they were made of; where those form well-formed UTF-8 and the neighbours
/// become clearly more probable by it, they are replaced, sequence by sequence, so that good text in the same line
/// stays, and layer by layer, for text that was misread twice. O(n).
public struct MojibakeRepair: Step {
    public init() {}

    public func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        var result = (text: text, edits: EditMap(identity: text.count))
        // The end of a long line may become certain by what was found in its beginning: once more until nothing does.
        for _ in 0..<Self.maximumPasses {
            var pass = MojibakePass(result.text)
            var next = pass.run()
            if pass.meetsMarks {
                // "A" and a tilde are half a misreading too, once they are one character.
                let composed = Composition().apply(to: result.text)
                if !composed.edits.isIdentity {
                    var second = MojibakePass(composed.text)
                    next = second.run()
                    if next.edits.isIdentity { break }
                    result = (composed.text, result.edits.composed(with: composed.edits))
                }
            }
            if next.edits.isIdentity { break }
            result = (next.text, result.edits.composed(with: next.edits))
            // What is found must not depend on whether the rest of a damaged text is composed.
            let composed = Composition().apply(to: result.text)
            if !composed.edits.isIdentity { result = (composed.text, result.edits.composed(with: composed.edits)) }
        }
        return result
    }

    private static let maximumPasses = 6
}
