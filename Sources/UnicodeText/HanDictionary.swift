internal import CICU

/// ICU's dictionary of words in Han, asked about a place: what its word iterator says, without going through all of a text.
///
/// Of all ways to divide a text into words of the dictionary and single characters the iterator takes the one that costs
/// least (`CjkBreakEngine` of ICU4C). Where no word reaches over a place it divides there, and most places are such. A
/// dictionary keeps the memory it works in; it belongs to one task at a time.
public final class HanDictionary {
    /// Characters that a text may have.
    public static let limit = 64
    /// Bytes of each character.
    public static let characterSize = 3

    /// Longer words the iterator does not look for.
    private static let longestWord = 20
    /// What a character that is no word of the dictionary costs.
    private static let unknownCost: UInt32 = 255

    private let dictionary: OpaquePointer
    private let units: UnsafeMutablePointer<UInt16>
    private let lengths: UnsafeMutablePointer<Int32>
    private let costs: UnsafeMutablePointer<Int32>
    private var count = 0

    /// - Throws: `ICUError` where ICU has no such dictionary, or not in the form that is known.
    public init() throws(ICUError) {
        var result: OpaquePointer?
        try ICUError.check(dgm_dictionary_open("cjdict", &result), "open the dictionary of Han")
        guard let result else { throw ICUError(code: 7, operation: "open the dictionary of Han") }
        dictionary = result
        units = .allocate(capacity: Self.limit)
        units.initialize(repeating: 0, count: Self.limit)
        lengths = .allocate(capacity: Self.longestWord)
        lengths.initialize(repeating: 0, count: Self.longestWord)
        costs = .allocate(capacity: Self.longestWord)
        costs.initialize(repeating: 0, count: Self.longestWord)
    }

    deinit {
        dgm_dictionary_close(dictionary)
        units.deallocate()
        lengths.deallocate()
        costs.deallocate()
    }

    /// Takes a part of a text to be asked about; false where it has more than `limit` characters, or others than those of
    /// U+4000 to U+9FFF, of which none changes in NFKC. O(length).
    public func read(_ text: UnsafeRawBufferPointer, _ range: ByteRange) -> Bool {
        count = 0
        guard range.count <= Self.limit * Self.characterSize, range.count % Self.characterSize == 0,
            range.lowerBound >= 0, range.upperBound <= text.count
        else { return false }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (lead, second, third) = (text[offset], text[offset + 1], text[offset + 2])
            guard lead >= 0xE4, lead <= 0xE9, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return false }
            units[count] = UInt16(lead & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
            count += 1
            offset += Self.characterSize
        }
        return true
    }

    /// Whether some word reaches over one of two places of the text, counted in characters: only then the iterator may not
    /// divide it there.
    public func isCrossed(_ first: Int, _ last: Int) -> Bool {
        var start = max(0, first - Self.longestWord + 1)
        while start < min(last, count) {
            let place = start < first ? first : last
            let words = words(at: start)
            if words > 0, start + Int(lengths[words - 1]) > place { return true }
            start += 1
        }
        return false
    }

    /// Where the iterator divides the text, counted in characters, its end among them. O(n) for words of any bounded length.
    public func boundaries() -> [Int] {
        var best = [UInt32](repeating: .max, count: count + 1)
        var before = [Int](repeating: 0, count: count + 1)
        best[0] = 0
        for start in 0..<count where best[start] < .max {
            func reach(_ end: Int, _ cost: UInt32) {
                let cost = best[start] &+ cost
                guard cost < best[end] else { return }
                best[end] = cost
                before[end] = start
            }
            let words = words(at: start)
            for index in 0..<words { reach(start + Int(lengths[index]), UInt32(bitPattern: costs[index])) }
            if words == 0 || lengths[0] != 1 { reach(start + 1, Self.unknownCost) }
        }
        var places: [Int] = []
        var end = count
        while end > 0 {
            places.append(end)
            end = before[end]
        }
        return places.reversed()
    }

    private func words(at start: Int) -> Int {
        Int(
            dgm_dictionary_words(
                dictionary, units + start, Int32(min(Self.longestWord, count - start)), lengths, costs))
    }
}
