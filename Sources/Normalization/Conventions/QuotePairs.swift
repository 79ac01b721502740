internal import UnicodeText

/// The quotation marks of a text with the partner of each: nested, within a paragraph, the unpaired left out. O(n).
struct QuotePairs {
    let marks: [QuoteMark]
    /// For each mark the index of its partner.
    let partners: [Int?]

    init(_ marks: [QuoteMark], in text: UTF8Text) {
        self.marks = marks
        var partners = [Int?](repeating: nil, count: marks.count)
        let closesLater = Self.closesLater(marks)
        var open: [Int] = []
        // How many marks of each family are open: tells without a search whether a closing mark has a partner.
        var counts = [Int](repeating: 0, count: QuoteMark.Family.allCases.count)
        var end = 0
        for (index, mark) in marks.enumerated() {
            if Self.hasParagraphBreak(text, end..<mark.range.lowerBound) {
                open.removeAll(keepingCapacity: true)
                for family in counts.indices { counts[family] = 0 }
            }
            end = mark.range.upperBound
            let family = mark.family.rawValue
            let closes =
                switch mark.role {
                case .closing where mark.isDoubled: Self.endsTwo(index, marks, partners, open: counts[family])
                case .closing: counts[family] > 0 && !(mark.isWeak && closesLater[index])
                case .either: counts[family] > 0
                default: false
                }
            if closes {
                while let last = open.popLast() {
                    counts[marks[last].family.rawValue] -= 1
                    if marks[last].family == mark.family {
                        partners[last] = index
                        partners[index] = last
                        break
                    }
                }
            } else if mark.role == .opening || mark.role == .either {
                open.append(index)
                counts[family] += 1
            }
        }
        self.partners = partners
    }

    /// Whether a doubled mark closes: both do where two quotations are open, none otherwise.
    private static func endsTwo(_ index: Int, _ marks: [QuoteMark], _ partners: [Int?], open: Int) -> Bool {
        let isSecond =
            index > 0 && marks[index - 1].isDoubled
            && marks[index - 1].range.upperBound == marks[index].range.lowerBound
        return isSecond ? partners[index - 1] != nil && open > 0 : open > 1
    }

    /// For each mark: whether a mark that surely closes comes before the next that opens, of the same family.
    private static func closesLater(_ marks: [QuoteMark]) -> [Bool] {
        var result = [Bool](repeating: false, count: marks.count)
        var comes = [Bool](repeating: false, count: QuoteMark.Family.allCases.count)
        for index in marks.indices.reversed() {
            let family = marks[index].family.rawValue
            result[index] = comes[family]
            switch marks[index].role {
            case .closing: if !marks[index].isWeak, !marks[index].isDoubled { comes[family] = true }
            case .opening, .either: comes[family] = false
            case .apostrophe, .none: break
            }
        }
        return result
    }

    /// Whether an empty line lies in a range.
    private static func hasParagraphBreak(_ text: UTF8Text, _ range: ByteRange) -> Bool {
        var wasNewline = false
        for index in range {
            let byte = text.bytes[index]
            if byte == 0x0A {
                if wasNewline { return true }
                wasNewline = true
            } else if byte != 0x0D && byte != 0x20 && byte != 0x09 {
                wasNewline = false
            }
        }
        return false
    }
}
