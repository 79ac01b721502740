internal import UnicodeText

/// Figures of a text as numbers are compared: by digits, whatever separates them.
struct CheckFigure {
    let range: ByteRange
    /// ASCII digits of all of it, without zeros in front.
    let digits: [UInt8]
    /// Digits behind the decimal point, zeros at the end not counted.
    let decimals: Int
    /// Whether separators stand in it.
    let isSeparated: Bool

    /// The digits without zeros at the end, and the power of ten of the last one.
    let significant: [UInt8]
    let exponent: Int

    init(range: ByteRange, digits all: [UInt8], decimals: Int, isSeparated: Bool) {
        self.range = range
        self.isSeparated = isSeparated
        let digits = Array(all.drop { $0 == 0x30 })
        let zeros = digits.reversed().prefix { $0 == 0x30 }.count
        self.digits = digits
        self.decimals = max(0, decimals - zeros)
        significant = Array(digits.dropLast(zeros))
        exponent = zeros - decimals
    }

    init(_ number: LocalNumber, in text: UTF8Text) {
        let plain = number.decimal.map { Array($0.utf8) }
        let point = plain?.firstIndex(of: 0x2E)
        let digits = text[number.range].placedScalars.compactMap(\.scalar.digitValue).map { 0x30 + UInt8($0) }
        self.init(
            range: number.range, digits: digits, decimals: point.map { (plain?.count ?? 0) - $0 - 1 } ?? 0,
            isSeparated: digits.count < text.scalarCount(in: number.range))
    }

    /// A whole number of at most four digits.
    var small: Int? { decimals == 0 && digits.count <= 4 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : nil }

    /// The digits that stand together, those in words too ("21st", "5G").
    static func runs(in text: UTF8Text) -> [CheckFigure] {
        var result: [CheckFigure] = []
        var digits: [UInt8] = []
        var start = 0
        for placed in text.placedScalars {
            if let digit = placed.scalar.digitValue {
                if digits.isEmpty { start = placed.range.lowerBound }
                digits.append(0x30 + UInt8(digit))
            } else if !digits.isEmpty {
                result.append(
                    CheckFigure(
                        range: start..<placed.range.lowerBound, digits: digits, decimals: 0, isSeparated: false))
                digits = []
            }
        }
        if !digits.isEmpty {
            result.append(CheckFigure(range: start..<text.count, digits: digits, decimals: 0, isSeparated: false))
        }
        return result
    }
}
