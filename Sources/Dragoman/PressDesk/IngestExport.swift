public import Interchange
public import TranslationMemory
public import UnicodeText

/// Writes what was ingested as TMX: translated segments, the terms that occurred, and on request the rest.
public struct IngestExport {
    public var targets: [LanguageTag]
    /// Whether segments without any translation are written, with their term pairs as properties.
    public var includesUntranslated: Bool

    public init(targets: [LanguageTag], includesUntranslated: Bool) {
        self.targets = targets
        self.includesUntranslated = includesUntranslated
    }

    /// Writes the units of the reports, each once, then the terms.
    public func write(_ reports: [IngestReport], from store: any Store, to writer: inout TMXWriter) throws {
        var written: Set<Int64> = []
        for report in reports {
            for (segment, id) in zip(report.article.segments, report.units) {
                guard let id, written.insert(id).inserted, let unit = try store.unit(id: id) else { continue }
                let isTranslated = targets.contains { !unit.variants(in: $0).isEmpty }
                guard isTranslated || includesUntranslated else { continue }
                let matcher = report.article.matcher
                let pairs = TermPairs.properties(
                    segment.terms.map { ($0.term.text, matcher.concept(of: $0)) }, targets: targets)
                try writer.write(unit, languages: targets, properties: pairs)
            }
        }
        var terms: Set<UTF8Text> = []
        for report in reports {
            for summary in report.terms
            where terms.insert(UTF8Text("\(report.article.language) \(summary.link)")).inserted {
                guard
                    let unit = TermPairs.unit(
                        summary.concept, term: summary.term, link: summary.link, source: report.article.language,
                        targets: targets.filter { $0 != report.article.language })
                else { continue }
                try writer.write(unit)
            }
        }
    }
}
