internal import UnicodeText

/// A sentence or headline that terms are proposed from.
struct ExtractionText {
    let text: UTF8Text
    let tokens: [ExtractionToken]
    /// For each token where the known term ends that it stands in, in bytes, and where it begins; `nil` for none.
    private let known: [ByteRange?]
    /// Whether a capital means a name.
    let saysCase: Bool

    init(_ text: UTF8Text, tokens: [ExtractionToken], known: [ByteRange], isTitle: Bool) {
        self.text = text
        self.tokens = tokens
        var rest = known[...]
        self.known = tokens.map { token in
            while let first = rest.first, first.upperBound <= token.range.lowerBound { rest.removeFirst() }
            guard let first = rest.first, first.lowerBound < token.range.upperBound else { return nil }
            return first
        }
        // Words of four letters and more have capitals in titles, and no title ends with a stop.
        let long = tokens.filter { $0.end - $0.start >= 4 && $0.shape != .number }
        let capitals = long.count { $0.shape != .lower }
        let isStopped = text.trimmed.bytes.last == UInt8(ascii: ".")
        saysCase = !isTitle && (isStopped || long.count < 4 || capitals * 10 < long.count * 9)
    }

    /// The stems of some of its words.
    func key(_ range: Range<Int>) -> [Int32] { tokens[range].map(\.stem) }

    /// The words as they stand, one blank where there are any.
    func form(_ range: Range<Int>) -> UTF8Text {
        var bytes: [UInt8] = []
        for index in range {
            if index > range.lowerBound {
                let gap = text.bytes[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
                bytes += isASCIIHyphenOrNothing(gap) ? Array(gap) : [0x20]
            }
            bytes += text.bytes[tokens[index].range]
        }
        return UTF8Text(unchecked: bytes)
    }

    private func isASCIIHyphenOrNothing(_ gap: ArraySlice<UInt8>) -> Bool {
        gap.isEmpty || gap.elementsEqual([0x2D]) || gap.contains(UInt8(ascii: "&"))
    }

    func bytes(_ range: Range<Int>) -> ByteRange {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }

    func isInKnown(_ token: Int) -> Bool { known[token] != nil }

    /// Whether words lie in a known term, or only one of their ends does.
    func isKnown(_ range: Range<Int>) -> Bool {
        let bytes = bytes(range)
        let (first, last) = (known[range.lowerBound], known[range.upperBound - 1])
        if let first, first.lowerBound < bytes.lowerBound { return true }
        if let last, last.upperBound > bytes.upperBound { return true }
        return first.map { $0.lowerBound <= bytes.lowerBound && $0.upperBound >= bytes.upperBound } ?? false
    }
}
