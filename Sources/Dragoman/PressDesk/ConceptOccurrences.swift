public import Terminology
public import TranslationMemory
public import UnicodeText

/// Concepts as the units of a memory show them: the linked terms of the source, and what stands for them in the
/// translations.
public final class ConceptOccurrences {
    /// Links to the concepts: `glossary/concept`.
    public let links: Set<String>
    private let glossaries: [Glossary]
    private var scanners: [LanguageTag: TermScanner] = [:]

    /// The concepts of a link, or of a term in a language whatever its case and form.
    ///
    /// A link to a glossary that is not at hand is taken as it is; its terms are then found in source texts alone.
    ///
    /// - Returns: `nil` for a term that no glossary has.
    /// - Throws: What reading the shipped glossaries throws.
    public init?(_ question: String, in language: LanguageTag, _ shelf: GlossaryShelf) throws {
        let lookup = try shelf.lookup(in: language, targets: nil)
        if let (glossary, concept) = lookup.concept(of: question) {
            links = [question]
            glossaries = [Glossary(name: glossary, concepts: [concept])]
            return
        }
        let results = lookup.results(for: UTF8Text(question))
        if results.isEmpty {
            guard question.utf8.contains(UInt8(ascii: "/")) else { return nil }
            links = [question]
            glossaries = []
            return
        }
        links = Set(results.map(\.link))
        glossaries = Self.glossaries(results)
    }

    /// The concepts that answered a look-up.
    public init(_ results: [LookupResult]) {
        links = Set(results.map(\.link))
        glossaries = Self.glossaries(results)
    }

    private static func glossaries(_ results: [LookupResult]) -> [Glossary] {
        results.map { Glossary(name: $0.glossary, concepts: [$0.concept]) }
    }

    /// A hit with the places of the concepts' terms in each text it has places in, and in those of some languages (`nil`:
    /// all); where a text has no term the places stay what they were.
    public func marked(_ hit: ConcordanceHit, in languages: [LanguageTag]?) -> ConcordanceHit {
        let places = hit.unit.variants.indices.compactMap { index -> ConcordanceHit.Place? in
            let variant = hit.unit.variants[index]
            let place = hit.places.first { $0.variant == index }
            guard place != nil || languages?.contains(where: { $0.covers(variant.language) }) ?? true else {
                return nil
            }
            let ranges = found(variant)
            return ranges.isEmpty ? place : ConcordanceHit.Place(variant: index, ranges: ranges)
        }
        return ConcordanceHit(unit: hit.unit, places: places)
    }

    /// The places of the concepts' terms in a unit's texts.
    public func hit(in unit: TranslationUnit) -> ConcordanceHit {
        let source = unit.sourceIndex
        let places = unit.variants.indices.compactMap { index -> ConcordanceHit.Place? in
            let ranges = index == source ? linked(unit) : found(unit.variants[index])
            return ranges.isEmpty ? nil : ConcordanceHit.Place(variant: index, ranges: ranges)
        }
        return ConcordanceHit(unit: unit, places: places)
    }

    private func linked(_ unit: TranslationUnit) -> [ByteRange] {
        var ranges: [ByteRange] = []
        for link in unit.termLinks
        where links.contains(link.concept) && (ranges.last?.upperBound ?? 0) <= link.range.lowerBound {
            ranges.append(link.range)
        }
        return ranges
    }

    private func found(_ variant: Variant) -> [ByteRange] {
        let scanner =
            scanners[variant.language]
            ?? TermMatcher(glossaries: glossaries, language: variant.language).scanner()
        scanners[variant.language] = scanner
        return scanner.occurrences(in: variant.segment.text).map(\.range)
    }
}
