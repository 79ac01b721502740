import Dragoman

/// Prints an analysis: a table a file and their sum, or the same as JSON or CSV.
enum AnalysisPrinter {
    static func table(_ reports: [AnalysisReport], to out: OutputFile) throws {
        for (index, report) in withSum(reports).enumerated() {
            if index > 0 { try out.line("") }
            let title = report.name.isEmpty ? "\(reports.count) files" : report.name
            try out.line(title + (report.language.map { "  (\($0))" } ?? ""))
            try row("", "segments", "words", "characters", to: out)
            for band in AnalysisBand.allCases {
                // The bands of the memory are always there; the others only where they say something.
                guard !band.rawValue.hasPrefix("internal") || report[band].segments > 0 else { continue }
                try row(band.rawValue, report[band], to: out)
                if band == .repetition, report.repeatedAcrossFiles.segments > 0 {
                    try row("  of other files", report.repeatedAcrossFiles, to: out)
                }
            }
            try row("total", report.total, to: out)
        }
    }

    private static func row(_ name: String, _ counts: AnalysisCounts, to out: OutputFile) throws {
        try row(name, "\(counts.segments)", "\(counts.words)", "\(counts.characters)", to: out)
    }

    private static func row(_ cells: String..., to out: OutputFile) throws {
        let numbers = cells.dropFirst().map { String(repeating: " ", count: max(0, 12 - $0.utf8.count)) + $0 }
        try out.line("  " + cells[0].padded(to: 16) + numbers.joined())
    }

    /// The reports, and their sum behind several.
    private static func withSum(_ reports: [AnalysisReport]) -> [AnalysisReport] {
        reports.count > 1 ? reports + [.sum(reports)] : reports
    }

    /// A line a file and band: `file,language,band,segments,words,characters`; the sum has no file.
    static func csv(_ reports: [AnalysisReport], to out: OutputFile) throws {
        var writer = TableOutput(separator: .comma) { try out.write($0) }
        try writer.row(["file", "language", "band", "segments", "words", "characters"].map { UTF8Text($0) })
        for report in withSum(reports) {
            for band in AnalysisBand.allCases {
                let counts = report[band]
                try writer.row(
                    [
                        report.name, report.language?.description ?? "", band.rawValue, "\(counts.segments)",
                        "\(counts.words)", "\(counts.characters)",
                    ].map { UTF8Text($0) })
            }
        }
        try writer.flush()
    }

    static func json(_ reports: [AnalysisReport], target: LanguageTag) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("to", target.description)
            writer.key("files")
            writer.array { writer in
                for report in reports {
                    writer.object { writer in
                        writer.member("name", report.name)
                        write(report, to: &writer)
                    }
                }
            }
            writer.key("total")
            writer.object { write(.sum(reports), to: &$0) }
        }
        writer.newline()
        return writer.bytes
    }

    private static func write(_ report: AnalysisReport, to writer: inout JSONWriter) {
        if let language = report.language { writer.member("lang", language.description) }
        writer.key("bands")
        writer.object { writer in
            for band in AnalysisBand.allCases { member(band.rawValue, report[band], to: &writer) }
        }
        member("repeatedAcrossFiles", report.repeatedAcrossFiles, to: &writer)
        member("total", report.total, to: &writer)
    }

    private static func member(_ name: String, _ counts: AnalysisCounts, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object { writer in
            writer.member("segments", counts.segments)
            writer.member("words", counts.words)
            writer.member("characters", counts.characters)
        }
    }
}
