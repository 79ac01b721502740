/// Levenshtein distance from one sequence of symbols to many others, 64 cells at a time (Myers 1999; for any length in
/// blocks, Hyyrö 2003).
///
/// Making it costs O(m), a distance O(⌈m/64⌉ · n).
struct TokenDistance {
    private let count: Int
    private let blocks: Int
    /// Open addressing: a symbol and where its masks begin.
    private var symbols: [UInt32]
    private var places: [Int32]
    private var masks: [UInt64] = []
    private var positive: [UInt64]
    private var negative: [UInt64]

    /// - Parameter pattern: symbols; `Vocabulary.none` is unlike any other.
    init(_ pattern: [UInt32]) {
        count = pattern.count
        blocks = (pattern.count + 63) / 64
        var size = 8
        while size < pattern.count * 2 { size *= 2 }
        symbols = Array(repeating: 0, count: size)
        places = Array(repeating: -1, count: size)
        positive = Array(repeating: 0, count: blocks)
        negative = Array(repeating: 0, count: blocks)
        for (index, symbol) in pattern.enumerated() where symbol != Vocabulary.none {
            let slot = slot(of: symbol)
            if places[slot] < 0 {
                symbols[slot] = symbol
                places[slot] = Int32(masks.count)
                masks.append(contentsOf: repeatElement(0, count: blocks))
            }
            masks[Int(places[slot]) + index / 64] |= 1 << UInt64(index % 64)
        }
    }

    private func slot(of symbol: UInt32) -> Int {
        // Fibonacci hashing; the numbers are our own, so nobody can choose them.
        var slot = Int((symbol &* 2_654_435_769) >> 7) & (symbols.count - 1)
        while places[slot] >= 0, symbols[slot] != symbol { slot = (slot + 1) & (symbols.count - 1) }
        return slot
    }

    /// The distance if it is at most `limit`, else some number beyond.
    mutating func distance(to text: ArraySlice<UInt32>, limit: Int) -> Int {
        if count == 0 { return text.count }
        return blocks == 1 ? short(text, limit) : long(text, limit)
    }

    private func short(_ text: ArraySlice<UInt32>, _ limit: Int) -> Int {
        var positive = ~UInt64(0)
        var negative: UInt64 = 0
        let last: UInt64 = 1 << UInt64(count - 1)
        var distance = count
        var left = text.count
        for symbol in text {
            left -= 1
            let place = places[slot(of: symbol)]
            let equal = place < 0 ? 0 : masks[Int(place)]
            let vertical = equal | negative
            let horizontal = (((equal & positive) &+ positive) ^ positive) | equal
            var up = negative | ~(horizontal | positive)
            var down = positive & horizontal
            if up & last != 0 { distance += 1 } else if down & last != 0 { distance -= 1 }
            if distance - left > limit { return limit + 1 }
            up = up << 1 | 1
            down <<= 1
            positive = down | ~(vertical | up)
            negative = up & vertical
        }
        return distance
    }

    private mutating func long(_ text: ArraySlice<UInt32>, _ limit: Int) -> Int {
        for block in 0..<blocks {
            positive[block] = ~0
            negative[block] = 0
        }
        let last: UInt64 = 1 << UInt64((count - 1) % 64)
        var distance = count
        var left = text.count
        for symbol in text {
            left -= 1
            let place = places[slot(of: symbol)]
            var carry = 1
            for block in 0..<blocks {
                var equal = place < 0 ? 0 : masks[Int(place) + block]
                let vertical = equal | negative[block]
                if carry < 0 { equal |= 1 }
                let horizontal = (((equal & positive[block]) &+ positive[block]) ^ positive[block]) | equal
                var up = negative[block] | ~(horizontal | positive[block])
                var down = positive[block] & horizontal
                let top = block == blocks - 1 ? last : 1 << 63
                let out = up & top != 0 ? 1 : down & top != 0 ? -1 : 0
                up <<= 1
                down <<= 1
                if carry > 0 { up |= 1 } else if carry < 0 { down |= 1 }
                positive[block] = down | ~(vertical | up)
                negative[block] = up & vertical
                carry = out
            }
            distance += carry
            if distance - left > limit { return limit + 1 }
        }
        return distance
    }
}
