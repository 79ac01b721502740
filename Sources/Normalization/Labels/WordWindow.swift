/// The words of the last few lines of a text read line by line, each with the last long line it stood in.
///
/// Open addressing with linear probing; what the window has left behind makes room. The places of words depend on a
/// number drawn by chance, so that no text can make them collide. Amortized O(1) a word.
struct WordWindow {
    private struct Slot {
        var word: UInt64 = 0
        /// The last line the word stood in, 0 for a free slot, and the last long one.
        var line: Int32 = 0
        var longLine: Int32 = 0
    }

    private let reach: Int32
    private let factor = UInt64.random(in: .min ... .max) | 1
    private var slots = [Slot](repeating: Slot(), count: 1024)
    private var used = 0
    /// Bits that a product is shifted by to make a place.
    private var shift: UInt64 = 54

    init(reach: Int32) { self.reach = reach }

    /// Takes in a word of a line; lines are counted from 0 and come in order.
    ///
    /// - Returns: whether a long line within reach above has the word; `nil` if the line itself had it before.
    mutating func take(_ word: UInt64, line: Int32, isLong: Bool) -> Bool? {
        let line = line + 1
        let oldest = max(1, line - reach)
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: (word &* factor) >> shift)
        var stale = -1
        while slots[place].line != 0 {
            if slots[place].word == word {
                guard slots[place].line != line else { return nil }
                let isNear = slots[place].longLine >= oldest
                slots[place].line = line
                if isLong { slots[place].longLine = line }
                return isNear
            }
            if stale < 0, slots[place].line < oldest { stale = place }
            place = (place + 1) & mask
        }
        if stale < 0 { used += 1 } else { place = stale }
        slots[place] = Slot(word: word, line: line, longLine: isLong ? line : 0)
        if used * 4 > slots.count * 3 { rebuild(since: oldest) }
        return false
    }

    private mutating func rebuild(since oldest: Int32) {
        let live = slots.filter { $0.line >= oldest }
        var count = 1024
        while count < live.count * 4 { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
        shift = UInt64(64 - count.trailingZeroBitCount)
        used = live.count
        for slot in live {
            var place = Int(truncatingIfNeeded: (slot.word &* factor) >> shift)
            while slots[place].line != 0 { place = (place + 1) & (count - 1) }
            slots[place] = slot
        }
    }
}
