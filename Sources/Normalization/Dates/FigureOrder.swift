internal import UnicodeText

/// How a language orders a date in figures, by CLDR's short pattern: `dd.MM.y`, `M/d/yy`, `y/MM/dd`.
struct FigureOrder: Hashable, Sendable {
    enum Order: Sendable { case dayFirst, monthFirst, yearFirst }

    let order: Order
    /// The first sign between the figures.
    let separator: Unicode.Scalar?

    init?(_ language: LanguageTag) {
        guard let pattern = CLDRDates.shortPattern(in: language) else { return nil }
        self.init(pattern: pattern)
    }

    init?(pattern: UTF8Text) {
        let signs = pattern.placedScalars.map(\.scalar)
        guard let day = signs.firstIndex(of: "d"), let month = signs.firstIndex(where: { $0 == "M" || $0 == "L" }),
            let year = signs.firstIndex(of: "y")
        else { return nil }
        order = year < month ? .yearFirst : month < day ? .monthFirst : .dayFirst
        separator = signs.first { $0 == "." || $0 == "/" || $0 == "-" }
    }
}
