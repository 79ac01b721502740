internal import FuzzyMatching
internal import UnicodeText

/// Numbers in figures that are lost or changed.
///
/// A number is there when the translation has the same digits, whatever separates them, or the same significant digits
/// at another power of ten ("1.2 million", 1 200 000, 120万), six or twelve hours more or less, or the last two digits of a year. A number
/// changed when just one is left over on each side; a number is lost when nothing may stand for it: words may stand for
/// round and small ones. Measures that are converted are left alone.
struct NumberRule: CheckRule {
    private let source: NumberConventions
    private let target: NumberConventions
    private let units: Set<UTF8Text>
    private let years: [Int]
    /// Whether the language of the translation writes large numbers in words too.
    private let writesWords: Bool
    private let tokenizer = Tokenizer()

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = NumberConventions(language: source)
        self.target = NumberConventions(language: target)
        units = CheckData(source)?.words("units") ?? []
        let data = CheckData(target)
        years = data?.words("years").compactMap { Int($0.description) } ?? []
        writesWords = data?.words("numbers").contains("words") ?? false
    }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (text, other) = (unit.source.segment.text, unit.target.segment.text)
        let skipped = addresses(text) + PlaceableScanner.places(in: text)
        let ours = source.numbers(in: text).map { CheckFigure($0, in: text) }
            .filter { figure in !skipped.contains { $0.overlaps(figure.range) } }
        if ours.isEmpty { return }
        let match = NumberMatch(target: other, source: text, conventions: target, other: source, years: years)
        let missing = ours.filter { !match.has($0) && !isConverted($0, text) }
        guard !missing.isEmpty, missing.contains(where: { $0.decimals > 0 }) || !match.hasSameDigits else { return }
        let extra = match.extra(beside: ours)
        if missing.count == 1, extra.count == 1,
            Self.isChanged(missing[0], extra[0], isPaired: ours.count == match.count)
        {
            let (old, new) = (text[missing[0].range], other[extra[0].range])
            return report(
                CheckFinding(
                    .number, side: .target, range: extra[0].range,
                    message: "\(old) in the source is \(new) here",
                    suggestion: written(missing[0], in: text)))
        }
        guard extra.isEmpty, !writesWords else { return }
        for figure in missing where Self.isCertain(figure) {
            report(
                CheckFinding(
                    .number, side: .source, range: figure.range,
                    message: "\(text[figure.range]) is missing in the translation",
                    suggestion: written(figure, in: text)))
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

    /// Whether one stands in the other's place: as many digits, and too many for words, or as many figures in both texts.
    private static func isChanged(_ one: CheckFigure, _ other: CheckFigure, isPaired: Bool) -> Bool {
        guard one.digits.count == other.digits.count || isCertain(one) && isCertain(other) else { return false }
        return isPaired || one.significant.count >= 2
    }

    /// A number with a unit of measure behind it that other countries do not use: "10 miles", "a 6-foot wall".
    private func isConverted(_ figure: CheckFigure, _ text: UTF8Text) -> Bool {
        var position = figure.range.upperBound
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            guard scalar.isBlank || scalar == "-" else { break }
            position += length
        }
        let rest = text.bytes[position..<min(text.count, position + 48)]
        if let first = rest.first,
            first == 0x22 || first == 0x27 || rest.starts(with: "°".utf8) || rest.starts(with: "º".utf8)
        {
            return true
        }
        return units.contains { unit in
            guard rest.starts(with: unit.bytes) else { return false }
            let end = position + unit.count
            return end == text.count || unit.scalar(at: 0).scalar.isUnspaced || !text.scalar(at: end).scalar.isLetter
        }
    }
}
