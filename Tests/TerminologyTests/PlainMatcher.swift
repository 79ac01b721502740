import UnicodeText

@testable import Terminology

/// Finds terms the slow way, each at each word, to hold the matcher's answers against. It knows words of one case with
/// single blanks between them.
struct PlainMatcher {
    struct Found: Equatable, CustomStringConvertible {
        let range: Range<Int>
        let form: TermOccurrence.Form

        var description: String { "\(range) \(form)" }
    }

    private struct Reading {
        let isInflected: Bool
        let clitic: Int
        let enclitic: Int

        var cost: [Int] { [isInflected ? 1 : 0, clitic + enclitic] }
    }

    /// A set of the language's data in bytes.
    private struct Affixes {
        let affixes: [[UInt8]]
        let minimum: Int

        static let none = Affixes(affixes: [[]], minimum: 0)

        init(affixes: [[UInt8]], minimum: Int) {
            self.affixes = affixes
            self.minimum = minimum
        }

        init(_ set: AffixSet, _ writing: TermAffixes) {
            self.init(affixes: set.affixes.map { writing.fold($0) }, minimum: set.minimum)
        }

        /// Whether two words without their beginnings are one base, of so many letters, with two of these endings.
        func isForm(_ text: ArraySlice<UInt8>, _ term: ArraySlice<UInt8>, _ letters: Int) -> Bool {
            affixes.contains { old in
                guard old.count < term.count, term.suffix(old.count).elementsEqual(old) else { return false }
                let base = term.dropLast(old.count)
                guard text.starts(with: base), base.count(where: { $0 & 0xC0 != 0x80 }) >= max(letters, minimum) else {
                    return false
                }
                return affixes.contains { text.dropFirst(base.count).elementsEqual($0) }
            }
        }
    }

    private let language: TermLanguage
    private let terms: [[String]]
    private let firstSets: [Affixes]
    private let laterSets: [Affixes]
    private let endSets: [Affixes]

    init(language: TermLanguage, writing: TermAffixes, terms: [[String]]) {
        self.language = language
        self.terms = terms
        firstSets = [.none] + (language.beginnings + language.firstBeginnings).map { Affixes($0, writing) }
        laterSets = [.none] + (language.beginnings + language.laterBeginnings).map { Affixes($0, writing) }
        endSets = [.none] + language.endings.map { Affixes($0, writing) }
    }

    func occurrences(in text: String) -> [Found] {
        var words: [(word: String, start: Int)] = []
        var start = 0
        for word in text.split(separator: " ") {
            words.append((String(word), start))
            start += word.utf8.count + 1
        }
        var result: [Found] = []
        var index = 0
        while index < words.count {
            guard let (found, count) = longest(words[index...]) else {
                index += 1
                continue
            }
            result.append(found)
            index += count
        }
        return result
    }

    private func longest(_ words: ArraySlice<(word: String, start: Int)>) -> (Found, Int)? {
        for count in (1...words.count).reversed() {
            let part = Array(words.prefix(count))
            var best: (cost: [Int], found: Found)?
            for term in terms where term.count == count {
                guard let reading = read(part.map(\.word), term), let last = part.last else { continue }
                let range = part[0].start + reading.clitic..<last.start + last.word.utf8.count - reading.enclitic
                if let best, !reading.cost.lexicographicallyPrecedes(best.cost) { continue }
                let isExact = term.joined(separator: " ").utf8.count == range.count && !reading.isInflected
                best = (reading.cost, Found(range: range, form: isExact ? .exact : .inflected))
            }
            if let best { return (best.found, count) }
        }
        return nil
    }

    /// The reading of several words that says least.
    private func read(_ words: [String], _ term: [String]) -> Reading? {
        var total = Reading(isInflected: false, clitic: 0, enclitic: 0)
        for (index, pair) in zip(words, term).enumerated() {
            let readings = self.readings(
                pair.0, pair.1, isFirst: index == 0, isLast: index == term.count - 1)
            guard let best = readings.min(by: { $0.cost.lexicographicallyPrecedes($1.cost) }) else { return nil }
            total = Reading(
                isInflected: total.isInflected || best.isInflected, clitic: total.clitic + best.clitic,
                enclitic: total.enclitic + best.enclitic)
        }
        return total
    }

    private func readings(_ text: String, _ term: String, isFirst: Bool, isLast: Bool) -> [Reading] {
        var result: [Reading] = []
        let none: [(String, Int)] = [("", 0)]
        let before = none + (isFirst ? clitics(language.proclitics) : [])
        let behind = none + (isLast ? clitics(language.enclitics) : [])
        for (clitic, least) in before where text.utf8.starts(with: clitic.utf8) {
            for (enclitic, leastBehind) in behind
            where text.unicodeScalars.reversed().starts(with: enclitic.unicodeScalars.reversed()) {
                guard clitic.utf8.count + enclitic.utf8.count < text.utf8.count else { continue }
                let rest = String(
                    text.unicodeScalars.dropFirst(clitic.unicodeScalars.count).dropLast(enclitic.unicodeScalars.count))
                guard let inflected = inflected(rest, term, isFirst: isFirst, letters: max(least, leastBehind)) else {
                    continue
                }
                if !clitic.isEmpty || !enclitic.isEmpty || inflected, areDifferent(text, rest, term) { continue }
                result.append(
                    Reading(isInflected: inflected, clitic: clitic.utf8.count, enclitic: enclitic.utf8.count))
            }
        }
        let line = language.irregular.map { $0.map(\.description) }.first { $0.contains(text) && $0.contains(term) }
        let isAgreeing =
            !isFirst && language.agreeing.contains { $0.contains(UTF8Text(text)) && $0.contains(UTF8Text(term)) }
        if text != term, line != nil || isAgreeing, !areDifferent(text, text, term) {
            result.append(Reading(isInflected: true, clitic: 0, enclitic: 0))
        }
        return result
    }

    private func clitics(_ sets: [AffixSet]) -> [(String, Int)] {
        sets.flatMap { set in set.affixes.map { ($0.description, set.minimum) } }
    }

    /// Whether one is a form of the other; `nil` if it is none, false if they are the same.
    private func inflected(_ text: String, _ term: String, isFirst: Bool, letters: Int) -> Bool? {
        let (text, term) = (Array(text.utf8), Array(term.utf8))
        for begins in isFirst ? firstSets : laterSets {
            let ours = begins.affixes.filter { text.starts(with: $0) }
            let theirs = begins.affixes.filter { term.starts(with: $0) }
            for (new, old) in ours.flatMap({ new in theirs.map { (new, $0) } }) {
                for ends in endSets
                where ends.isForm(text.dropFirst(new.count), term.dropFirst(old.count), max(letters, begins.minimum)) {
                    return text != term
                }
            }
        }
        return nil
    }

    private func areDifferent(_ text: String, _ rest: String, _ term: String) -> Bool {
        language.different.contains { groups in
            [text, rest].contains { word in
                let ours = groups.firstIndex { $0.contains(UTF8Text(word)) }
                let theirs = groups.firstIndex { $0.contains(UTF8Text(term)) }
                return ours != nil && theirs != nil && ours != theirs
            }
        }
    }
}
