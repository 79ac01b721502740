import Dragoman

/// Findings like the diagnostics of other commands: `file:line: unit 7, target 3-8: warning: … [number]`, and what could
/// stand there on a line of its own.
struct CheckPrinterText: CheckPrinter {
    func begin(_ out: OutputFile) {}

    func print(_ finding: CheckFinding, in unit: CheckUnit, to out: OutputFile) throws {
        let place = CheckPlace(finding, in: unit)
        var line = place.file ?? ""
        if let number = unit.line { line += ":\(number)" }
        if unit.sourceFile == nil {
            line += ": unit \(unit.id), \(finding.side.rawValue) \(place.start)-\(place.end)"
        } else {
            line += ":\(place.start + 1)"
        }
        line += ": \(finding.severity.rawValue): \(finding.message) [\(finding.code.rawValue)]"
        try out.write(UTF8Text(line).onOneLine.bytes)
        try out.line("")
        if let suggestion = finding.suggestion, !suggestion.isBlank {
            try out.write("hint: ")
            try out.write(suggestion.onOneLine.bytes)
            try out.line("")
        }
    }

    func end(_ out: OutputFile) {}
}
