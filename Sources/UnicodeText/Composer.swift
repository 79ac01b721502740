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

    private var made = ComposedBytes()
    private var changes: [Change] = []
    private let pieces = ComposedPieces()

    public init() {}

    deinit { made.deallocate() }

    /// The last text in NFC; good until the next one is composed.
    public var composed: UnsafeRawBufferPointer { made.bytes }

    /// Composes a text of valid UTF-8; false, and nothing made, where it is in NFC already. O(n).
    public func compose(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // In variables of their own while the text is gone through: of an object's Swift asks each time who else is at them.
        var made = made
        var found: [Change] = []
        swap(&found, &changes)
        made.removeAll()
        found.removeAll(keepingCapacity: true)
        var copied = 0
        /// Takes what stands before a range; what the range becomes, of so many bytes, is to follow.
        @inline(__always)
        func begin(_ range: ByteRange, same: Int, count: Int) {
            made.append(text, copied..<range.lowerBound)
            found.append(
                Change(
                    source: range.lowerBound &+ same, sourceCount: range.count &- same, target: made.count &+ same,
                    targetCount: count &- same))
            copied = range.upperBound
        }
        _ = CompositionCheck.forEachUncertain(in: text) { range in
            if range.count <= ComposedPieces.longest, let piece = pieces.piece(range, of: text) {
                let count = Int(piece.pointee.targetCount)
                guard count > 0 else { return true }
                begin(range, same: Int(piece.pointee.same), count: count)
                made.append(piece.pointee.target, count: count)
            } else {
                let source = UnsafeBufferPointer(rebasing: text[range])
                guard let target = ComposedPieces.composed(source) else { return true }
                target.withUnsafeBufferPointer { target in
                    begin(range, same: ComposedPieces.sameCharacters(source, target), count: target.count)
                    made.append(target, 0..<target.count)
                }
            }
            return true
        }
        if copied > 0 { made.append(text, copied..<text.count) }
        self.made = made
        changes = found
        return copied > 0
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
