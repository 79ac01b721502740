/// What can be told of a pattern's matches without matching: how long they are at most, and how they end.
///
/// With it most rules are ruled out at a place by looking at one character. What it does not understand it leaves
/// open, so that an answer may be vague but is never wrong.
struct SRXPatternShape: Hashable, Sendable {
    /// Code units of the longest match; `nil` where there is no bound, or none is known.
    private(set) var longest: Int?
    /// The last code units of every match.
    private(set) var tail: [UInt16] = []
    private(set) var isCaseless = false

    init(of pattern: [UInt16]) {
        var reader = Reader(pattern: pattern)
        guard let sequence = reader.alternatives(depth: 0), reader.index == pattern.count else { return }
        longest = sequence.longest.map { reader.isCaseless ? $0 * 3 : $0 }
        tail = sequence.tail
        isCaseless = reader.isCaseless
    }

    /// The last code unit of every match, where it is no letter and matches are short: a text is then searched for it.
    var mark: UInt16? {
        guard let last = tail.last, let longest, longest <= 64, (0x21...0x3F).contains(last) else { return nil }
        return last
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

    private struct Part {
        var longest: Int? = 0
        var tail: [UInt16] = []
    }

    private struct Reader {
        let pattern: [UInt16]
        var index = 0
        var isCaseless = false

        private func unit(_ offset: Int = 0) -> UInt16 { index + offset < pattern.count ? pattern[index + offset] : 0 }

        private static func sum(_ left: Int?, _ right: Int?) -> Int? {
            guard let left, let right, left + right < 1 << 16 else { return nil }
            return left + right
        }

        /// Up to a closing parenthesis or the end; `nil` for what is not understood.
        mutating func alternatives(depth: Int) -> Part? {
            guard depth < 64, var all = sequence(depth: depth) else { return nil }
            while unit() == 0x7C, index < pattern.count {
                index += 1
                guard let next = sequence(depth: depth) else { return nil }
                all.longest = all.longest.flatMap { left in next.longest.map { max(left, $0) } }
                all.tail = []
            }
            return all
        }

        private mutating func sequence(depth: Int) -> Part? {
            var whole = Part()
            while index < pattern.count, pattern[index] != 0x7C, pattern[index] != 0x29 {
                guard let atom = atom(depth: depth), let (least, most) = quantifier() else { return nil }
                let longest = most.flatMap { most in
                    atom.longest.flatMap { $0 * most < 1 << 16 ? $0 * most : nil }
                }
                whole.longest = Self.sum(whole.longest, atom.longest == 0 ? 0 : longest)
                if atom.longest == 0 { continue }
                if least == 1, most == 1, !atom.tail.isEmpty, atom.tail.count == atom.longest {
                    whole.tail += atom.tail
                } else {
                    whole.tail = least >= 1 ? atom.tail : []
                }
            }
            return whole
        }

        /// How often the atom before stands; no upper bound is `nil`.
        private mutating func quantifier() -> (least: Int, most: Int?)? {
            var counts: (Int, Int?) = (1, 1)
            switch index < pattern.count ? pattern[index] : 0 {
            case 0x2A: counts = (0, nil)
            case 0x2B: counts = (1, nil)
            case 0x3F: counts = (0, 1)
            case 0x7B:
                guard let end = pattern[index...].firstIndex(of: 0x7D) else { return nil }
                let text = String(decoding: pattern[(index + 1)..<end], as: UTF16.self)
                let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
                guard let first = parts.first, let least = first, parts.count <= 2, least < 1 << 16 else { return nil }
                // "{2,}" has no end; "{2,x}" is no count, but ICU has refused it before.
                counts = (least, parts.count == 1 ? least : parts[1])
                index = end
            default: return counts
            }
            index += 1
            if unit() == 0x3F || unit() == 0x2B { index += 1 }
            return counts
        }

        private mutating func atom(depth: Int) -> Part? {
            let first = pattern[index]
            switch first {
            case 0x5C: return escape()
            case 0x5B: return set() ? Part(longest: 2) : nil
            case 0x2E:
                index += 1
                return Part(longest: 2)
            case 0x5E, 0x24:
                index += 1
                return Part()
            case 0x28: return group(depth: depth)
            case 0x2A, 0x2B, 0x3F, 0x7B, 0x7D: return nil
            default:
                let isPair = first & 0xFC00 == 0xD800 && unit(1) & 0xFC00 == 0xDC00
                let units = Array(pattern[index..<index + (isPair ? 2 : 1)])
                index += units.count
                return Part(longest: units.count, tail: units)
            }
        }

        private mutating func escape() -> Part? {
            let letter = unit(1)
            switch letter {
            // \b \B \A \Z \z \G
            case 0x62, 0x42, 0x41, 0x5A, 0x7A, 0x47:
                index += 2
                return Part()
            // \d \D \s \S \w \W \h \H \v \V, and \R, which takes two.
            case 0x64, 0x44, 0x73, 0x53, 0x77, 0x57, 0x68, 0x48, 0x76, 0x56, 0x52:
                index += 2
                return Part(longest: 2)
            case 0x70, 0x50:
                guard let end = pattern[index...].firstIndex(of: 0x7D) else { return nil }
                index = end + 1
                return Part(longest: 2)
            case 0x74, 0x6E, 0x72:
                index += 2
                return Part(longest: 1, tail: [letter == 0x74 ? 9 : letter == 0x6E ? 10 : 13])
            case 0x75:
                guard index + 6 <= pattern.count,
                    let value = UInt16(String(decoding: pattern[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16),
                    value & 0xF800 != 0xD800
                else { return nil }
                index += 6
                return Part(longest: 1, tail: [value])
            default:
                // Other letters and digits mean something else; punctuation means itself.
                guard (0x21...0x7E).contains(letter), !(0x30...0x39 ~= letter), !(0x41...0x5A ~= letter),
                    !(0x61...0x7A ~= letter)
                else { return nil }
                index += 2
                return Part(longest: 1, tail: [letter])
            }
        }

        /// Passes over a set. A set may hold sets.
        private mutating func set() -> Bool {
            var depth = 0
            repeat {
                guard index < pattern.count else { return false }
                switch pattern[index] {
                case 0x5C:
                    guard unit(1) != 0x51 else { return false }
                    index += 1
                case 0x5B:
                    depth += 1
                    if unit(1) == 0x5E { index += 1 }
                    if unit(1) == 0x5D { index += 1 }
                case 0x5D: depth -= 1
                default: break
                }
                index += 1
            } while depth > 0
            return true
        }

        private mutating func group(depth: Int) -> Part? {
            index += 1
            var isLook = false
            if unit() == 0x3F {
                index += 1
                switch (unit(), unit(1)) {
                case (0x3D, _), (0x21, _):
                    isLook = true
                    index += 1
                case (0x3C, 0x3D), (0x3C, 0x21):
                    isLook = true
                    index += 2
                case (0x3A, _), (0x3E, _): index += 1
                case (0x3C, _):
                    guard let end = pattern[index...].firstIndex(of: 0x3E) else { return nil }
                    index = end + 1
                default:
                    // Flags: "i" is noted, "m" and "s" change no length, and "x" changes what all else means.
                    while [0x69, 0x6D, 0x73].contains(unit()) {
                        if unit() == 0x69 { isCaseless = true }
                        index += 1
                    }
                    guard unit() == 0x29 || unit() == 0x3A else { return nil }
                    index += 1
                    if unit(-1) == 0x29 { return Part() }
                }
            }
            guard let part = alternatives(depth: depth + 1), index < pattern.count, pattern[index] == 0x29 else {
                return nil
            }
            index += 1
            return isLook ? Part() : part
        }
    }
}
