internal import UnicodeText

/// Bytes that give way to others wherever they occur, left to right; a place is not looked at twice.
struct TextReplacement {
    private let old: BytePattern
    private let new: UTF8Text
    /// Most bytes of a text that comes out.
    static let limit = 1 << 28

    /// - Parameter old: Not empty.
    init(_ old: UTF8Text, with new: UTF8Text) {
        self.old = BytePattern(old.bytes)
        self.new = new
    }

    /// The places in a text, ascending. O(length).
    func places(in text: UTF8Text) -> [Int] {
        var places: [Int] = []
        var offset = 0
        while let range = old.firstRange(in: text.bytes, from: offset) {
            places.append(range.lowerBound)
            offset = range.upperBound
        }
        return places
    }

    /// - Returns: `nil` where the text would be too long.
    func applied(to segment: InlineText, _ count: inout Int) -> InlineText? {
        let places = places(in: segment.text)
        count += places.count
        var result = segment
        for code in result.codes.indices {
            for piece in result.codes[code].content.indices {
                guard case .sub(let attributes, let inner) = result.codes[code].content[piece] else { continue }
                guard let changed = applied(to: inner, &count) else { return nil }
                result.codes[code].content[piece] = .sub(attributes, changed)
            }
        }
        guard !places.isEmpty else { return result }
        let growth = places.count.multipliedReportingOverflow(by: new.count - old.bytes.count)
        guard !growth.overflow, segment.text.count + growth.partialValue <= Self.limit else { return nil }
        result.text = text(segment.text, places)
        var last = (old: 0, new: 0)
        for index in result.codes.indices {
            let position = result.codes[index].position
            var moved = self.position(position, places, after: result.codes[index].kind.staysBehind)
            // Codes never change places with each other.
            if position >= last.old { moved = max(moved, last.new) }
            last = (position, moved)
            result.codes[index].position = moved
        }
        return result
    }

    private func text(_ text: UTF8Text, _ places: [Int]) -> UTF8Text {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + places.count * (new.count - old.bytes.count))
        var offset = 0
        for place in places {
            bytes += text.bytes[offset..<place]
            bytes += new.bytes
            offset = place + old.bytes.count
        }
        bytes += text.bytes[offset...]
        return UTF8Text(unchecked: bytes)
    }

    /// A range of the text where it is afterwards; `nil` where some of it was replaced.
    func range(_ range: ByteRange, _ places: [Int]) -> ByteRange? {
        let before = Self.count(places, below: range.upperBound)
        if before > 0, places[before - 1] + old.bytes.count > range.lowerBound { return nil }
        let shift = before * (new.count - old.bytes.count)
        return range.lowerBound + shift..<range.upperBound + shift
    }

    /// An offset of the text where it is afterwards. One within what was replaced goes to the end of what came, or to its
    /// start.
    private func position(_ position: Int, _ places: [Int], after staysBehind: Bool) -> Int {
        let before = Self.count(places, below: position)
        guard before > 0 else { return position }
        let start = places[before - 1]
        let shift = before * (new.count - old.bytes.count)
        let end = start + old.bytes.count
        if position >= end { return position + shift }
        return staysBehind ? start + shift + old.bytes.count : start + shift - new.count + old.bytes.count
    }

    /// How many places are below an offset. O(log n).
    private static func count(_ places: [Int], below offset: Int) -> Int {
        places.partitionIndex { $0 < offset }
    }
}

extension InlineCode.Kind {
    /// Whether a code within a word that was replaced goes behind what came instead: all but those that open something.
    fileprivate var staysBehind: Bool {
        switch self {
        case .beginPaired, .highlightStart: false
        case .endPaired, .highlightEnd, .isolated, .placeholder, .unknown: true
        }
    }
}
