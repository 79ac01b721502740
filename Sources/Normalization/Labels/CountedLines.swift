internal import UnicodeText

/// Lines that are counted: "1) …", "2) …", or "10. …" down to "1. …". Who counts has something to say, however short the
/// lines are and whatever stands between them.
enum CountedLines {
    /// Lines from one number to the next, at most.
    private static let reach = 12
    /// A count of three is as likely chance.
    private static let least = 4
    private static let largest = 100

    static func weigh(_ lines: inout [LabelledBlock]) {
        for count in counts(in: lines) {
            for index in count {
                guard lines[index].score < 0.5, lines[index].reasons.areNavigation else { continue }
                lines[index].add("counted", 0.5 - lines[index].score)
            }
            let items = Set(count)
            for index in (count[0]..<count[count.count - 1]) where !items.contains(index) {
                guard lines[index].score < -0.1, lines[index].reasons.areNavigation else { continue }
                lines[index].add("amid-count", -0.1 - lines[index].score)
            }
        }
    }

    /// The indices of lines counted together, up from 1 or down to it. O(lines).
    private static func counts(in lines: [LabelledBlock]) -> [[Int]] {
        var rising: [Int: [Int]] = [:]
        var falling: [Int: [Int]] = [:]
        var found: [[Int]] = []
        func end(_ count: [Int]?) {
            if let count, count.count >= least { found.append(count) }
        }
        for index in lines.indices {
            guard let number = lines[index].block.borrowed(\.countingNumber), number <= largest else { continue }
            if number == 1 {
                end(rising.updateValue([index], forKey: 2))
            } else if let count = rising.removeValue(forKey: number), let last = count.last {
                if index - last <= reach {
                    end(rising.updateValue(count + [index], forKey: number + 1))
                } else {
                    end(count)
                }
            }
            var count = falling.removeValue(forKey: number) ?? []
            if let last = count.last, index - last > reach { count = [] }
            count.append(index)
            if number > 1 { falling[number - 1] = count } else { end(count) }
        }
        // In order: what is found must not depend on how a table lies in memory.
        for count in rising.values.sorted(by: { $0[0] < $1[0] }) { end(count) }
        return found
    }
}

extension BorrowedText {
    /// The number that a line begins with, if it counts: more follows, and no part of a sum, a time or a date in figures.
    fileprivate var countingNumber: Int? {
        var offset = 0
        if bytes.first == UInt8(ascii: "(") || bytes.first == UInt8(ascii: "#") { offset = 1 }
        let start = offset
        var number = 0
        while offset < count, let digit = Self.digit(bytes[offset]), offset - start < 3 {
            number = number * 10 + digit
            offset += 1
        }
        guard offset > start, number > 0, offset < count else { return nil }
        let isFigure = offset + 1 < count && Self.digit(bytes[offset + 1]) != nil
        switch bytes[offset] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"), UInt8(ascii: "/"): return nil
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"): return isFigure ? nil : number
        default: return number
        }
    }

    private static func digit(_ byte: UInt8) -> Int? { 0x30...0x39 ~= byte ? Int(byte) - 0x30 : nil }
}
