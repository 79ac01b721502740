internal import UnicodeText

/// Finds the sequences of a text that are UTF-8 misread in one encoding.
struct MojibakeScan {
    struct Found {
        let range: ByteRange
        let meant: Unicode.Scalar
    }

    private struct Candidate {
        let range: ByteRange
        let meant: Unicode.Scalar
        let shown: [Unicode.Scalar]
    }

    private let text: UTF8Text
    private let encoding: SingleByteEncoding
    private var offset = 0
    private var ready: [Found] = []

    init(text: UTF8Text, encoding: SingleByteEncoding) {
        self.text = text
        self.encoding = encoding
    }

    /// The next sequence that is certain.
    mutating func next() -> Found? {
        while ready.isEmpty {
            guard offset < text.count else { return nil }
            if text.bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            guard let first = candidate(at: offset) else {
                offset += text.scalar(at: offset).length
                continue
            }
            // A run of sequences that follow each other, blanks between them allowed, is judged together.
            var run = [first]
            offset = first.range.upperBound
            while offset < text.count {
                if text.bytes[offset] == 0x20, offset + 1 < text.count, let next = candidate(at: offset + 1) {
                    run.append(next)
                    offset = next.range.upperBound
                } else if let next = candidate(at: offset) {
                    run.append(next)
                    offset = next.range.upperBound
                } else {
                    break
                }
            }
            for (index, candidate) in run.enumerated() where isCertain(candidate, index, in: run) {
                ready.append(Found(range: candidate.range, meant: candidate.meant))
            }
            ready.reverse()
        }
        return ready.popLast()
    }

    /// Characters from an offset on that stand for the bytes of one well-formed sequence.
    private func candidate(at start: Int) -> Candidate? {
        let (lead, length) = text.scalar(at: start)
        guard let first = encoding.byte(for: lead), first >= 0xC2, first <= 0xF4 else { return nil }
        let wanted = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var bytes = [first]
        var shown = [lead]
        var end = start + length
        while bytes.count < wanted {
            guard end < text.count else { return nil }
            let (scalar, length) = text.scalar(at: end)
            let byte: UInt8
            if let known = encoding.byte(for: scalar) {
                byte = known
            } else if scalar == " ", bytes.count == wanted - 1, first == 0xC3 || first == 0xC2 {
                // A no-break space (A0) that a later program made a blank: "Ã " for "à".
                byte = 0xA0
            } else {
                return nil
            }
            guard byte & 0xC0 == 0x80 else { return nil }
            bytes.append(byte)
            shown.append(scalar)
            end += length
        }
        let valid = bytes.withUnsafeBufferPointer { UTF8Validation.sequenceLength($0, at: 0) }
        guard valid == wanted else { return nil }
        let meant = decodeScalar(bytes, at: 0).scalar
        switch meant.kind {
        case .other: return nil
        case .control where !(0x80...0x9F ~= meant.value || 0x200B...0x200F ~= meant.value || meant.value == 0xFEFF):
            return nil
        default: break
        }
        return Candidate(range: start..<end, meant: meant, shown: shown)
    }

    private func isCertain(_ candidate: Candidate, _ index: Int, in run: [Candidate]) -> Bool {
        let meant = candidate.meant.value
        if candidate.shown.last == " " { return isCertainWithBlank(candidate) }
        // Three characters of which the last two are symbols, standing for a mark press copy is full of.
        if candidate.shown.count >= 3 {
            switch meant {
            case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2100...0x214F, 0x2190...0x27BF, 0x200B...0x200F,
                0x202F, 0xFEFF, 0xFFFD, 0xFB00...0xFB06, 0x1F000...0x1FAFF, 0x2000...0x200A, 0x1E00...0x1EFF:
                return true
            default:
                return hasNeighbourOfScript(candidate, index, in: run)
            }
        }
        if hasNeighbourOfScript(candidate, index, in: run) { return true }
        guard encoding.name == SingleByteEncoding.windows1252.name else {
            return encoding.name == SingleByteEncoding.macRoman.name && isCertainInMacRoman(candidate)
        }
        let lead = candidate.shown[0].value
        let tail = candidate.shown[1]
        switch lead {
        case 0xC2:
            // "Â" before a sign. After a capital it may be a word's own end: "FRANÇAÂ»" is nobody's word, "RÂ»" might be.
            return meant >= 0xA0 && !isUpper(before: candidate)
        case 0xC3:
            // After a capital, a closing quote may follow a real "Ã" ("ALEMÃ”"): then only a capital after it decides.
            guard isUpper(before: candidate), Self.endsWords(tail) else { return true }
            return isUpper(after: candidate)
        case 0xC4...0xC6:
            return Self.neverInsideWords(tail) && isLetter(before: candidate, or: candidate)
        default:
            return false
        }
    }

    /// "Ã " for "à" and "Â " for a no-break space: only as a word of its own or between a word and a mark.
    private func isCertainWithBlank(_ candidate: Candidate) -> Bool {
        let start = candidate.range.lowerBound
        guard start > 0 else { return false }
        let before = text.scalar(before: start).scalar
        if candidate.shown[0].value == 0xC3 {
            // "Ã  " keeps the blank that follows it; "Ã l" has lost one. Both were "à ".
            return before == " " && candidate.range.upperBound < text.count
                && text.bytes[candidate.range.upperBound] == 0x20
        }
        return before.kind == .lower || before.kind == .digit || before.kind == .punctuation
    }

    /// Cyrillic, Greek, Arabic, Han … never come alone: two sequences of one script beside each other are certain.
    private func hasNeighbourOfScript(_ candidate: Candidate, _ index: Int, in run: [Candidate]) -> Bool {
        let script = candidate.meant.script
        guard candidate.meant.isLetter || candidate.meant.kind == .mark, script != "Latn" else { return false }
        var agreeing = 0
        for neighbour in [index - 2, index - 1, index + 1, index + 2] where run.indices.contains(neighbour) {
            if run[neighbour].meant.script == script { agreeing += 1 }
        }
        return agreeing >= 1
    }

    private func isCertainInMacRoman(_ candidate: Candidate) -> Bool {
        // "√©" for "é", "¬´" for "«": the root and the not sign stand inside no word.
        let lead = candidate.shown[0]
        guard isLetter(before: candidate, or: candidate) else { return false }
        return lead == "√" && candidate.meant.isLetter || lead == "¬" && candidate.meant.value >= 0xA0
    }

    private func isUpper(before candidate: Candidate) -> Bool {
        candidate.range.lowerBound > 0 && text.scalar(before: candidate.range.lowerBound).scalar.kind == .upper
    }

    private func isUpper(after candidate: Candidate) -> Bool {
        candidate.range.upperBound < text.count && text.scalar(at: candidate.range.upperBound).scalar.kind == .upper
    }

    private func isLetter(before candidate: Candidate, or other: Candidate) -> Bool {
        candidate.range.lowerBound > 0 && text.scalar(before: candidate.range.lowerBound).scalar.isLetter
            || other.range.upperBound < text.count && text.scalar(at: other.range.upperBound).scalar.isLetter
    }

    /// Marks that may follow a word's last letter.
    private static func endsWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2018...0x201D, 0x2026, 0x2013, 0x2014, 0x2122, 0xAE, 0xBB, 0xA0, 0xAB, 0x203A, 0x2022, 0xB7: true
        default: false
        }
    }

    /// Signs that follow no letter in any text, so that with one they are half a character.
    private static func neverInsideWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x2020, 0x2021, 0x2C6, 0x2030, 0x201A, 0x201E, 0x192, 0xA4, 0xA6...0xA8, 0xAC, 0xAF,
            0xB1...0xB6, 0xB8, 0xB9, 0xBC...0xBE, 0x2039, 0x20AC, 0x2DC, 0xA1...0xA3, 0xA5, 0xBF:
            true
        default:
            false
        }
    }
}
