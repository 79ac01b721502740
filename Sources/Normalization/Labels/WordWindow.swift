/// The words of the last few lines of a text read line by line, and the lines that still look for company.
///
/// Open addressing with linear probing; what the window has left behind makes room. The places of words depend on a
/// number drawn by chance, so that no text can make them collide. Amortized O(1) a word.
struct WordWindow {
    /// What a word says of its line and of those above it.
    struct Answer {
        /// Whether a long line within reach above has the word.
        let isNear: Bool
        /// The lines above that find company in this one: bit 0 the line just above, bit 1 the one above that.
        let joined: UInt16
    }

    private struct Slot {
        var word: UInt64 = 0
        /// The last line the word stood in, 0 for a free slot, and the last long one.
        var line: Int32 = 0
        var longLine: Int32 = 0
        /// Lines with the word that no long line within reach has: bit 0 is `line`, bit 1 the one above.
        var alone: UInt16 = 0
    }

    /// How far lines see each other.
    static let reach: Int32 = 12

    private let factor = UInt64.random(in: .min ... .max) | 1
    private var slots = [Slot](repeating: Slot(), count: 1024)
    private var used = 0
    /// Bits that a product is shifted by to make a place.
    private var shift: UInt64 = 54

    /// Takes in a word of a line; lines are counted from 0 and come in order.
    ///
    /// - Returns: `nil` if the line itself had the word before.
    mutating func take(_ word: UInt64, line: Int32, isLong: Bool) -> Answer? {
        let line = line + 1
        let oldest = max(1, line - Self.reach)
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: (word &* factor) &>> shift)
        var stale = -1
        while slots[place].line != 0 {
            if slots[place].word == word { return meet(place, line, oldest, isLong) }
            if stale < 0, slots[place].line < oldest { stale = place }
            place = (place + 1) & mask
        }
        if stale < 0 { used += 1 } else { place = stale }
        slots[place] = Slot(word: word, line: line, longLine: isLong ? line : 0, alone: 1)
        if used * 4 > slots.count * 3 { rebuild(since: oldest) }
        return Answer(isNear: false, joined: 0)
    }

    private mutating func meet(_ place: Int, _ line: Int32, _ oldest: Int32, _ isLong: Bool) -> Answer? {
        let distance = line - slots[place].line
        guard distance > 0 else { return nil }
        // Seen from this line; what is out of reach falls off the end.
        let alone = distance > Self.reach ? 0 : slots[place].alone << UInt16(distance) & 0x1FFF
        let isNear = slots[place].longLine >= oldest
        slots[place].line = line
        slots[place].alone = (isLong ? 0 : alone) | (isNear ? 0 : 1)
        if isLong { slots[place].longLine = line }
        return Answer(isNear: isNear, joined: isLong ? alone >> 1 : 0)
    }

    private mutating func rebuild(since oldest: Int32) {
        let live = slots.filter { $0.line >= oldest }
        var count = 1024
        while count < live.count * 4 { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
        shift = UInt64(64 - count.trailingZeroBitCount)
        used = live.count
        for slot in live {
            var place = Int(truncatingIfNeeded: (slot.word &* factor) &>> shift)
            while slots[place].line != 0 { place = (place + 1) & (count - 1) }
            slots[place] = slot
        }
    }
}
