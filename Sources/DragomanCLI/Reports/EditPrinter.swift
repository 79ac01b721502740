import Dragoman

/// Prints units that were changed or deleted, the first of them, then how many, for people or as one JSON document.
struct EditPrinter {
    private let out: OutputFile
    private let isJSON: Bool
    private var examples: ExampleLimit
    private var changes = JSONWriter()

    init(_ out: OutputFile, json: Bool, examples limit: Int) {
        self.out = out
        isJSON = json
        examples = ExampleLimit(limit)
    }

    mutating func add(_ change: UnitChange) throws {
        try examples.show { [out, isJSON] in try Self.show(change, isJSON ? nil : out, &changes) }
    }

    private static func show(_ change: UnitChange, _ out: OutputFile?, _ changes: inout JSONWriter) throws {
        let unit = change.before?.id ?? 0
        if let out {
            try out.line("unit \(unit)")
            return try HistoryPrinter.printTexts(change, to: out)
        }
        changes.object { writer in
            writer.member("unit", Int(unit))
            HistoryPrinter.texts(change, to: &writer)
        }
    }

    func finish(_ report: EditReport, memory: String, dryRun: Bool, deletes: Bool) throws {
        if isJSON { return try out.write(json(report, dryRun: dryRun, deletes: deletes)) }
        let would = dryRun ? "would be " : ""
        if deletes { return try out.line("\(memory): \(would)\(report.deleted) deleted") }
        var line = "\(memory): \(report.matched.counted("unit")) looked at, \(would)\(report.changed) changed"
        if report.replacements > 0 { line += ", \(report.replacements.counted("place")) replaced" }
        if report.merged > 0 { line += ", \(report.merged) made one with another" }
        if report.emptied > 0 { line += ", \(report.emptied) left as they are: a text would be empty" }
        try out.line(line)
    }

    private func json(_ report: EditReport, dryRun: Bool, deletes: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("dryRun", dryRun)
            writer.member("matched", report.matched)
            if deletes {
                writer.member("deleted", report.deleted)
            } else {
                writer.member("changed", report.changed)
                writer.member("replacements", report.replacements)
                writer.member("merged", report.merged)
                writer.member("emptied", report.emptied)
            }
            if let revision = report.revision { writer.member("revision", Int(revision)) }
        }
        // The document is closed behind what was collected.
        return writer.bytes.dropLast() + Array(#","examples":["#.utf8) + changes.bytes + Array("]}\n".utf8)
    }
}
