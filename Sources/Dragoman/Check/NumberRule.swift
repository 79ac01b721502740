internal import FuzzyMatching
internal import UnicodeText

/// Numbers in figures that are lost or changed.
///
/// A number is there when the translation has the same digits, whatever separates them, or the same significant digits
/// at another power of ten ("1.2 million", 1 200 000, 120万), twelve hours more, or the last two digits of a year. A number
/// changed when just one is left over on each side; a number is lost when nothing may stand for it: words may stand for
/// round and small ones. Measures that are converted are left alone.
struct NumberRule: CheckRule {
    private let source: NumberConventions
    private let target: NumberConventions
    private let units: Set<UTF8Text>
    private let tokenizer = Tokenizer()

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = NumberConventions(language: source)
        self.target = NumberConventions(language: target)
        units = CheckData(source)?.words("units") ?? []
    }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (text, other) = (unit.source.segment.text, unit.target.segment.text)
        let skipped = addresses(text) + PlaceableScanner.places(in: text)
        let ours = source.numbers(in: text).map { CheckFigure($0, in: text) }
            .filter { figure in !skipped.contains { $0.overlaps(figure.range) } }
        if ours.isEmpty { return }
        let match = NumberMatch(target: other, source: text, conventions: target, other: source)
        let missing = ours.filter { !match.has($0) && !isConverted($0, text) }
        guard !missing.isEmpty, !match.hasSameDigits else { return }
        let extra = match.extra(beside: ours)
        if missing.count == 1, extra.count == 1, Self.isChanged(missing[0], extra[0]) {
            let (old, new) = (text[missing[0].range], other[extra[0].range])
            return report(
                CheckFinding(
                    .number, side: .target, range: extra[0].range,
                    message: "\(old) in the source is \(new) here",
                    suggestion: written(missing[0], in: text)))
        }
        guard extra.isEmpty else { return }
        for figure in missing where Self.isCertain(figure) {
            report(
                CheckFinding(
                    .number, side: .source, range: figure.range,
                    message: "\(text[figure.range]) is missing in the translation", suggestion: written(figure, in: text)))
        }
    }

    private func written(_ figure: CheckFigure, in text: UTF8Text) -> UTF8Text? {
        let numbers = source.numbers(in: text)
        guard let number = numbers.first(where: { $0.range == figure.range }), let value = number.decimal else {
            return text[figure.range]
        }
        return target.text(value, isGrouped: number.isGrouped, isNative: false)
    }

    private func addresses(_ text: UTF8Text) -> [ByteRange] {
        tokenizer.tokens(of: text).filter { $0.kind == .address }.map(\.range)
    }

    /// A number of three digits that are not round, or with decimals, is hardly written in words.
    private static func isCertain(_ figure: CheckFigure) -> Bool {
        figure.significant.count >= 3 || figure.decimals > 0 && figure.significant.count >= 2
    }

    /// Whether one stands in the other's place: as many digits, and too many for words.
    private static func isChanged(_ one: CheckFigure, _ other: CheckFigure) -> Bool {
        guard one.digits.count == other.digits.count || isCertain(one) && isCertain(other) else { return false }
        return one.digits.count >= 2 && one.significant.count >= 2
    }

    /// A number with a unit of measure behind it that other countries do not use: "10 miles", "a 6-foot wall".
    private func isConverted(_ figure: CheckFigure, _ text: UTF8Text) -> Bool {
        guard !units.isEmpty else { return false }
        var position = figure.range.upperBound
        while position < text.count, text.bytes[position] == 0x20 || text.bytes[position] == 0x2D { position += 1 }
        let rest = text[position..<min(text.count, position + 24)].bytes
        if let first = rest.first, first == 0x22 || first == 0x27 { return true }
        let word = rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        return units.contains(UTF8Text(unchecked: Array(word)))
    }
}
