internal import UnicodeText

/// "2." or "b)" at the start of an item of a list.
struct ListMarker {
    /// The number or letter.
    let label: [UInt8]
    /// What stands around it: ".", ")", ".)", "()".
    let family: [UInt8]

    /// Whether this marker follows another of the same list.
    func follows(_ other: ListMarker) -> Bool {
        guard family == other.family else { return false }
        if let left = Self.number(other.label), let right = Self.number(label) { return right == left + 1 }
        if label.count == 1, other.label.count == 1, label[0] == other.label[0] &+ 1, !label[0].isASCIIDigit {
            return true
        }
        if let left = Self.roman(other.label), let right = Self.roman(label) { return right == left + 1 }
        return false
    }

    /// Whether this marker begins the list anew.
    func restarts(_ other: ListMarker) -> Bool {
        family == other.family && family.last == 0x29 && label != other.label
            && [[0x31], [0x61], [0x41], [0x69]].contains(label)
    }

    /// Whether the label is one that lists have: up to three digits, one letter, or a small Roman number.
    var isPlausible: Bool {
        if let number = Self.number(label) { return number < 1000 }
        return label.count == 1 && label[0].isASCIIAlphanumeric || Self.roman(label) != nil
    }

    /// Whether a range may hold a label, by its characters alone; sometimes also where it holds none.
    static func mayBeLabel(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
        if range.count == 1 { return bytes[range.lowerBound].isASCIIAlphanumeric }
        for index in range {
            switch bytes[index] {
            case 0x30...0x39, 0x49, 0x56, 0x58, 0x69, 0x76, 0x78: break
            default: return false
            }
        }
        return true
    }

    private static func number(_ label: [UInt8]) -> Int? {
        guard !label.isEmpty, label.count <= 3, label.allSatisfy(\.isASCIIDigit) else { return nil }
        return label.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ].map { Array($0.utf8) }

    private static func roman(_ label: [UInt8]) -> Int? {
        let small = label.map { $0.isASCIIUpper ? $0 | 0x20 : $0 }
        return romans.firstIndex(of: small)
    }
}

extension Scanner {
    /// "1. The first item": a marker at the start of a sentence is part of it.
    func isListMarkerAtStart(_ range: ByteRange, _ next: NextToken) -> Bool {
        guard startsSentence(range.lowerBound), let label = label(of: range) else { return false }
        if label.count <= 4, label.allSatisfy(\.isASCIIDigit) { return true }
        guard ListMarker(label: label, family: []).isPlausible else { return false }
        return label[0].isASCIIDigit || label.count == 1 || label[0].isASCIILower
    }

    /// Bytes of a marker's number or letter: three digits of a script whose digits have three bytes each.
    private static let labelReach = 9

    /// The number or letter of a marker, with the digits of any script as ASCII ones; `nil` if it is too long for one.
    private func label(of range: ByteRange) -> [UInt8]? {
        guard range.count <= Self.labelReach else { return nil }
        guard bytes[range].contains(where: { $0 >= 0x80 }) else {
            return range.count <= 5 && ListMarker.mayBeLabel(bytes, range) ? Array(bytes[range]) : nil
        }
        var label: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let (scalar, length) = decodeScalar(bytes, at: position)
            guard scalar.kind == .digit, let value = scalar.properties.numericValue, value < 10 else { return nil }
            label.append(0x30 + UInt8(value))
            position += length
        }
        return label
    }

    /// Whether nothing but bullets, brackets and white space stands between the sentence's start and an offset.
    private func startsSentence(_ offset: Int) -> Bool {
        guard offset - sentenceStart <= 12 else { return false }
        var position = sentenceStart
        while position < offset, let (scalar, length) = character(at: position) {
            let isBullet = rules.marks.match(bytes, at: position, limit: offset)?.kind == .bullet
            guard isBullet || scalar == "(" || CharacterClass(scalar.value) == .space else { return false }
            position += length
        }
        return position == offset
    }

    /// Keeps track of a numbered list at a full stop; a marker that follows the last one begins a new sentence.
    ///
    /// Returns whether the candidate was a marker of the list.
    mutating func readListMarker(_ candidate: Candidate) -> Bool {
        guard candidate.kind == .dot || candidate.kind == .stop, candidate.hasGap, !candidate.hasQuote else {
            return false
        }
        guard !isLongWord(before: candidate.start) else { return false }
        let range = token(before: candidate.start)
        guard !range.isEmpty, range.count <= Self.labelReach else { return false }
        // "۱۔" in Urdu.
        if candidate.kind == .stop {
            guard let first = character(at: range.lowerBound)?.scalar, first.basicKind == .digit else { return false }
        }
        // "J. K. Rowling" is no list.
        if range.count == 1, bytes[range.lowerBound].isASCIIUpper { return false }
        let isBracketed = candidate.hasBracket && bytes[candidate.markEnd] == 0x29
        if candidate.hasBracket && !isBracketed { return false }
        return take(range, end: candidate.end, family: isBracketed ? [0x2E, 0x29] : [0x2E])
    }

    /// Whether more letters than a marker has stand before an offset; there is no need then to find where they begin.
    private func isLongWord(before offset: Int) -> Bool {
        guard offset - 6 >= sentenceStart else { return false }
        for index in offset - 6..<offset where !bytes[index].isASCIIAlphanumeric { return false }
        return true
    }

    /// The same at a closing bracket.
    mutating func readBracket(at offset: Int) {
        guard !isLongWord(before: offset) else { return }
        let range = token(before: offset)
        guard !range.isEmpty, range.count <= Self.labelReach, CharacterClass.space == characterClass(at: offset + 1)
        else { return }
        let isOpened = range.lowerBound > unit.lowerBound && bytes[range.lowerBound - 1] == 0x28
        _ = take(range, end: offset + 1, family: isOpened ? [0x28, 0x29] : [0x29])
    }

    private mutating func take(_ range: ByteRange, end: Int, family: [UInt8]) -> Bool {
        guard let label = label(of: range) else { return false }
        let marker = ListMarker(label: label, family: family)
        guard marker.isPlausible else { return false }
        if startsSentence(range.lowerBound) {
            lastMarker = marker
            record(end, isBreak: false, .listMarker)
            return true
        }
        guard let last = lastMarker, marker.follows(last) || marker.restarts(last) else { return false }
        var start = range.lowerBound
        if family.first == 0x28 { start -= 1 }
        while let (scalar, length) = character(before: start), CharacterClass(scalar.value) == .space {
            start -= length
        }
        // A bullet before the number belongs to it.
        if let (scalar, length) = character(before: start),
            rules.marks.match(bytes, at: start - length, limit: start)?.kind == .bullet, scalar != ")"
        {
            start -= length
        }
        guard start > sentenceStart, start < range.lowerBound else { return false }
        lastMarker = marker
        record(start, isBreak: true, .listItem)
        return true
    }

    /// A bullet begins an item if the sentence that it stands in began with one.
    mutating func readBullet(at offset: Int) {
        guard offset > sentenceStart, characterClass(before: offset) == .space,
            rules.marks.match(bytes, at: sentenceStart, limit: unit.upperBound)?.kind == .bullet
        else { return }
        record(offset, isBreak: true, .listItem)
    }

    /// Whether a word in lower case is the marker of an item: "a) here", "(ii) there".
    func startsListItem(_ next: NextToken) -> Bool {
        guard next.wordEnd < unit.upperBound, next.word.count <= 4, ListMarker.mayBeLabel(bytes, next.word) else {
            return false
        }
        let marker = ListMarker(label: Array(bytes[next.word]), family: [])
        guard marker.isPlausible, bytes[next.wordEnd] == 0x29 || bytes[next.wordEnd] == 0x2E && next.word.count == 1
        else {
            return false
        }
        return characterClass(at: next.wordEnd + 1) == .space
    }
}
