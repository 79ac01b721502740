internal import UnicodeText

/// A piece of a text as a date reader sees it.
struct DateToken {
    enum Value: Equatable {
        case number(Int, digits: Int)
        /// Month 1...12.
        case month(Int)
        case word(UTF8Text)
        /// A single sign: `:` `/` `.` `-` `,` `+` or one of 年月日.
        case sign(Unicode.Scalar)
    }

    let value: Value
    let range: ByteRange

    /// Numbers, month names of the language, other words and signs of a text; blanks are left out.
    static func tokens(of text: UTF8Text, months: MonthNames) -> [DateToken] {
        var tokens: [DateToken] = []
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            if scalar.isBlank {
                offset += length
                continue
            }
            let start = offset
            if scalar.digitValue != nil {
                var value = 0
                var digits = 0
                while offset < text.count {
                    let (next, length) = text.scalar(at: offset)
                    guard let digit = next.digitValue, digits < 9 else { break }
                    value = value * 10 + digit
                    digits += 1
                    offset += length
                }
                tokens.append(DateToken(value: .number(value, digits: digits), range: start..<offset))
            } else if scalar.isLetter, !["年", "月", "日", "時", "时", "分"].contains(scalar) {
                while offset < text.count {
                    let (next, length) = text.scalar(at: offset)
                    guard next.isLetter || next.kind == .mark || next == "’" || next == "'",
                        !["年", "月", "日"].contains(next)
                    else { break }
                    offset += length
                }
                let word = (try? CaseMapping.fold(text[start..<offset])) ?? text[start..<offset]
                let value: Value = months.month(word).map { .month($0) } ?? .word(word)
                tokens.append(DateToken(value: value, range: start..<offset))
            } else {
                offset += length
                tokens.append(DateToken(value: .sign(scalar), range: start..<offset))
            }
        }
        return tokens
    }
}
