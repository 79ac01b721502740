import Dragoman

/// What an import did with one file.
struct FileReport {
    let path: String
    /// Units the file gave.
    var read = 0
    var languages: [LanguageTag: Int] = [:]
    /// Units by the language of their source.
    var sources: [LanguageTag: Int] = [:]
    /// Segments of the file that are none for a memory.
    var leftOut: [LeftOut: Int] = [:]
    /// Problems by code.
    var problems: [String: Int] = [:]
    var stored = WriteReport()

    init(path: String) { self.path = path }

    private var sortedLanguages: [(key: LanguageTag, value: Int)] { languages.sorted { $0.key < $1.key } }
    private var sortedProblems: [(key: String, value: Int)] {
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
            "  read      \(read) units: " + sortedLanguages.map { "\($0.key) \($0.value)" }.joined(separator: "  "))
        for each in sortedLeftOut { lines.append("            left out \(each.count): \(each.reason.rawValue)") }
        lines.append("  stored    \(stored.created) new, \(stored.updated) updated, \(stored.skippedCount) skipped")
        for each in skipped { lines.append("            skipped \(each.count): \(each.reason.rawValue)") }
        if !problems.isEmpty {
            lines.append("  problems  " + sortedProblems.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
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
            writer.member("read", read)
            writer.member("created", stored.created)
            writer.member("updated", stored.updated)
            counts("leftOut", sortedLeftOut.map { ($0.reason.rawValue, $0.count) }, &writer)
            counts("skipped", skipped.map { ($0.reason.rawValue, $0.count) }, &writer)
            counts("languages", sortedLanguages.map { ($0.key.description, $0.value) }, &writer)
            counts("problems", sortedProblems.map { ($0.key, $0.value) }, &writer)
        }
    }
}
