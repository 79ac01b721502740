internal import UnicodeText

/// Word spaces that are signs to blanks, and stops typed as two signs to the one that is meant (Ethiopic ፡, ፡፡, ::).
struct WordSpacePunctuation: Step {
    private let wordSpace: Unicode.Scalar
    private let stops: [(typed: UTF8Text, meant: UTF8Text)]
    private let script: String

    /// `nil` in a language without such signs.
    init?(_ data: ConventionData) {
        guard let sign = data.words("word-space").first?.first.flatMap(ConventionData.scalar) else { return nil }
        wordSpace = sign
        script = data.words("word-space").first?.last?.description ?? ""
        stops = data.words("stop").filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        // Every letter and sign of the script lies beyond ASCII.
        guard !isASCII(text.bytes) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            if scalar.isLetter || scalar.isBlank {
                offset += length
                continue
            }
            if let stop = stops.first(where: { text.bytes[offset...].starts(with: $0.typed.bytes) }) {
                let end = offset + stop.typed.count
                if isOwn(before: offset, text), !text.bytes[end...].starts(with: stop.typed.bytes.prefix(1)) {
                    rewriter.replace(offset..<end, with: stop.meant.bytes, rule: "ethiopic:stop")
                    offset = end
                    continue
                }
            }
            if scalar == wordSpace, isOwn(before: offset, text), offset + length < text.count,
                text.scalar(at: offset + length).scalar.isOwnLetter(script)
            {
                rewriter.replace(offset..<offset + length, with: [0x20], rule: "ethiopic:word-space")
            }
            offset += length
        }
        return rewriter.finish()
    }

    /// Whether a letter or number of the script stands before an offset, closing marks between passed over.
    private func isOwn(before offset: Int, _ text: UTF8Text) -> Bool {
        var position = offset
        var marks = 0
        while position > 0, marks < 4 {
            let (scalar, length) = text.scalar(before: position)
            if scalar.isOwnLetter(script) { return true }
            switch scalar {
            case "»", "›", "”", "\"", ")", "’", "'", "%": position -= length
            default: return false
            }
            marks += 1
        }
        return false
    }
}

extension Unicode.Scalar {
    fileprivate func isOwnLetter(_ script: String) -> Bool {
        isWordPart && self.script.utf8.elementsEqual(script.utf8)
    }
}
