public import UnicodeText

/// How much of a file, or of all of them, is known already.
public struct AnalysisReport: Hashable, Sendable {
    /// The file; empty for a sum.
    public var name: String
    /// `nil` for a sum of files in several languages.
    public var language: LanguageTag?
    public var bands: [AnalysisBand: AnalysisCounts]
    /// Of the repetitions, those of a text that stands in an earlier file alone.
    public var repeatedAcrossFiles: AnalysisCounts

    public init(
        name: String, language: LanguageTag?, bands: [AnalysisBand: AnalysisCounts] = [:],
        repeatedAcrossFiles: AnalysisCounts = .init()
    ) {
        self.name = name
        self.language = language
        self.bands = bands
        self.repeatedAcrossFiles = repeatedAcrossFiles
    }

    public subscript(band: AnalysisBand) -> AnalysisCounts { bands[band] ?? AnalysisCounts() }

    public var total: AnalysisCounts { bands.values.reduce(into: AnalysisCounts()) { $0 += $1 } }

    /// The sum of reports.
    public static func sum(_ reports: [AnalysisReport]) -> AnalysisReport {
        let languages = Set(reports.map(\.language))
        var sum = AnalysisReport(name: "", language: languages.count == 1 ? reports.first?.language : nil)
        for report in reports {
            for (band, counts) in report.bands { sum.bands[band, default: .init()] += counts }
            sum.repeatedAcrossFiles += report.repeatedAcrossFiles
        }
        return sum
    }
}
