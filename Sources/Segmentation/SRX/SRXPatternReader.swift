/// Reads a regular expression as far as `SRXPatternShape` understands it.
struct SRXPatternReader {
    /// What is known of the matches of a part of the pattern.
    struct Part {
        /// Code units; `nil` where there is no bound, or none is known.
        var longest: Int? = 0
        var tail: [UInt16] = []
        var mayBeEmpty = true
        /// Characters of every match; `nil` where they differ, or are not known.
        var count: Int? = 0
        var first = SRXUnitSet.none
        var characters = SRXUnitSet.none
        /// The last character of a match that is not empty.
        var last = SRXUnitSet.none
        /// The last, the one before it, and so on; none where a match may be empty.
        var ends: [SRXUnitSet] = []
        /// Whether it stands for several in a row, whose tail is that of the last alone.
        var isRepeated = false

        /// What takes nothing.
        init() {}

        /// One character, or a part of which only the length is known.
        init(_ set: SRXUnitSet, longest: Int, count: Int? = 1, tail: [UInt16] = []) {
            self.longest = longest
            self.tail = tail
            self.count = count
            mayBeEmpty = false
            first = set
            characters = set
            last = set
            ends = [set]
        }
    }

    let pattern: [UInt16]
    var index = 0
    private(set) var isCaseless = false
    private(set) var isMultiline = false
    /// Whether the pattern as a whole is one of several.
    private(set) var hasAlternatives = false

    private func unit(_ offset: Int = 0) -> UInt16 { index + offset < pattern.count ? pattern[index + offset] : 0 }

    /// Up to a closing parenthesis or the end; `nil` for what is not understood.
    mutating func alternatives(depth: Int) -> Part? {
        guard depth < 64, var all = sequence(depth: depth) else { return nil }
        while unit() == 0x7C, index < pattern.count {
            index += 1
            if depth == 0 { hasAlternatives = true }
            guard let next = sequence(depth: depth) else { return nil }
            all.add(next)
        }
        return all
    }

    private mutating func sequence(depth: Int) -> Part? {
        var whole = Part()
        while index < pattern.count, pattern[index] != 0x7C, pattern[index] != 0x29 {
            guard let atom = atom(depth: depth), let (least, most) = quantifier() else { return nil }
            if atom.longest == 0 { continue }
            whole.append(atom.repeated(least, most))
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
        case 0x5B:
            let start = index
            return set() ? Part(.characters(pattern[start..<index]), longest: 2) : nil
        case 0x2E:
            index += 1
            return Part(.all, longest: 2)
        case 0x5E, 0x24:
            index += 1
            return Part()
        case 0x28: return group(depth: depth)
        case 0x2A, 0x2B, 0x3F, 0x7B, 0x7D: return nil
        default:
            let isPair = first & 0xFC00 == 0xD800 && unit(1) & 0xFC00 == 0xDC00
            let units = Array(pattern[index..<index + (isPair ? 2 : 1)])
            index += units.count
            return Part(isPair ? .all : .literal(first), longest: units.count, tail: units)
        }
    }

    private mutating func escape() -> Part? {
        let letter = unit(1)
        switch letter {
        // \b \B \A \Z \z \G
        case 0x62, 0x42, 0x41, 0x5A, 0x7A, 0x47:
            index += 2
            return Part()
        // \d \D \s \S \w \W \h \H \v \V
        case 0x64, 0x44, 0x73, 0x53, 0x77, 0x57, 0x68, 0x48, 0x76, 0x56:
            index += 2
            return Part(.characters(pattern[index - 2..<index]), longest: 2)
        // \R takes two.
        case 0x52:
            index += 2
            return Part(.all, longest: 2, count: nil)
        case 0x70, 0x50:
            guard let end = pattern[index...].firstIndex(of: 0x7D) else { return nil }
            let start = index
            index = end + 1
            return Part(.characters(pattern[start..<index]), longest: 2)
        case 0x74, 0x6E, 0x72:
            index += 2
            let unit: UInt16 = letter == 0x74 ? 9 : letter == 0x6E ? 10 : 13
            return Part(.literal(unit), longest: 1, tail: [unit])
        case 0x75:
            guard index + 6 <= pattern.count,
                let value = UInt16(String(decoding: pattern[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16),
                value & 0xF800 != 0xD800
            else { return nil }
            index += 6
            return Part(.literal(value), longest: 1, tail: [value])
        default:
            // Other letters and digits mean something else; punctuation means itself.
            guard (0x21...0x7E).contains(letter), !(0x30...0x39 ~= letter), !(0x41...0x5A ~= letter),
                !(0x61...0x7A ~= letter)
            else { return nil }
            index += 2
            return Part(.literal(letter), longest: 1, tail: [letter])
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
                    if unit() == 0x6D { isMultiline = true }
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

    func isQuantifier(at index: Int) -> Bool {
        index < pattern.count && [0x2A, 0x2B, 0x3F, 0x7B].contains(pattern[index])
    }

    /// The one character that a look behind at the start of a pattern forbids; none where it begins otherwise.
    static func notBehind(_ pattern: [UInt16]) -> SRXUnitSet {
        let opening = Array("(?<!".utf16)
        guard pattern.starts(with: opening) else { return .none }
        var reader = SRXPatternReader(pattern: pattern, index: opening.count)
        guard reader.unit() != 0x29, reader.unit() != 0x28, let atom = reader.atom(depth: 1), atom.count == 1,
            !atom.first.isAll, reader.unit() == 0x29, !reader.isQuantifier(at: reader.index + 1)
        else { return .none }
        return atom.first
    }
}

extension SRXPatternReader.Part {
    private static func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right, left + right < 1 << 16 else { return nil }
        return left + right
    }

    private static func product(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right, left * right < 1 << 16 else { return nil }
        return left * right
    }

    /// Matches of one or of the other.
    fileprivate mutating func add(_ other: SRXPatternReader.Part) {
        longest = longest.flatMap { left in other.longest.map { max(left, $0) } }
        tail = []
        mayBeEmpty = mayBeEmpty || other.mayBeEmpty
        if count != other.count { count = nil }
        first.formUnion(other.first)
        characters.formUnion(other.characters)
        last.formUnion(other.last)
        ends = mayBeEmpty ? [] : zip(ends, other.ends).map { $0.union($1) }
    }

    /// Matches so often in a row.
    fileprivate func repeated(_ least: Int, _ most: Int?) -> SRXPatternReader.Part {
        if least == 1, most == 1 { return self }
        var part = self
        part.longest = Self.product(longest, most)
        part.count = least == most ? Self.product(count, most) : nil
        part.mayBeEmpty = mayBeEmpty || least == 0
        if part.mayBeEmpty {
            part.ends = []
        } else if count == 1 {
            part.ends = Array(repeating: last, count: min(least, SRXPatternShape.endCount))
        } else {
            part.ends = [last]
        }
        part.isRepeated = true
        if least == 0 { part.tail = [] }
        return part
    }

    /// Matches of one behind those of the other.
    fileprivate mutating func append(_ next: SRXPatternReader.Part) {
        if !next.isRepeated, !next.tail.isEmpty, next.tail.count == next.longest {
            tail += next.tail
        } else {
            tail = next.tail
        }
        if mayBeEmpty { first.formUnion(next.first) }
        characters.formUnion(next.characters)
        if next.mayBeEmpty {
            last.formUnion(next.last)
            ends = mayBeEmpty ? [] : [last]
        } else {
            last = next.last
            if let count = next.count, next.ends.count == count {
                ends = Array((next.ends + ends).prefix(SRXPatternShape.endCount))
            } else {
                ends = next.ends
            }
        }
        longest = Self.sum(longest, next.longest)
        count = Self.sum(count, next.count)
        mayBeEmpty = mayBeEmpty && next.mayBeEmpty
    }
}
