import Dragoman

/// Prints groups of duplicates, then what was done, for people or as one JSON document.
struct DedupePrinter {
    private let out: OutputFile
    private let isJSON: Bool
    private var groups: [DuplicateGroup] = []
    private var isUnread = false

    init(_ out: OutputFile, json: Bool) {
        self.out = out
        isJSON = json
    }

    mutating func add(_ group: DuplicateGroup) throws {
        guard !isUnread else { return }
        // Who stops reading what is told has not taken back what was asked for.
        do { try show(group) } catch is BrokenPipe { isUnread = true }
    }

    private mutating func show(_ group: DuplicateGroup) throws {
        if isJSON { return groups.append(group) }
        try out.line("\(group.language)  \(group.text)")
        for (index, member) in group.members.enumerated() {
            try out.line("  \(index == 0 ? "=" : "-") \(member.unit)  \(member.source)")
        }
        if group.count > group.members.count { try out.line("  … \(group.count - group.members.count) more") }
    }

    /// - Parameter changes: Whether duplicates were to be made one, and not only to be told.
    func finish(_ report: DedupeReport, memory: String, dryRun: Bool, changes: Bool) throws {
        if isJSON { return try out.write(json(report, dryRun: dryRun)) }
        var line = "\(memory): \(report.groups.counted("text")) in \(report.units.counted("unit"))"
        if changes {
            line += "; \(dryRun ? "would be " : "")\(report.removed) removed, \(report.updated) updated, "
            line += "\(report.variantsTaken.counted("text")) taken over, \(report.variantsDropped) dropped"
        }
        try out.line(line)
    }

    private func json(_ report: DedupeReport, dryRun: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("dryRun", dryRun)
            writer.member("groups", report.groups)
            writer.member("units", report.units)
            writer.member("removed", report.removed)
            writer.member("updated", report.updated)
            writer.member("variantsTaken", report.variantsTaken)
            writer.member("variantsDropped", report.variantsDropped)
            if let revision = report.revision { writer.member("revision", Int(revision)) }
            writer.key("examples")
            writer.array { writer in
                for group in groups { Self.json(group, &writer) }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func json(_ group: DuplicateGroup, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("language", group.language.description)
            writer.member("text", group.text)
            writer.member("count", group.count)
            writer.key("units")
            writer.array { writer in
                for member in group.members {
                    writer.object { writer in
                        writer.member("unit", Int(member.unit))
                        writer.member("source", member.source)
                    }
                }
            }
        }
    }
}
