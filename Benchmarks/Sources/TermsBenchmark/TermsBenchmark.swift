import Foundation
import Terminology
import UnicodeText

/// Our side of terms.py.
///
///     TermsBenchmark names LANGUAGE…          CLDR's names of countries: code, language and name, tabs between
///     TermsBenchmark find LANGUAGE TERMS TEXT for each line of the text its terms: line, start, end, id, form, found, rules
///     TermsBenchmark all TERMS TEXT           the same for texts of many languages, alone, overlapping and in compounds
///     TermsBenchmark speed TERMS TEXT ROUNDS  seconds of this thread for all of a text, and what building costs
///
/// TERMS has a term a line: id, language, kind (`name`, `acronym` or `term`) and text, tabs between. A line of the text for
/// `all` and `speed` begins with its language and a tab.
@main struct TermsBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2 else { return print("usage: see the source") }
        switch arguments[1] {
        case "names": names(arguments.dropFirst(2).compactMap { LanguageTag($0) })
        case "find" where arguments.count > 4:
            try find(LanguageTag(arguments[2]) ?? .undetermined, terms: arguments[3], text: arguments[4])
        case "all" where arguments.count > 3: try all(terms: arguments[2], text: arguments[3])
        case "speed" where arguments.count > 4:
            try speed(terms: arguments[2], text: arguments[3], rounds: Int(arguments[4]) ?? 3)
        default: print("usage: see the source")
        }
    }

    private static func names(_ languages: [LanguageTag]) {
        for language in languages {
            for concept in CLDRGlossary.glossary(kinds: [.region], languages: [language]).concepts {
                for term in concept.terms(in: language) { print("\(concept.id)\t\(language)\t\(term.text)") }
            }
        }
    }

    private static func find(_ language: LanguageTag, terms: String, text: String) throws {
        let matcher = TermMatcher(glossaries: [try glossary(terms)], language: language)
        let scanner = matcher.scanner()
        for (number, line) in try lines(text).enumerated() {
            for occurrence in scanner.occurrences(in: line) { print(row("\(number)", occurrence, matcher)) }
        }
    }

    private static func row(_ place: String, _ occurrence: TermOccurrence, _ matcher: TermMatcher) -> String {
        let fields = [
            place, "\(occurrence.range.lowerBound)", "\(occurrence.range.upperBound)",
            matcher.concept(of: occurrence).id, occurrence.form.rawValue, "\(occurrence.found)",
            occurrence.rules.joined(separator: ", "),
        ]
        return fields.joined(separator: "\t")
    }

    private static func all(terms: String, text: String) throws {
        let glossary = try glossary(terms)
        for (language, text) in try texts(text) {
            let matcher = TermMatcher(glossaries: [glossary], language: LanguageTag(language) ?? .undetermined)
            let scanner = matcher.scanner()
            for occurrence in scanner.occurrences(in: text) { print(row(language, occurrence, matcher)) }
            for occurrence in scanner.occurrences(in: text, overlapping: true) {
                print(row("\(language) overlapping", occurrence, matcher))
            }
            for occurrence in matcher.scanner(compounds: true).occurrences(in: text) {
                print(row("\(language) compounds", occurrence, matcher))
            }
        }
    }

    private static func speed(terms: String, text: String, rounds: Int) throws {
        let glossary = try glossary(terms)
        let texts = try texts(text)
        let memory = resident()
        var matchers: [String: TermMatcher] = [:]
        let building = cpu {
            for (language, _) in texts {
                matchers[language] = TermMatcher(
                    glossaries: [glossary], language: LanguageTag(language) ?? .undetermined)
            }
        }
        print("built \(matchers.count) matchers in \(milliseconds(building)) ms, \((resident() - memory) / 1024) MB")
        for round in 1...max(1, rounds) {
            var (bytes, hits, seconds) = (0, 0, 0.0)
            var each: [String] = []
            for (language, text) in texts {
                guard let scanner = matchers[language]?.scanner() else { continue }
                let time = cpu { hits += scanner.occurrences(in: text).count }
                bytes += text.count
                seconds += time
                each.append("\(language) \(Int(Double(text.count) / time / 1e6))")
            }
            let rate = (Double(bytes) / seconds / 1e5).rounded() / 10
            print(
                "round \(round): \(milliseconds(seconds)) ms, \(rate) MB/s, \(hits) hits; MB/s: \(each.joined(separator: ", "))"
            )
        }
    }

    private static func glossary(_ path: String) throws -> Glossary {
        var concepts: [String: Concept] = [:]
        var order: [String] = []
        for line in try lines(path) {
            let fields = line.description.components(separatedBy: "\t")
            guard fields.count >= 4, let language = LanguageTag(fields[1]) else { continue }
            let term = Term(
                UTF8Text(fields[3]), type: fields[2] == "acronym" ? .acronym : .full,
                partOfSpeech: fields[2] == "name" ? "properNoun" : "noun")
            if concepts[fields[0]] == nil { order.append(fields[0]) }
            var concept = concepts[fields[0]] ?? Concept(id: fields[0])
            if let index = concept.sections.firstIndex(where: { $0.language == language }) {
                concept.sections[index].terms.append(term)
            } else {
                concept.sections.append(.init(language: language, terms: [term]))
            }
            concepts[fields[0]] = concept
        }
        return Glossary(name: "terms", concepts: order.compactMap { concepts[$0] })
    }

    /// The text of each language, its lines joined.
    private static func texts(_ path: String) throws -> [(language: String, text: UTF8Text)] {
        Dictionary(grouping: try lines(path)) { line in
            UTF8Text(unchecked: Array(line.bytes.prefix { $0 != 9 })).description
        }.sorted { $0.key < $1.key }.map { language, lines in
            let joined = Array(lines.map { $0.bytes.drop { $0 != 9 }.dropFirst() }.joined(separator: [0x0A]))
            return (language, UTF8Text(unchecked: joined))
        }
    }

    private static func lines(_ path: String) throws -> [UTF8Text] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return data.split(separator: 0x0A, omittingEmptySubsequences: false).map { UTF8Text(unchecked: Array($0)) }
    }

    private static func cpu(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        body()
        return now() - start
    }

    private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

    /// Kilobytes of memory this process holds.
    private static func resident() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4
    }
}
