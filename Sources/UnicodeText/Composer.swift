/// Brings texts to NFC (UAX #15) a few characters at a time, and knows where each came from.
///
/// In a text that is not composed it is the same few letters and marks again and again. What becomes of them is asked of
/// ICU once and kept; all else is copied. A composer keeps the memory it works in; it belongs to one task at a time.
public final class Composer {
    fileprivate struct Change {
        let source: Int
        let sourceCount: Int
        let target: Int
        let targetCount: Int
    }

    /// The last text in NFC.
    public private(set) var composed: [UInt8] = []
    private var changes: [Change] = []
    private let pieces = ComposedPieces()

    public init() {}

    /// Composes a text of valid UTF-8; false, and nothing made, where it is in NFC already. O(n).
    public func compose(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (made, found): ([UInt8], [Change]) = ([], [])
        swap(&made, &composed)
        swap(&found, &changes)
        made.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        var copied = 0
        _ = CompositionCheck.forEachUncertain(in: text) { piece in
            let source = UnsafeBufferPointer(rebasing: text[piece])
            pieces.composed(source) { target in
                made.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<piece.lowerBound]))
                let same = Self.sameCharacters(source, target)
                found.append(
                    Change(
                        source: piece.lowerBound + same, sourceCount: piece.count - same, target: made.count + same,
                        targetCount: target.count - same))
                made.append(contentsOf: target)
                copied = piece.upperBound
            }
            return true
        }
        if copied > 0 { made.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...])) }
        composed = made
        changes = found
        return copied > 0
    }

    /// Bytes of the characters that both begin with.
    private static func sameCharacters(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
        let shorter = min(one.count, other.count)
        var count = 0
        while count < shorter, one[count] == other[count] { count += 1 }
        func isAmid(_ text: UnsafeBufferPointer<UInt8>) -> Bool { count < text.count && text[count] & 0xC0 == 0x80 }
        while count > 0, isAmid(one) || isAmid(other) { count -= 1 }
        return count
    }

    /// The bytes of the source that a range of the last text composed came from; of what was composed all of it.
    /// O(log changes).
    public func source(of range: ByteRange) -> ByteRange {
        let start = changes.partitionIndex { $0.target <= range.lowerBound } - 1
        let end = changes.partitionIndex { $0.target < range.upperBound } - 1
        let lower = start < 0 ? range.lowerBound : changes[start].origin(of: range.lowerBound, isEnd: false)
        let upper = end < 0 ? range.upperBound : changes[end].origin(of: range.upperBound, isEnd: true)
        return min(lower, upper)..<max(lower, upper)
    }
}

extension Composer.Change {
    /// Where an offset at or behind the change comes from.
    fileprivate func origin(of offset: Int, isEnd: Bool) -> Int {
        let behind = offset - target - targetCount
        if behind >= 0 { return source + sourceCount + behind }
        return isEnd ? source + sourceCount : source
    }
}
