internal import UnicodeText

/// The numbers of a translation, for asking whether it has one of the source.
struct NumberMatch {
    /// What the years of another calendar differ by.
    private let years: [Int]
    private let numbers: [CheckFigure]
    private let runs: [CheckFigure]
    /// Whole numbers of at most four digits; few, whatever the text.
    private let smalls: Set<Int>
    private let scales: Scales
    private let sourceRuns: [CheckFigure]
    private let digits: Set<[UInt8]>
    /// Of the figures with a separator in them alone: 15 is not 1.5.
    private let separated: Set<[UInt8]>
    /// Whether the text has signs of a power of ten: 万, 亿.
    private let hasMyriads: Bool

    init(
        target text: UTF8Text, source: UTF8Text, conventions: NumberConventions, other: NumberConventions, years: [Int]
    ) {
        self.years = years
        let own = conventions.numbers(in: text).map { CheckFigure($0, in: text) }
        numbers = own
        runs = CheckFigure.runs(in: text)
        smalls = Set(runs.compactMap(\.small))
        scales = Scales(own + runs)
        sourceRuns = CheckFigure.runs(in: source)
        // A translator may have kept the separators of the source, and writers differ in spaces between thousands.
        let all =
            own + other.numbers(in: text).map { CheckFigure($0, in: text) } + runs + Self.joined(runs, text)
        digits = Set(all.map(\.digits))
        separated = Set(all.filter(\.isSeparated).map(\.digits))
        hasMyriads = text.placedScalars.contains { "万萬亿億千百".unicodeScalars.contains($0.scalar) }
    }

    /// All digits of both texts are the same: a telephone number, a score, set apart in other ways.
    var hasSameDigits: Bool { runs.flatMap(\.digits) == sourceRuns.flatMap(\.digits) }

    /// Numbers of the translation.
    var count: Int { numbers.count }

    func has(_ figure: CheckFigure) -> Bool {
        if (figure.decimals > 0 ? separated : digits).contains(figure.digits) { return true }
        if let small = figure.small, has(small) { return true }
        return scales.has(figure, allowsTen: hasMyriads)
    }

    private func has(_ small: Int) -> Bool {
        smalls.contains { value in
            // 8 p.m. is 20 h; the Swahili and the Ethiopian clock count from six.
            if small <= 24, value <= 24, [6, 12, 18, 24].contains(abs(small - value)) { return true }
            if small >= 1000, years.contains(abs(small - value)) { return true }
            // 2017-18, '98
            if value >= 1000, small < 100 { return value % 100 == small }
            return small >= 1000 && value < 100 && small % 100 == value
        }
    }

    /// Figures by their significant digits, with the powers of ten they stand at.
    private struct Scales {
        private var exponents: [[UInt8]: Set<Int>] = [:]

        init(_ figures: [CheckFigure]) {
            for figure in figures where !figure.significant.isEmpty {
                exponents[figure.significant, default: []].insert(figure.exponent)
            }
        }

        /// Whether one has the same digits, and not ten times or a tenth of the value unless that is allowed.
        func has(_ figure: CheckFigure, allowsTen: Bool) -> Bool {
            guard let known = exponents[figure.significant] else { return false }
            return allowsTen || known.contains { abs($0 - figure.exponent) != 1 }
        }
    }

    /// Figures of the translation that stand for none of the source's.
    func extra(beside ours: [CheckFigure]) -> [CheckFigure] {
        let known = Set(
            (ours + sourceRuns
                + sourceRuns.indices.dropFirst().map {
                    CheckFigure(
                        range: 0..<0, digits: sourceRuns[$0 - 1].digits + sourceRuns[$0].digits, decimals: 0,
                        isSeparated: false)
                }).map(\.digits))
        let ourScales = Scales(ours)
        return numbers.filter {
            !known.contains($0.digits) && !ourScales.has($0, allowsTen: hasMyriads)
        }
    }

    /// Runs with a mark between, in words too ("ከ2.25"), or with three digits behind a blank: "10 000 000".
    private static func joined(_ runs: [CheckFigure], _ text: UTF8Text) -> [CheckFigure] {
        var result: [CheckFigure] = []
        for start in runs.indices {
            var digits = runs[start].digits
            for next in runs.indices.dropFirst(start + 1).prefix(4) {
                let gap = text[runs[next - 1].range.upperBound..<runs[next].range.lowerBound]
                guard gap.scalarCount == 1,
                    gap.scalar(at: 0).scalar.kind == .punctuation
                        || text.scalarCount(in: runs[next].range) == 3
                else { break }
                digits += text[runs[next].range].placedScalars.compactMap(\.scalar.digitValue).map { 0x30 + UInt8($0) }
                result.append(
                    CheckFigure(
                        range: runs[start].range.lowerBound..<runs[next].range.upperBound, digits: digits, decimals: 0,
                        isSeparated: true))
            }
        }
        return result
    }
}
