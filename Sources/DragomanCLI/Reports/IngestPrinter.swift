import Dragoman

/// Prints what became of the copy: for people, or as JSON.
struct IngestPrinter {
    let targets: [LanguageTag]
    let isJSON: Bool

    func print(_ reports: [IngestReport], to output: OutputFile) throws {
        if isJSON { return try output.write(json(reports)) }
        for (index, report) in reports.enumerated() {
            if index > 0 { try output.line("") }
            try print(report, to: output)
        }
        if reports.count > 1 { try printTotal(reports, to: output) }
    }

    private func print(_ report: IngestReport, to output: OutputFile) throws {
        let source = report.article.article.source
        let name = CLDRNames.name(.language, report.article.language.description, in: "en")
        try output.line(
            "\(report.article.name)  (\(source.encoding), \(name?.description ?? report.article.language.description))")
        let blocks = report.blocks
        var parts: [String] = []
        for kind in BlockKind.allCases where kind.isKept {
            guard let count = blocks[kind] else { continue }
            var text = "\(count) \(kind.rawValue)"
            if kind == .dateline, let date = report.article.article.blocks.first(where: { $0.date != nil })?.date {
                text += " (\(date))"
            }
            parts.append(text)
        }
        try row("blocks", parts, to: output)
        let removed = BoilerplateReason.allCases.compactMap { reason in
            report.removed[reason].map { "\($0) \(reason.rawValue)" }
        }
        if !removed.isEmpty { try row("left out", removed, to: output) }
        try row("segments", [segmentLine(report)], to: output)
        try row("words", [wordLine(report.words)], to: output)
        try printTerms(report, to: output)
    }

    private func row(_ label: String, _ parts: [String], to output: OutputFile) throws {
        try output.line("  \(label.padded(to: 10))\(parts.joined(separator: ", "))")
    }

    private func segmentLine(_ report: IngestReport) -> String {
        let stored = report.stored
        var parts: [String] = []
        if stored.created > 0 { parts.append("\(stored.created) stored") }
        if stored.updated > 0 { parts.append("\(stored.updated) updated") }
        if stored.skippedCount > 0 { parts.append("\(stored.skippedCount) known, nothing to store") }
        let count = report.article.segments.count
        return "\(count)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    }

    private func wordLine(_ words: IngestReport.Words) -> String {
        var text = "\(words.total): \(words.new) new, \(words.repeated) repeated, \(words.known) known"
        let reused = targets.map { "\($0) \(words.reused[$0] ?? 0)" }
        text += "; reused \(reused.joined(separator: ", "))"
        return text
    }

    private func printTerms(_ report: IngestReport, to output: OutputFile) throws {
        try row("terms", ["\(report.terms.count) in \(report.termOccurrences) places"], to: output)
        let width = min(36, report.terms.map { $0.term.text.scalarCount }.max() ?? 0)
        for summary in report.terms.sorted(by: Self.order) {
            let targets = targets.filter { $0 != report.article.language }.compactMap { language in
                summary.concept.preferredTerm(in: language).map { "\(language) \($0.text)" }
            }
            let count = summary.count > 1 ? "\(summary.count)×" : ""
            try output.line(
                "    \(count.padded(to: 4))\(summary.term.text.description.padded(to: width))  "
                    + targets.joined(separator: "  "))
        }
        let missing = targets.compactMap { language -> String? in
            let count = report.terms.filter { $0.concept.preferredTerm(in: language) == nil }.count
            return count > 0 ? "\(language) \(count)" : nil
        }
        if !missing.isEmpty {
            try row("without", [missing.joined(separator: ", ") + " terms have no form there"], to: output)
        }
    }

    /// The frequent first; the others as they come up in the text.
    private static func order(_ one: IngestReport.TermSummary, _ other: IngestReport.TermSummary) -> Bool {
        one.count > other.count
    }

    private func printTotal(_ reports: [IngestReport], to output: OutputFile) throws {
        var words = IngestReport.Words()
        for report in reports {
            words.new += report.words.new
            words.repeated += report.words.repeated
            words.known += report.words.known
            words.reused.merge(report.words.reused, uniquingKeysWith: +)
        }
        let segments = reports.reduce(0) { $0 + $1.article.segments.count }
        try output.line("")
        try output.line("\(reports.count) files  \(segments) segments")
        try row("words", [wordLine(words)], to: output)
    }

    private func json(_ reports: [IngestReport]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("files")
            writer.array { writer in
                for report in reports { IngestJSON.write(report, targets: targets, to: &writer) }
            }
        }
        writer.newline()
        return writer.bytes
    }
}

extension String {
    /// The text with blanks after it up to a number of code points.
    func padded(to width: Int) -> String {
        let length = unicodeScalars.count
        return length < width ? self + String(repeating: " ", count: width - length) : self
    }
}
