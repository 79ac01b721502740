internal import CICU

/// Reads and writes numbers in figures as a language does, by CLDR's separators.
public struct NumberConventions: Sendable {
    private let language: LanguageTag
    private let decimal: [Unicode.Scalar]
    private let grouping: [Unicode.Scalar]
    private let hasNativeDigits: Bool
    /// No number has more digits than this.
    private static let longest = 40

    public init(language: LanguageTag) {
        self.language = language
        hasNativeDigits = CLDRConventions.nativeDigits(in: language) != nil
        func separators(_ which: CLDRConventions.Separator) -> [Unicode.Scalar] {
            ["latn", "native"].compactMap { CLDRConventions.separator(which, in: language, system: $0) }
        }
        decimal = separators(.decimal)
        let grouping = separators(.grouping)
        // Who cannot type a narrow no-break space takes another one.
        self.grouping = grouping.contains(where: Self.isSpace) ? grouping + Self.spaces : grouping
    }

    /// The numbers of a text in order. Digits that are part of a word (`G20`, `5G`) are none. O(n).
    public func numbers(in text: UTF8Text) -> [LocalNumber] {
        var result: [LocalNumber] = []
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            guard scalar.digitValue != nil else {
                position += length
                continue
            }
            let end = self.end(of: text, from: position)
            if !Self.isAttached(text, position..<end) { result.append(number(text, position..<end)) }
            position = end
        }
        return result
    }

    /// A number as the language writes it.
    ///
    /// - Parameters:
    ///   - value: ASCII digits with a point, such as `LocalNumber.decimal`.
    ///   - isNative: In the language's own digits, if it has decimal ones.
    /// - Returns: `nil` where ICU has no answer.
    public func text(_ value: String, isGrouped: Bool, isNative: Bool) -> UTF8Text? {
        let system = isNative && hasNativeDigits ? "native" : "latn"
        return CLDRNames.bytes { buffer, capacity in
            dgm_format_number(language.description, system, value, isGrouped ? 1 : 0, buffer, capacity)
        }
    }

    /// Digits, and separators that stand between digits.
    private func end(of text: UTF8Text, from start: Int) -> Int {
        var end = start
        while end < text.count {
            let (scalar, length) = text.scalar(at: end)
            if scalar.digitValue != nil {
                end += length
                continue
            }
            let next = end + length
            guard next < text.count, text.scalar(at: next).scalar.digitValue != nil else { break }
            if Self.isSpace(scalar) {
                guard grouping.contains(scalar), Self.digits(text, from: next) == 3 else { break }
            } else if !Self.marks.contains(scalar) {
                break
            }
            end = next
        }
        return end
    }

    private func number(_ text: UTF8Text, _ range: ByteRange) -> LocalNumber {
        // A separator, and how many digits stand before it since the last.
        var groups: [(digits: Int, separator: Unicode.Scalar)] = []
        var digits: [UInt8] = []
        var count = 0
        var isNative = false
        var position = range.lowerBound
        while position < range.upperBound {
            let (scalar, length) = text.scalar(at: position)
            position += length
            if let digit = scalar.digitValue {
                digits.append(UInt8(ascii: "0") + UInt8(digit))
                count += 1
                isNative = isNative || scalar.value > 0x7F
            } else {
                groups.append((count, scalar))
                count = 0
            }
        }
        var value: String?
        var isGrouped = false
        if let decimals = decimals(groups, last: count), digits.count <= Self.longest,
            digits.count - decimals == 1 || digits.first != UInt8(ascii: "0")
        {
            value = String(decoding: digits.dropLast(decimals), as: UTF8.self)
            if decimals > 0 { value? += "." + String(decoding: digits.suffix(decimals), as: UTF8.self) }
            isGrouped = groups.count > (decimals > 0 ? 1 : 0)
        }
        return LocalNumber(range: range, decimal: value, isGrouped: isGrouped, isNative: isNative)
    }

    /// How many of the digits are decimals; `nil` where the separators are not those of the language.
    private func decimals(_ groups: [(digits: Int, separator: Unicode.Scalar)], last: Int) -> Int? {
        guard let end = groups.last else { return 0 }
        let isDecimal = decimal.contains(end.separator) && (groups.count == 1 || end.separator != groups[0].separator)
        let thousands = isDecimal ? groups.dropLast() : groups[...]
        guard thousands.allSatisfy({ grouping.contains($0.separator) }), let first = groups.first else { return nil }
        // India sets groups of two apart before the last three.
        for group in thousands.dropFirst() where !(2...3).contains(group.digits) { return nil }
        let lastGroup = isDecimal ? end.digits : last
        guard thousands.isEmpty || lastGroup == 3 && (1...3).contains(first.digits) else { return nil }
        return isDecimal ? last : 0
    }

    /// Whether a letter stands at the digits; where words are not spaced that says nothing.
    private static func isAttached(_ text: UTF8Text, _ range: ByteRange) -> Bool {
        func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isLetter && !scalar.isUnspaced || scalar.kind == .mark }
        if range.lowerBound > 0, isWord(text.scalar(before: range.lowerBound).scalar) { return true }
        return range.upperBound < text.count && isWord(text.scalar(at: range.upperBound).scalar)
    }

    private static func digits(_ text: UTF8Text, from start: Int) -> Int {
        var count = 0
        var position = start
        while position < text.count, count < 4 {
            let (scalar, length) = text.scalar(at: position)
            guard scalar.digitValue != nil else { break }
            count += 1
            position += length
        }
        return count
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { spaces.contains(scalar) }

    private static let spaces: [Unicode.Scalar] = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]
    /// Points, commas, apostrophes, and the Arabic separators.
    private static let marks: [Unicode.Scalar] = [".", ",", "'", "’", "\u{66B}", "\u{66C}"]
}
