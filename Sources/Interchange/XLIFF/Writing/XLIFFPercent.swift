/// Percentages as both kinds of XLIFF have them.
enum XLIFFPercent {
    /// `85`, `99.5`: at most two places behind the point.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, 0), 100) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The number of `85`, `85%`, `85.00 %`; `nil` for words.
    static func value(_ text: String) -> Double? {
        let number = text.utf8.prefix { $0 != UInt8(ascii: "%") && $0 != 0x20 }
        guard let value = Double(String(decoding: number, as: UTF8.self)), value >= 0, value <= 100 else { return nil }
        return value
    }
}
