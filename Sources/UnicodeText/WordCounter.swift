/// Counts words as ICU finds them: letters or digits between word boundaries, dictionary words where none are spaced.
public final class WordCounter {
    private let boundaries: Boundaries?

    public init() {
        // Without ICU's word rules nothing else here works either; a count of blanks is then the honest rest.
        boundaries = try? Boundaries(.words)
    }

    /// Number of words. O(n).
    public func count(_ text: UTF8Text) -> Int {
        guard let boundaries else { return text.bytes.split(separator: 0x20).count }
        var words = 0
        boundaries.forEach(in: text) { _, status in
            if status >= Boundaries.wordStatusMinimum { words += 1 }
        }
        return words
    }
}
