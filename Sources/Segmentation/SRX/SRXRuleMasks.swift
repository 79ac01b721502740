internal import UnicodeText

/// Tells for every place of a text which rules may hold there, by the characters around it.
///
/// A rule is a bit. For each code unit that comes up it is found once which rules it goes with; texts have few different
/// ones. It belongs to one matcher.
final class SRXRuleMasks {
    /// What a unit may be to a rule. The first three are the last units before a place, from the place backwards.
    private enum Role: Int, CaseIterable {
        case end1, end2, end3
        /// The unit behind the place.
        case begin
        /// The first unit of what stands before, any unit of it, and the unit before it, which must not be.
        case first, within, notBehind
    }

    /// Words of a mask.
    let words: Int
    private let rules: [SRXRule]
    /// Sets and escapes of all patterns, each once.
    private var classes: [[UInt16]: Int] = [:]
    private var testers: [(cased: ICURegex, caseless: ICURegex?)] = []
    /// One more than the place of a unit's row in `rows`; 0 for a unit that has not come up.
    private var rowOf = [UInt32](repeating: 0, count: 1 << 16)
    /// A mask for each role, unit after unit; units that are alike share them.
    private var rows: [UInt64] = []
    private var known: [[UInt64]: UInt32] = [:]
    /// Rules whose match may be shorter than two, and than three, units.
    private var short: [[UInt64]]

    init(_ rules: [SRXRule]) {
        self.rules = rules
        words = (rules.count + 63) / 64
        short = []
        for count in 1..<SRXPatternShape.endCount {
            short.append(Self.mask(rules.indices.map { rules[$0].before.shape.ends.count <= count }))
        }
        let isCaseless = rules.contains { $0.before.shape.isCaseless || $0.after.shape.isCaseless }
        for rule in rules {
            for pattern in [rule.before, rule.after] {
                let shape = pattern.shape
                for set in shape.ends + [shape.first, shape.characters, shape.notBehind] {
                    for text in set.classes where classes[text] == nil {
                        // What ICU takes in a pattern and not alone stays unknown.
                        guard let cased = try? ICURegex(text) else { continue }
                        classes[text] = testers.count
                        testers.append((cased, isCaseless ? try? ICURegex(text, isCaseless: true) : nil))
                    }
                }
            }
        }
    }

    /// The first place within a range where some of the wanted rules may hold; those that may are put into `mask`.
    ///
    /// A place is an offset above 0 and below the end of the text. O(range × rules / 64).
    func next(
        in range: Range<Int>, of text: UnsafeBufferPointer<UInt16>, wanted: [UInt64], _ mask: inout [UInt64]
    ) -> Int? {
        var offset = range.lowerBound
        while true {
            switch scan(offset..<range.upperBound, text, wanted, &mask) {
            case .nothing: return nil
            case .place(let place): return place
            case .unknown(let unit, let place):
                makeRow(unit)
                offset = place
            }
        }
    }

    private enum Outcome {
        case nothing
        case place(Int)
        /// A unit that has not come up before, and the place where it was asked for.
        case unknown(UInt16, at: Int)
    }

    private func scan(
        _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt16>, _ wanted: [UInt64], _ mask: inout [UInt64]
    ) -> Outcome {
        rowOf.withUnsafeBufferPointer { rowOf in
            rows.withUnsafeBufferPointer { rows in
                for offset in range {
                    let last = Int(rowOf[Int(text[offset - 1])]) - 1
                    let next = Int(rowOf[Int(text[offset])]) - 1
                    if last < 0 { return .unknown(text[offset - 1], at: offset) }
                    if next < 0 { return .unknown(text[offset], at: offset) }
                    var found: UInt64 = 0
                    for word in 0..<words {
                        mask[word] = rows[last + word] & rows[next + Role.begin.rawValue * words + word] & wanted[word]
                        found |= mask[word]
                    }
                    guard found != 0 else { continue }
                    // A surrogate is half a character, and the places before it are not those that were counted.
                    var place = offset - 1
                    for role in [Role.end2.rawValue, Role.end3.rawValue] {
                        guard text[place] & 0xF800 != 0xD800 else { break }
                        place -= 1
                        found = 0
                        let row = place >= 0 ? Int(rowOf[Int(text[place])]) - 1 : 0
                        if row < 0 { return .unknown(text[place], at: offset) }
                        for word in 0..<words {
                            mask[word] &= place >= 0 ? rows[row + role * words + word] : short[role - 1][word]
                            found |= mask[word]
                        }
                        if found == 0 || place < 0 { break }
                    }
                    if found != 0, !Self.parts(text, offset) { return .place(offset) }
                }
                return .nothing
            }
        }
    }

    /// Whether an offset is within a character.
    private static func parts(_ text: UnsafeBufferPointer<UInt16>, _ offset: Int) -> Bool {
        text[offset] & 0xFC00 == 0xDC00 && text[offset - 1] & 0xFC00 == 0xD800
    }

    /// Whether what stands before the place of a rule may begin with a unit.
    func mayBegin(_ rule: Int, with unit: UInt16) -> Bool { holds(rule, unit, .first) }

    /// Whether it may hold a unit.
    func mayHold(_ rule: Int, _ unit: UInt16) -> Bool { holds(rule, unit, .within) }

    /// Whether it cannot stand behind a unit.
    func isBarred(_ rule: Int, behind unit: UInt16) -> Bool { holds(rule, unit, .notBehind) }

    private func holds(_ rule: Int, _ unit: UInt16, _ role: Role) -> Bool {
        let row = rowOf[Int(unit)] == 0 ? makeRow(unit) : Int(rowOf[Int(unit)]) - 1
        return rows[row + role.rawValue * words + rule >> 6] & 1 << UInt64(rule & 63) != 0
    }

    private static func mask(_ bits: [Bool]) -> [UInt64] {
        var mask = [UInt64](repeating: 0, count: (bits.count + 63) / 64)
        for (index, bit) in bits.enumerated() where bit { mask[index >> 6] |= 1 << UInt64(index & 63) }
        return mask
    }

    /// Finds which rules a unit goes with. Returns where its masks begin.
    @discardableResult
    private func makeRow(_ unit: UInt16) -> Int {
        let isSurrogate = unit & 0xF800 == 0xD800
        let cased = isSurrogate ? [] : testers.map { Self.test($0.cased, unit) }
        let caseless = isSurrogate ? [] : testers.map { $0.caseless.map { Self.test($0, unit) } ?? true }

        /// Whether a unit may be of a set; of a surrogate nothing is known.
        func isIn(_ set: SRXUnitSet, isCaseless: Bool) -> Bool {
            if set.isAll || isSurrogate || set.literals.contains(unit) { return true }
            for text in set.classes {
                guard let index = classes[text] else { return true }
                if cased[index] || isCaseless && caseless[index] { return true }
            }
            guard isCaseless else { return false }
            // Beyond ASCII a letter may stand for others, and even for two: "ß".
            if unit >= 0x80 || set.literals.contains(where: { $0 >= 0x80 }) { return true }
            return 0x61...0x7A ~= unit | 0x20 && set.literals.contains(unit ^ 0x20)
        }

        var masks: [UInt64] = []
        for role in Role.allCases {
            masks += Self.mask(
                rules.map { rule in
                    let before = rule.before.shape
                    let after = rule.after.shape
                    switch role {
                    case .end1, .end2, .end3:
                        guard role.rawValue < before.ends.count else { return true }
                        return isIn(before.ends[role.rawValue], isCaseless: before.isCaseless)
                    case .begin: return after.mayBeEmpty || isIn(after.first, isCaseless: after.isCaseless)
                    case .first: return isIn(before.first, isCaseless: before.isCaseless)
                    case .within: return isIn(before.characters, isCaseless: before.isCaseless)
                    case .notBehind:
                        // Here what is not known must not count.
                        return !isSurrogate && before.notBehind.classes.allSatisfy { classes[$0] != nil }
                            && isIn(before.notBehind, isCaseless: false)
                    }
                })
        }
        let row = known[masks] ?? UInt32(rows.count)
        if known[masks] == nil {
            known[masks] = row
            rows += masks
        }
        rowOf[Int(unit)] = row + 1
        return Int(row)
    }

    private static func test(_ regex: ICURegex, _ unit: UInt16) -> Bool {
        withUnsafePointer(to: unit) { unit in
            regex.setText(UnsafeBufferPointer(start: unit, count: 1))
            do {
                return try regex.match(at: 0, limit: 1) != nil
            } catch {
                return true
            }
        }
    }
}
