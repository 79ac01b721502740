internal import UnicodeText

/// Numbers in Han numerals before the signs of a date: 二〇二三年十月二十日.
enum HanNumber {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { value(scalar) != nil }

    /// A number of at most four digits that one of 年月日号时点分 follows.
    static func read(_ text: UTF8Text, at start: Int, end: Int) -> (value: Int, digits: Int, end: Int)? {
        var values: [Int] = []
        var next = start
        while next < end {
            let (scalar, length) = text.scalar(at: next)
            guard let value = value(scalar) else {
                guard isUnit(scalar), let number = number(values) else { return nil }
                return (number.value, number.digits, next)
            }
            guard values.count < 4 else { return nil }
            values.append(value)
            next += length
        }
        return nil
    }

    /// "二〇二三" digit by digit, "二十三" by tens.
    private static func number(_ values: [Int]) -> (value: Int, digits: Int)? {
        guard let ten = values.firstIndex(of: 10) else {
            return (values.reduce(0) { $0 * 10 + $1 }, values.count)
        }
        guard ten <= 1, values.count - ten <= 2, values.filter({ $0 == 10 }).count == 1 else { return nil }
        return ((ten == 1 ? values[0] : 1) * 10 + (values.count > ten + 1 ? values[ten + 1] : 0), 2)
    }

    private static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        default: nil
        }
    }

    private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "年", "月", "日", "号", "號", "时", "時", "点", "點", "分": true
        default: false
        }
    }
}
