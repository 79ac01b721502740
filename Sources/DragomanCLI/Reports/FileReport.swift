import Dragoman

/// What an import did with one file.
struct FileReport {
    let path: String
    /// `tmx`, `xliff` …, empty where it was not told.
    var format = ""
    /// Units the file gave.
    var read = 0
    var languages: [LanguageTag: Int] = [:]
    /// Units by the language of their source.
    var sources: [LanguageTag: Int] = [:]
    /// Segments of the file that are none for a memory.
    var leftOut: [LeftOut: Int] = [:]
    /// Problems by code.
    private(set) var problems: [String: Problem] = [:]
    var stored = WriteReport()
    /// Why the file was refused, of which then nothing is stored.
    var failure: Diagnostic?

    /// How often there was a problem, and where it was first.
    struct Problem {
        var count = 0
        var places: [Diagnostic] = []
    }

    /// Problems of a kind whose places are told.
    private static let placesTold = 3

    init(path: String) { self.path = path }

    mutating func take(_ unit: TranslationUnit) {
        read += 1
        if let index = unit.sourceIndex { sources[unit.variants[index].language, default: 0] += 1 }
        for variant in unit.variants { languages[variant.language, default: 0] += 1 }
    }

    /// Counts a problem.
    ///
    /// - Returns: Whether it is one of the first of its kind.
    mutating func take(_ problem: Diagnostic) -> Bool {
        problems[problem.code, default: Problem()].count += 1
        guard problems[problem.code, default: Problem()].count <= Self.placesTold else { return false }
        problems[problem.code]?.places.append(problem)
        return true
    }

    private var sortedLanguages: [(key: LanguageTag, value: Int)] { languages.sorted { $0.key < $1.key } }
    private var sortedProblems: [(key: String, value: Problem)] {
        problems.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
    private var sortedLeftOut: [(reason: LeftOut, count: Int)] {
        LeftOut.allCases.compactMap { reason in leftOut[reason].map { (reason, $0) } }
    }
    private var skipped: [(reason: SkipReason, count: Int)] {
        SkipReason.allCases.compactMap { reason in stored.skipped[reason].map { (reason, $0) } }
    }

    var text: String {
        var lines = [path]
        lines.append(
            "  read      \(read.counted("unit")): "
                + sortedLanguages.map { "\($0.key) \($0.value)" }.joined(separator: "  "))
        for each in sortedLeftOut { lines.append("            left out \(each.count): \(each.reason.rawValue)") }
        lines.append("  stored    \(stored.created) new, \(stored.updated) updated, \(stored.skippedCount) skipped")
        for each in skipped { lines.append("            skipped \(each.count): \(each.reason.rawValue)") }
        if !problems.isEmpty {
            lines.append("  problems  " + sortedProblems.map(Self.line).joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `2 tmx.no-language (lines 14, 22)`
    private static func line(_ problem: (key: String, value: Problem)) -> String {
        let lines = problem.value.places.compactMap(\.line).map(String.init)
        guard !lines.isEmpty else { return "\(problem.value.count) \(problem.key)" }
        let more = lines.count < problem.value.count ? " …" : ""
        let word = lines.count == 1 ? "line" : "lines"
        return "\(problem.value.count) \(problem.key) (\(word) \(lines.joined(separator: ", "))\(more))"
    }

    static func json(_ reports: [FileReport]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for report in reports { report.json(&writer) }
        }
        writer.newline()
        return writer.bytes
    }

    private func json(_ writer: inout JSONWriter) {
        func counts(_ name: String, _ list: [(String, Int)], _ writer: inout JSONWriter) {
            writer.key(name)
            writer.object { writer in
                for (key, count) in list {
                    writer.member(key, count)
                }
            }
        }
        writer.object { writer in
            writer.member("name", path)
            if !format.isEmpty { writer.member("format", format) }
            if let failure {
                // What had been read of it was taken back.
                writer.key("error")
                return Self.json(failure, &writer)
            }
            writer.member("read", read)
            writer.member("created", stored.created)
            writer.member("updated", stored.updated)
            counts("leftOut", sortedLeftOut.map { ($0.reason.rawValue, $0.count) }, &writer)
            counts("skipped", skipped.map { ($0.reason.rawValue, $0.count) }, &writer)
            counts("languages", sortedLanguages.map { ($0.key.description, $0.value) }, &writer)
            counts("problems", sortedProblems.map { ($0.key, $0.value.count) }, &writer)
            writer.key("places")
            writer.object { writer in
                for (code, problem) in sortedProblems {
                    writer.key(code)
                    writer.array { writer in
                        for place in problem.places { Self.json(place, &writer) }
                    }
                }
            }
        }
    }

    private static func json(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", diagnostic.code)
            writer.member("message", diagnostic.message)
            if let line = diagnostic.line { writer.member("line", line) }
            if let column = diagnostic.column { writer.member("column", column) }
            if let offset = diagnostic.offset { writer.member("offset", offset) }
        }
    }
}
