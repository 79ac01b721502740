import Dragoman

/// Revisions, and what they did to a unit, for people and as JSON.
enum HistoryPrinter {
    static func print(_ summary: RevisionSummary, to out: OutputFile) throws {
        try out.line("\(line(summary.revision))  \(summary.created) new, \(summary.changed) changed")
    }

    static func print(_ change: UnitChange, to out: OutputFile) throws {
        try out.line(line(change.revision))
        try printTexts(change, to: out)
    }

    /// The texts that went and those that came.
    static func printTexts(_ change: UnitChange, to out: OutputFile) throws {
        let before = change.before?.variants ?? []
        let after = change.after?.variants ?? []
        func isIn(_ variants: [Variant], _ variant: Variant) -> Bool {
            variants.contains { $0.language == variant.language && $0.segment == variant.segment }
        }
        for variant in before where !isIn(after, variant) {
            try out.line("  - \(variant.language)  \(variant.segment.text)")
        }
        for variant in after where !isIn(before, variant) {
            try out.line("  + \(variant.language)  \(variant.segment.text)")
        }
    }

    static func print(_ unit: TranslationUnit, to out: OutputFile) throws {
        for variant in unit.variants { try out.line("  \(variant.language)  \(variant.segment.text)") }
    }

    static func json(_ unit: TranslationUnit, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("unit", Int(unit.id ?? 0))
            writer.key("variants")
            texts(unit, to: &writer)
        }
    }

    private static func line(_ revision: Revision) -> String {
        let info = revision.info
        let parts = ["\(revision.number)", "\(info.date)", info.action, info.user, info.tool, info.note]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }

    static func json(_ summary: RevisionSummary, to writer: inout JSONWriter) {
        writer.object { writer in
            members(summary.revision, &writer)
            writer.member("created", summary.created)
            writer.member("changed", summary.changed)
        }
    }

    static func json(_ change: UnitChange, to writer: inout JSONWriter) {
        writer.object { writer in
            members(change.revision, &writer)
            texts(change, to: &writer)
        }
    }

    /// The texts before and after, as members of an object.
    static func texts(_ change: UnitChange, to writer: inout JSONWriter) {
        for (name, unit) in [("before", change.before), ("after", change.after)] {
            guard let unit else { continue }
            writer.key(name)
            texts(unit, to: &writer)
        }
    }

    private static func texts(_ unit: TranslationUnit, to writer: inout JSONWriter) {
        writer.array { writer in
            for variant in unit.variants {
                writer.object { writer in
                    writer.member("language", variant.language.description)
                    writer.member("text", variant.segment.text)
                }
            }
        }
    }

    private static func members(_ revision: Revision, _ writer: inout JSONWriter) {
        writer.member("revision", Int(revision.number))
        writer.member("date", revision.info.date.description)
        writer.member("action", revision.info.action)
        if let user = revision.info.user { writer.member("user", user) }
        if let tool = revision.info.tool { writer.member("tool", tool) }
        if let note = revision.info.note { writer.member("note", note) }
    }
}
