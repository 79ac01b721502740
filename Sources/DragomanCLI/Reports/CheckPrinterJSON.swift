import Dragoman

/// Findings as one array, an object each.
struct CheckPrinterJSON: CheckPrinter {
    private var isFirst = true

    func begin(_ out: OutputFile) throws { try out.write("[") }

    mutating func print(_ finding: CheckFinding, in unit: CheckUnit, to out: OutputFile) throws {
        var writer = JSONWriter()
        let place = CheckPlace(finding, in: unit)
        writer.object { writer in
            if let file = place.file { writer.member("file", file) }
            if let line = unit.line { writer.member("line", line) }
            writer.member("unit", unit.id)
            writer.member("code", finding.code.rawValue)
            writer.member("severity", finding.severity.rawValue)
            writer.member("side", finding.side.rawValue)
            writer.member("start", place.start)
            writer.member("end", place.end)
            writer.member("message", finding.message)
            if let suggestion = finding.suggestion { writer.member("suggestion", suggestion) }
            writer.key("source")
            Self.text(unit.source, &writer)
            writer.key("target")
            Self.text(unit.target, &writer)
        }
        try out.write(isFirst ? "\n" : ",\n")
        isFirst = false
        try out.write(writer.bytes)
    }

    func end(_ out: OutputFile) throws { try out.line(isFirst ? "]" : "\n]") }

    private static func text(_ variant: Variant, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("lang", variant.language.description)
            writer.member("text", variant.segment.text)
        }
    }
}
