internal import Terminology
public import TranslationMemory
internal import UnicodeText

/// Brings articles into a memory and reports what was new.
public final class Ingest {
    private let desk: PressDesk
    private let store: any Store
    private let counter = WordCounter()
    private var seen: Set<UTF8Text> = []

    public init(desk: PressDesk, store: any Store) {
        self.desk = desk
        self.store = store
    }

    /// Stores an article's segments with their terms, in one transaction, and tells what was known.
    ///
    /// What the memory has already is not stored again; its term links follow the glossaries of this run.
    public func take(_ article: PressArticle, revision: RevisionInfo) throws -> IngestReport {
        var report = IngestReport(article: article)
        count(article, into: &report)
        summarizeTerms(article, into: &report)
        var ids: [Int64?] = []
        report.stored = try store.write(
            units(of: article), mode: .keep, termLinks: .always, revision: revision,
            each: { ids.append($0.id) })
        report.units = ids
        return report
    }

    private func count(_ article: PressArticle, into report: inout IngestReport) {
        var finder = UnitFinder(store)
        for segment in article.segments {
            let words = counter.count(segment.text)
            let units = finder.units(segment.text, article.language)
            if !seen.insert(segment.text).inserted {
                report.words.repeated += words
            } else if units.isEmpty {
                report.words.new += words
            } else {
                report.words.known += words
            }
            for target in desk.options.targets where units.contains(where: { !$0.variants(in: target).isEmpty }) {
                report.words.reused[target, default: 0] += words
            }
        }
    }

    private func summarizeTerms(_ article: PressArticle, into report: inout IngestReport) {
        var places: [UTF8Text: Int] = [:]
        for occurrence in article.segments.flatMap(\.terms) {
            let link = article.matcher.link(of: occurrence)
            let key = UTF8Text(link)
            if let place = places[key] {
                report.terms[place].count += 1
            } else {
                places[key] = report.terms.count
                let concept = article.matcher.concept(of: occurrence)
                report.terms.append(
                    IngestReport.TermSummary(
                        link: link, concept: concept,
                        term: Self.shown(occurrence.term, of: concept, in: article.language),
                        count: 1))
            }
        }
    }

    /// A synonym stands for itself; of a mere variant the form the glossary prefers is shown.
    private static func shown(_ term: Term, of concept: Concept, in language: LanguageTag) -> Term {
        term.type == .variant ? concept.preferredTerm(in: language) ?? term : term
    }

    private func units(of article: PressArticle) -> [TranslationUnit] {
        let texts = article.segments.map(\.text)
        return article.segments.enumerated().map { index, segment in
            return TranslationUnit(
                kind: .sentence, sourceLanguage: article.language,
                variants: [Variant(language: article.language, segment: InlineText(segment.text))],
                origin: Origin(.press, name: article.name),
                context: .place(of: index, in: texts),
                termLinks: segment.terms.map { TermLink($0, of: article.matcher) })
        }
    }
}
