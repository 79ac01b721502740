internal import FuzzyMatching
internal import UnicodeText

/// A text by its elements: characters with their marks, white space as one.
struct ConcordanceText {
    let weak: [UInt32]
    let strict: [UInt64]
    let classes: [WordClass]
    private let ranges: [ByteRange]
    private let folded: FoldedText

    /// O(n).
    init(_ text: UTF8Text) {
        folded = FoldedText(text)
        var weak: [UInt32] = []
        var strict: [UInt64] = []
        var classes: [WordClass] = []
        var ranges: [ByteRange] = []
        weak.reserveCapacity(text.count)
        strict.reserveCapacity(text.count)
        classes.reserveCapacity(text.count)
        ranges.reserveCapacity(text.count)
        WeakKey.forEachElement(of: folded.key) { element in
            weak.append(element.weak)
            strict.append(element.strict)
            classes.append(WordClass(element.weak))
            ranges.append(element.range)
        }
        self.weak = weak
        self.strict = strict
        self.classes = classes
        self.ranges = ranges
    }

    var count: Int { weak.count }

    /// Whether no word runs on over this place between two elements.
    func isBoundary(_ place: Int) -> Bool {
        place == 0 || place == count || classes[place - 1] != .spaced || classes[place] != .spaced
    }

    /// The bytes of the text that elements came from; `nil` for none, or where an end lies inside of what one change made
    /// ("s" of "ss" for "ß").
    func source(_ elements: Range<Int>) -> ByteRange? {
        guard !elements.isEmpty else { return nil }
        return folded.source(ofKey: ranges[elements.lowerBound].lowerBound..<ranges[elements.upperBound - 1].upperBound)
    }

    /// The text of elements in NFC, with its case.
    func original(_ elements: Range<Int>) -> [UInt8]? {
        source(elements).map { Self.original(folded.source[$0]) }
    }

    /// A text in NFC with white space runs as one blank.
    static func original(_ text: UTF8Text) -> [UInt8] {
        let composed = (try? NormalizationForm.nfc.apply(to: text)) ?? text
        var bytes: [UInt8] = []
        bytes.reserveCapacity(composed.count)
        var isAfterBlank = false
        for placed in composed.placedScalars {
            let isBlank = placed.scalar.isBlank
            if !isBlank { bytes += composed.bytes[placed.range] } else if !isAfterBlank { bytes.append(0x20) }
            isAfterBlank = isBlank
        }
        return bytes
    }
}
