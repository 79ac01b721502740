public import UnicodeText

/// A text with its key and the way back from the key's bytes to the text's.
public struct FoldedText: Sendable {
    public let source: UTF8Text
    public let key: UTF8Text
    private let map: EditMap

    /// O(n), with ICU asked for every character beyond ASCII.
    public init(_ source: UTF8Text) {
        self.source = source
        if isASCII(source.bytes) {
            key = FoldedKey.key(of: source)
            map = EditMap(identity: source.count)
            return
        }
        guard let composed = try? NormalizationForm.nfc.applyTracked(to: source),
            let folded = Self.fold(composed.text), let again = try? NormalizationForm.nfc.applyTracked(to: folded.text)
        else {
            key = source
            map = EditMap(identity: source.count)
            return
        }
        key = again.text
        map = composed.edits.composed(with: folded.edits).composed(with: again.edits)
    }

    /// Case folding does not depend on neighbours, so it may be done character by character. ASCII letters keep their
    /// length and are no edits here.
    private static func fold(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap)? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var edits: [Edit] = []
        for placed in text.placedScalars {
            if placed.range.count == 1 {
                let byte = text.bytes[placed.range.lowerBound]
                output.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                continue
            }
            let piece = text[placed.range]
            guard let folded = try? CaseMapping.fold(piece) else { return nil }
            let start = output.count
            output.append(contentsOf: folded.bytes)
            if folded != piece { edits.append(Edit(source: placed.range, target: start..<output.count, rules: [])) }
        }
        return (UTF8Text(unchecked: output), EditMap(sourceCount: text.count, targetCount: output.count, edits: edits))
    }

    /// The bytes of the text that a range of the key came from, whole characters; `nil` when an end of the range lies
    /// inside of what one change made ("s" of "ss" for "ß"). O(log changes).
    public func source(ofKey range: ByteRange) -> ByteRange? {
        guard isClean(range.lowerBound), isClean(range.upperBound) else { return nil }
        return map.source(of: range)
    }

    private func isClean(_ offset: Int) -> Bool {
        let index = map.edits.partitionIndex { $0.target.upperBound <= offset }
        return index == map.edits.count || map.edits[index].target.lowerBound >= offset
    }
}
