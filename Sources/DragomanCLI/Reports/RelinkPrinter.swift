import Dragoman

/// Prints units whose term links changed, the first of them, then how many, for people or as one JSON document.
struct RelinkPrinter {
    private let out: OutputFile
    private let isJSON: Bool
    private var limit: ExampleLimit
    private var examples: [UnitChange] = []

    init(_ out: OutputFile, json: Bool, examples limit: Int) {
        self.out = out
        isJSON = json
        self.limit = ExampleLimit(limit)
    }

    mutating func add(_ change: UnitChange) throws {
        try limit.show { [out, isJSON] in
            if isJSON { examples.append(change) } else { try Self.show(change, to: out) }
        }
    }

    private static func show(_ change: UnitChange, to out: OutputFile) throws {
        guard let unit = change.after, let source = unit.source else { return }
        try out.line("unit \(unit.id ?? 0)  \(source.segment.text.onOneLine)")
        let (gone, new) = differences(change)
        for link in gone { try out.line("  - \(link.concept)  \(link.term)") }
        for link in new { try out.line("  + \(link.concept)  \(link.term)") }
    }

    private static func differences(_ change: UnitChange) -> (gone: [TermLink], new: [TermLink]) {
        let before = change.before?.termLinks ?? []
        let after = change.after?.termLinks ?? []
        return (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
    }

    func finish(_ report: RelinkReport, memory: String, dryRun: Bool) throws {
        let would = dryRun ? "would be " : ""
        guard isJSON else {
            return try out.line(
                "\(memory): \(report.matched.counted("unit")) looked at, \(would)\(report.changed) changed: \(report.added.counted("link")) added, \(report.removed) removed"
            )
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("dryRun", dryRun)
            writer.member("matched", report.matched)
            writer.member("changed", report.changed)
            writer.member("added", report.added)
            writer.member("removed", report.removed)
            if let revision = report.revision { writer.member("revision", Int(revision)) }
            writer.key("examples")
            writer.array { writer in
                for change in examples {
                    let (gone, new) = Self.differences(change)
                    writer.object { writer in
                        writer.member("unit", Int(change.after?.id ?? 0))
                        Self.write("removed", gone, to: &writer)
                        Self.write("added", new, to: &writer)
                    }
                }
            }
        }
        writer.newline()
        try out.write(writer.bytes)
    }

    private static func write(_ name: String, _ links: [TermLink], to writer: inout JSONWriter) {
        writer.key(name)
        writer.array { writer in
            for link in links {
                writer.object { writer in
                    writer.member("concept", link.concept)
                    writer.member("term", link.term)
                }
            }
        }
    }
}
