import Dragoman

/// What an import did to a glossary with one file.
struct GlossaryImportReport {
    let file: String
    let name: String
    let place: String
    /// Concepts of the glossary afterwards.
    let concepts: Int
    let report: GlossaryMerge.Report

    private var passedOver: [(reason: GlossaryMerge.PassedOver, count: Int)] {
        GlossaryMerge.PassedOver.allCases.compactMap { reason in report.passedOver[reason].map { (reason, $0) } }
    }

    var text: String {
        var lines = [file]
        lines.append("  \(report.added) added, \(report.changed) changed, \(report.unchanged) unchanged")
        for each in passedOver {
            let examples = report.examples[each.reason, default: []].joined(separator: ", ")
            let more = each.count > report.examples[each.reason, default: []].count ? ", …" : ""
            lines.append("  passed over \(each.count): \(each.reason.rawValue) (\(examples)\(more))")
        }
        lines.append("  \(name) has \(concepts.counted("concept")), kept in \(place)")
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ reports: [GlossaryImportReport]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for report in reports { report.json(&writer) }
        }
        writer.newline()
        return writer.bytes
    }

    private func json(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("file", file)
            writer.member("name", name)
            writer.member("place", place)
            writer.member("concepts", concepts)
            writer.member("added", report.added)
            writer.member("changed", report.changed)
            writer.member("unchanged", report.unchanged)
            writer.key("passedOver")
            writer.object { writer in
                for each in passedOver { writer.member(each.reason.rawValue, each.count) }
            }
        }
    }
}
