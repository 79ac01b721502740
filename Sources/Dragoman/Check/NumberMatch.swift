internal import UnicodeText

/// The numbers of a translation, for asking whether it has one of the source.
struct NumberMatch {
    private let text: UTF8Text
    /// What the years of another calendar differ by.
    private let years: [Int]
    private let numbers: [CheckFigure]
    private let runs: [CheckFigure]
    private let sourceRuns: [CheckFigure]
    private let digits: Set<[UInt8]>
    /// Of the figures with a separator in them alone: 15 is not 1.5.
    private let separated: Set<[UInt8]>
    /// Whether the text has signs of a power of ten: 万, 亿.
    private let hasMyriads: Bool

    init(
        target text: UTF8Text, source: UTF8Text, conventions: NumberConventions, other: NumberConventions, years: [Int]
    ) {
        self.text = text
        self.years = years
        let own = conventions.numbers(in: text).map { CheckFigure($0, in: text) }
        numbers = own
        runs = CheckFigure.runs(in: text)
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
        return numbers.contains { isScaled($0, figure) } || runs.contains { isScaled($0, figure) }
    }

    private func has(_ small: Int) -> Bool {
        runs.contains { run in
            guard let value = run.small else { return false }
            // 8 p.m. is 20 h; the Swahili and the Ethiopian clock count from six.
            if small <= 24, value <= 24, [6, 12, 18, 24].contains(abs(small - value)) { return true }
            if small >= 1000, years.contains(abs(small - value)) { return true }
            // 2017-18, '98
            if value >= 1000, small < 100 { return value % 100 == small }
            return small >= 1000 && value < 100 && small % 100 == value
        }
    }

    private func isScaled(_ one: CheckFigure, _ other: CheckFigure) -> Bool {
        guard one.significant == other.significant, !one.significant.isEmpty else { return false }
        let distance = abs(one.exponent - other.exponent)
        return distance != 1 || hasMyriads
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
        return numbers.filter { figure in
            !known.contains(figure.digits) && !ours.contains { isScaled($0, figure) }
        }
    }

    /// Runs with three digits behind a blank, as thousands: "10 000 000".
    private static func joined(_ runs: [CheckFigure], _ text: UTF8Text) -> [CheckFigure] {
        var result: [CheckFigure] = []
        for start in runs.indices {
            var digits = runs[start].digits
            for next in runs.indices.dropFirst(start + 1).prefix(4) {
                let gap = text[runs[next - 1].range.upperBound..<runs[next].range.lowerBound]
                guard text.scalarCount(in: runs[next].range) == 3, gap.scalarCount == 1 else { break }
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
