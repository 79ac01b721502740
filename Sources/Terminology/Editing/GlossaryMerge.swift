public import UnicodeText

/// Puts the concepts of one glossary into another.
///
/// A concept meets the one of the same id if they share a term, else the one that has its term in the source language;
/// where several have it, subjects and shared translations decide. Concepts of one glossary never meet each other.
public struct GlossaryMerge {
    /// What happens where a concept has other terms in a language.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Its terms stay; only languages that were missing are added.
        case keep
        /// The terms that come in take their place.
        case replace
        /// Both stay, the new ones after the others.
        case addVariant = "add-variant"
    }

    /// Why something was passed over.
    public enum PassedOver: String, Hashable, Sendable, CaseIterable {
        /// In the mode `keep`: sections.
        case otherTerm = "the concept has another term in that language"
        /// Concepts.
        case ambiguous = "several concepts have its term"
        case crowded = "more than 1000 concepts of the file have that term"
    }

    public struct Report: Hashable, Sendable {
        public var added = 0
        public var changed = 0
        public var unchanged = 0
        public var passedOver: [PassedOver: Int] = [:]
        /// Ids of what was passed over, the first few for each reason.
        public var examples: [PassedOver: [String]] = [:]

        public init() {}

        mutating func passOver(_ reason: PassedOver, _ id: String) {
            passedOver[reason, default: 0] += 1
            if examples[reason, default: []].count < 5 { examples[reason, default: []].append(id) }
        }
    }

    private struct Key: Hashable {
        let language: LanguageTag
        let text: UTF8Text
    }

    public private(set) var glossary: Glossary
    private let source: LanguageTag
    private let mode: Mode
    private var ids: [UTF8Text: Int] = [:]
    /// Concepts by their terms in the source language. More than a few of one term cannot be told apart anyway.
    private var places: [Key: [Int]] = [:]
    private static let mostPlaces = 16

    public init(into glossary: Glossary, source: LanguageTag, mode: Mode) {
        self.glossary = glossary
        self.source = source
        self.mode = mode
        for place in glossary.concepts.indices { index(place) }
    }

    /// Merges a glossary. O(terms of both).
    public mutating func merge(_ other: Glossary) -> Report {
        var report = Report()
        let first = glossary.concepts.count
        var matches: [Int: Int] = [:]
        for concept in other.concepts {
            switch place(of: concept) {
            case .none:
                add(concept)
                report.added += 1
            case .several:
                report.passOver(.ambiguous, concept.id)
            case .one(let place):
                matches[place, default: 0] += 1
                // Every one costs as much as the concept is large.
                guard matches[place, default: 0] <= 1000 else {
                    report.passOver(.crowded, concept.id)
                    continue
                }
                var merge = ConceptMerge(mode: mode, concept: glossary.concepts[place])
                merge.take(concept)
                if merge.leftOut { report.passOver(.otherTerm, concept.id) }
                if merge.concept != glossary.concepts[place] {
                    glossary.concepts[place] = merge.concept
                    report.changed += 1
                } else if !merge.leftOut {
                    report.unchanged += 1
                }
            }
        }
        for place in first..<glossary.concepts.count { index(place) }
        glossary.title = glossary.title ?? other.title
        if glossary.description.isEmpty { glossary.description = other.description }
        let known = Set(Self.blocks(glossary.other))
        glossary.other += Self.blocks(other.other).filter { !known.contains($0) }.joined()
        return report
    }

    /// Adds a concept under its id, or another where that is taken.
    private mutating func add(_ concept: Concept) {
        var concept = concept
        var suffix = 2
        let id = concept.id
        while ids[UTF8Text(concept.id)] != nil {
            concept.id = "\(id)-\(suffix)"
            suffix += 1
        }
        ids[UTF8Text(concept.id)] = glossary.concepts.count
        glossary.concepts.append(concept)
    }

    private mutating func index(_ place: Int) {
        let concept = glossary.concepts[place]
        ids[UTF8Text(concept.id)] = place
        for text in Set(sources(concept).prefix(64)) {
            let key = Key(language: source, text: text)
            if places[key, default: []].count < Self.mostPlaces { places[key, default: []].append(place) }
        }
    }

    /// Terms that a concept is found by.
    private func sources(_ concept: Concept) -> [UTF8Text] {
        concept.terms(in: source).filter { $0.status == .preferred || $0.status == .admitted }.map(\.text)
    }

    private enum Place {
        case none, several
        case one(Int)
    }

    private func place(of concept: Concept) -> Place {
        let terms = Self.terms(concept)
        if let place = ids[UTF8Text(concept.id)], !terms.isDisjoint(with: Self.terms(glossary.concepts[place])) {
            return .one(place)
        }
        let found = Set(sources(concept).flatMap { places[Key(language: source, text: $0)] ?? [] }).sorted()
        let candidates = found.filter {
            guard let one = glossary.concepts[$0].subjectField, let other = concept.subjectField else { return true }
            return one.utf8.elementsEqual(other.utf8)
        }
        if candidates.count < 2 { return candidates.first.map { .one($0) } ?? .none }
        // Of homonyms the one that shares a translation.
        let close = candidates.filter { place in
            terms.intersection(Self.terms(glossary.concepts[place])).contains { $0.language != source }
        }
        return close.count == 1 ? .one(close[0]) : .several
    }

    private static func terms(_ concept: Concept) -> Set<Key> {
        Set(
            concept.sections.flatMap { section in section.terms.map { Key(language: section.language, text: $0.text) } }
        )
    }

    /// Entries with what stands under them (`refObjectSec`, `refObjectSec/refObject` …).
    private static func blocks(_ entries: [DataCategory]) -> [[DataCategory]] {
        var blocks: [[DataCategory]] = []
        for entry in entries {
            if blocks.isEmpty || !entry.element.utf8.contains(UInt8(ascii: "/")) {
                blocks.append([entry])
            } else {
                blocks[blocks.count - 1].append(entry)
            }
        }
        return blocks
    }
}
