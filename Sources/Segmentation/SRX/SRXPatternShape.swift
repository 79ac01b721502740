/// What can be told of a pattern's matches without matching: how long they are at most, and of what characters.
///
/// With it most rules are ruled out at a place by looking at the characters around it. What it does not understand it
/// leaves open, so that an answer may be vague but is never wrong.
struct SRXPatternShape: Hashable, Sendable {
    /// Code units of the longest match; `nil` where there is no bound, or none is known.
    private(set) var longest: Int?
    /// The last code units of every match.
    private(set) var tail: [UInt16] = []
    private(set) var isCaseless = false
    /// Whether some match may be empty.
    private(set) var mayBeEmpty = true
    /// What a match that is not empty begins with, and all that it may hold.
    private(set) var first = SRXUnitSet.all
    private(set) var characters = SRXUnitSet.all
    /// The last character of every match, the one before it, and so on, as far as is known.
    private(set) var ends: [SRXUnitSet] = []
    /// What cannot stand before a match, whatever it is.
    private(set) var notBehind = SRXUnitSet.none
    /// Whether matches begin where the text does: `^`.
    private(set) var isAtStart = false

    /// Places at the end of a match whose characters are told.
    static let endCount = 3

    init(of pattern: [UInt16]) {
        var reader = SRXPatternReader(pattern: pattern)
        guard let whole = reader.alternatives(depth: 0), reader.index == pattern.count else { return }
        isCaseless = reader.isCaseless
        longest = whole.longest.map { isCaseless ? $0 * 3 : $0 }
        tail = whole.tail
        mayBeEmpty = whole.mayBeEmpty
        first = whole.first
        characters = whole.characters
        // Without regard to case one character may stand for several, so that only the last has its place.
        ends = isCaseless ? Array(whole.ends.prefix(1)) : whole.ends
        guard !reader.hasAlternatives else { return }
        if !isCaseless { notBehind = SRXPatternReader.notBehind(pattern) }
        isAtStart = pattern.first == 0x5E && !reader.isMultiline && !reader.isQuantifier(at: 1)
    }

    /// Whether a match may end at an offset. O(length of the tail).
    func mayEnd(_ text: UnsafeBufferPointer<UInt16>, at end: Int) -> Bool {
        var place = end
        for unit in tail.reversed() {
            guard place > 0 else { return isCaseless }
            place -= 1
            let found = text[place]
            if found == unit { continue }
            guard isCaseless else { return false }
            // Beyond ASCII a letter may stand for others, and even for two: "ß".
            if found >= 0x80 || unit >= 0x80 { return true }
            guard found ^ unit == 0x20, 0x61...0x7A ~= found | 0x20 else { return false }
        }
        return true
    }
}
