internal import Dispatch
internal import UnicodeText

/// Segments that are taken apart on other threads while more are read.
///
/// Unchecked: from `start` to `finish` each part is of one thread, and who started waits in between for nothing else.
final class SegmentBatch: @unchecked Sendable {
    private let parts: UnsafeMutableBufferPointer<SegmentPieces>
    private var segments: [UTF8Text] = []
    private let group = DispatchGroup()
    private static let partCount = 4
    /// Fewer are not worth other threads.
    private static let smallest = 512

    init() {
        parts = .allocate(capacity: Self.partCount)
        // Each of its own: a copy of one would share its tokenizer with it.
        for part in parts.indices { parts.initializeElement(at: part, to: SegmentPieces()) }
    }

    deinit {
        parts.deinitialize()
        parts.deallocate()
    }

    /// Begins to take segments apart, in parts of equal numbers of them; a batch before must have been finished.
    func start(_ segments: [UTF8Text]) {
        self.segments = segments
        guard segments.count >= Self.smallest else { return take(0, segments.indices) }
        for part in parts.indices {
            let range = segments.count * part / parts.count..<segments.count * (part + 1) / parts.count
            DispatchQueue.global(qos: .userInitiated).async(group: group) { self.take(part, range) }
        }
    }

    private func take(_ part: Int, _ range: Range<Int>) {
        // Not in its place: what lies beside it is of another thread.
        var own = SegmentPieces()
        swap(&own, &parts[part])
        for segment in segments[range] { own.add(segment) }
        swap(&own, &parts[part])
    }

    /// Waits until all are taken apart, hands on the parts in order, and forgets them.
    func finish(
        _ body: (SegmentPieces) throws(FuzzyIndexError) -> Void
    ) throws(FuzzyIndexError) {
        group.wait()
        for part in parts.indices {
            try body(parts[part])
            parts[part].removeAll()
        }
        segments = []
    }
}
