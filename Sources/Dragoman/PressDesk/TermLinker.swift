internal import Terminology
public import TranslationMemory
internal import UnicodeText

/// Finds the term links of units anew, by the glossaries as they are now.
///
/// Links into glossaries that are not at hand stay: who has only some of the glossaries takes none of the others' away.
public final class TermLinker {
    private let shelf: GlossaryShelf
    private var scanners: [LanguageTag: (matcher: TermMatcher, scanner: TermScanner)] = [:]
    private let prefixes: [[UInt8]]

    /// - Throws: What reading the shipped glossaries throws.
    public init(_ shelf: GlossaryShelf) throws {
        self.shelf = shelf
        prefixes = try shelf.names().map { Array(Glossary.linkPrefix(of: $0).utf8) }
    }

    /// The links of a unit's source text, those that stay first; `nil` for a unit without its source.
    ///
    /// O(words of the text), and once for each language the making of a matcher.
    public func links(of unit: TranslationUnit) throws -> [TermLink]? {
        guard let source = unit.source else { return nil }
        let (matcher, scanner) = try scanner(for: source.language)
        let kept = unit.termLinks.filter { link in
            !prefixes.contains { link.concept.utf8.starts(with: $0) }
        }
        return kept
            + scanner.occurrences(in: source.segment.text).map { TermLink($0, of: matcher) }
    }

    private func scanner(for language: LanguageTag) throws -> (matcher: TermMatcher, scanner: TermScanner) {
        if let known = scanners[language] { return known }
        let matcher = try shelf.matcher(for: language, targets: [])
        let made = (matcher, matcher.scanner())
        scanners[language] = made
        return made
    }
}

extension TermLink {
    /// The link to the concept of a term that a matcher found.
    init(_ occurrence: TermOccurrence, of matcher: TermMatcher) {
        self.init(concept: matcher.link(of: occurrence), term: occurrence.term.text, range: occurrence.range)
    }
}
