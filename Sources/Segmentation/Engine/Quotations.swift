internal import UnicodeText

/// The quotations of a unit, and what stands in brackets, for keeping each in one piece.
enum Quotations {
    /// Quotes and brackets that close what an opening one began.
    private static func closers(of opener: UInt32, _ rules: RuleSet) -> [UInt32] {
        let reversed = rules.reversedQuotes
        return switch opener {
        case 0x22: [0x22]
        case 0x27: [0x27]
        case 0x201C: [0x201D]
        case 0x201D: rules.sameQuotes ? [0x201D] : reversed ? [0x201C] : []
        case 0x201E, 0x201F: [0x201C, 0x201D]
        case 0x2018: [0x2019]
        case 0x201A: [0x2018, 0x2019]
        case 0xAB: reversed ? [] : [0xBB]
        case 0xBB: reversed ? [0xAB] : rules.sameQuotes ? [0xBB] : []
        case 0x2039: reversed ? [] : [0x203A]
        case 0x203A: reversed ? [0x2039] : []
        case 0x300C: [0x300D]
        case 0x300E: [0x300F]
        case 0x28: [0x29]
        case 0x5B: [0x5D]
        case 0xFF08: [0xFF09]
        default: []
        }
    }

    /// The outermost quotations and brackets, from the opening sign to behind the closing one. O(n).
    static func ranges(in bytes: [UInt8], _ unit: ByteRange, _ rules: RuleSet) -> [ByteRange] {
        var ranges: [ByteRange] = []
        // Openers that nothing closes from here on; without this, many of them would cost O(n) each.
        var hopeless: Set<UInt32> = []
        var position = unit.lowerBound
        var isAtWordStart = true
        while position < unit.upperBound {
            let byte = bytes[position]
            if byte != 0x22, byte != 0x27, byte != 0x28, byte != 0x5B, byte < 0xC2 {
                isAtWordStart = byte == 0x20 || byte == 0x28 || byte == 0x5B || byte == 0x2D || byte == 0x0A
                position += 1
                continue
            }
            let (scalar, length) = decodeScalar(bytes, at: position)
            let closers = closers(of: scalar.value, rules)
            // What closes elsewhere opens at the start of a word only.
            let isNeutral = closers.first == scalar.value || scalar.value == 0x201D
            if !closers.isEmpty, !isNeutral || isAtWordStart, !hopeless.contains(scalar.value) {
                switch end(in: bytes, from: position + length, unit.upperBound, scalar, closers) {
                case .closed(let end):
                    ranges.append(position..<end)
                    position = end
                    isAtWordStart = false
                    continue
                case .reopened: break
                case .open: hopeless.insert(scalar.value)
                }
            }
            isAtWordStart = CharacterClass(scalar.value) == .space || CharacterClass(scalar.value) == .dash
            position += length
        }
        return ranges
    }

    private enum End {
        /// Behind the closing quote.
        case closed(Int)
        /// A quote opens again before any closes: the first was not closed.
        case reopened
        /// Nothing closes it.
        case open
    }

    private static func end(
        in bytes: [UInt8], from start: Int, _ limit: Int, _ opener: Unicode.Scalar, _ closers: [UInt32]
    ) -> End {
        var position = start
        var last: Unicode.Scalar = "x"
        // Behind the last single quote that might have closed: it did if no surer one comes before the next opens.
        var likely: Int?
        while position < limit {
            let (scalar, length) = decodeScalar(bytes, at: position)
            position += length
            if closers.contains(scalar.value) {
                let next = position < limit ? decodeScalar(bytes, at: position).scalar : " "
                if closes(scalar, after: last, before: next) { return .closed(position) }
                if scalar == "\"" || scalar == "'", CharacterClass(last.value) == .space, next.isLetter {
                    return likely.map(End.closed) ?? .reopened
                }
                if mayClose(after: last, before: next) { likely = position }
            } else if scalar == opener {
                return likely.map(End.closed) ?? .reopened
            }
            last = scalar
        }
        return likely.map(End.closed) ?? .open
    }

    /// Whether a single quote behind a letter may close: 'Orange Marmalade', ‘Apulia’ (a county). Behind an s it is
    /// rather the sign of a possessive: the boys’ house.
    private static func mayClose(after last: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
        last.isLetter && last != "s" && last != "S" && !next.isLetter
    }

    /// An apostrophe is no closing quote: those follow punctuation and no letter stands behind them.
    private static func closes(_ quote: Unicode.Scalar, after last: Unicode.Scalar, before next: Unicode.Scalar) -> Bool
    {
        switch quote.value {
        case 0x27, 0x2019:
            !next.isLetter && last.basicKind == .punctuation
        case 0x22:
            CharacterClass(last.value) != .space && !next.isLetter
        default: true
        }
    }
}

extension Scanner {
    /// Whether a candidate lies within a quotation that stays in one piece. Candidates come in order.
    mutating func isInsideQuotation(_ candidate: Candidate) -> Bool {
        while nextQuotation < quotationRanges.count, quotationRanges[nextQuotation].upperBound <= candidate.start {
            nextQuotation += 1
        }
        guard nextQuotation < quotationRanges.count else { return false }
        let range = quotationRanges[nextQuotation]
        return range.lowerBound < candidate.start && candidate.end < range.upperBound
    }
}
