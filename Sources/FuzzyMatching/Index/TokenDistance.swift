/// Levenshtein distance from one sequence of tokens to many others, 64 cells at a time (Myers 1999; for any length in
/// blocks, Hyyrö 2003).
///
/// Tokens are told apart by class: small numbers that the tokens of the pattern have, and 0 for all others. Making it
/// costs O(m · ⌈m/64⌉), a distance O(⌈m/64⌉ · n).
struct TokenDistance {
    private var count = 0
    private var blocks = 0
    /// By class, its cells of the pattern.
    private var masks: [UInt64] = []
    private var positive: [UInt64] = []
    private var negative: [UInt64] = []

    init() {}

    /// Makes room for a pattern; all its tokens are unlike any other.
    ///
    /// - Parameters:
    ///   - count: Tokens of the pattern.
    ///   - classes: One more than the highest class.
    mutating func reset(count: Int, classes: Int) {
        self.count = count
        blocks = (count + 63) / 64
        masks.removeAll(keepingCapacity: true)
        masks.append(contentsOf: repeatElement(0, count: classes * blocks))
        if blocks > positive.count {
            positive = Array(repeating: 0, count: blocks)
            negative = positive
        }
    }

    /// Gives a token of the pattern its class; 0, and what is no class (of a damaged index), is unlike any other.
    mutating func set(_ place: Int, _ value: UInt16) {
        let cell = Int(value) * blocks + place / 64
        if value != 0, cell < masks.count { masks[cell] |= 1 << UInt64(place % 64) }
    }

    /// The distance if it is at most `limit`, else some number beyond.
    ///
    /// - Parameters:
    ///   - sequence: The classes of the other sequence's tokens.
    mutating func distance(to sequence: UnsafeBufferPointer<UInt16>, limit: Int) -> Int {
        if count == 0 { return sequence.count }
        return blocks == 1 ? short(sequence, limit) : long(sequence, limit)
    }

    private func short(_ sequence: UnsafeBufferPointer<UInt16>, _ limit: Int) -> Int {
        var positive = ~UInt64(0)
        var negative: UInt64 = 0
        let last: UInt64 = 1 << UInt64(count - 1)
        var distance = count
        var left = sequence.count
        return masks.withUnsafeBufferPointer { masks in
            for symbol in sequence {
                left -= 1
                let equal = Int(symbol) < masks.count ? masks[Int(symbol)] : 0
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
    }

    private mutating func long(_ sequence: UnsafeBufferPointer<UInt16>, _ limit: Int) -> Int {
        for block in 0..<blocks {
            positive[block] = ~0
            negative[block] = 0
        }
        let last: UInt64 = 1 << UInt64((count - 1) % 64)
        var distance = count
        var left = sequence.count
        for symbol in sequence {
            left -= 1
            let place = Int(symbol) * blocks
            var carry = 1
            for block in 0..<blocks {
                var equal = place < masks.count ? masks[place + block] : 0
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
