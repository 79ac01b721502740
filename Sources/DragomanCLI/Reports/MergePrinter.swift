import Dragoman

/// Prints what became of the units of another memory, and why some changed nothing.
enum MergePrinter {
    static func print(
        _ report: WriteReport, read: Int, from other: String, dryRun: Bool, json: Bool, to out: OutputFile
    ) throws {
        let skipped = SkipReason.allCases.compactMap { reason in report.skipped[reason].map { (reason, $0) } }
        let refused = report.variants.values.reduce(0) { $0 + $1.refused }
        let added = report.variants.values.reduce(0) { $0 + $1.added }
        let replaced = report.variants.values.reduce(0) { $0 + $1.replaced }
        guard !json else {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("dryRun", dryRun)
                writer.member("read", read)
                writer.member("created", report.created)
                writer.member("updated", report.updated)
                writer.key("skipped")
                writer.object { writer in for (reason, count) in skipped { writer.member(reason.rawValue, count) } }
                writer.key("variants")
                writer.object { writer in
                    writer.member("added", added)
                    writer.member("replaced", replaced)
                    writer.member("refused", refused)
                }
                if let revision = report.revision { writer.member("revision", Int(revision)) }
            }
            writer.newline()
            return try out.write(writer.bytes)
        }
        try out.line(other)
        try out.line("  read      \(read.counted("unit"))")
        try out.line(
            "  \(dryRun ? "would be " : "stored    ")\(report.created) new, \(report.updated) updated, \(report.skippedCount) skipped"
        )
        for (reason, count) in skipped { try out.line("            skipped \(count): \(reason.rawValue)") }
        try out.line("  texts     \(added) added, \(replaced) replaced, \(refused) refused")
    }
}
