import Dragoman

/// Findings as a log of SARIF 2.1.0 (OASIS Standard, 2020), for tools that show the findings of any checker.
///
/// Columns are code points and are given where a line of the file is the text; the unit is a logical location.
struct CheckPrinterSARIF: CheckPrinter {
    private var isFirst = true

    func begin(_ out: OutputFile) throws {
        try out.write(
            #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":"#)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", "dragoman")
            writer.member("version", DragomanVersion.current)
            writer.key("rules")
            writer.array { writer in
                for code in CheckCode.allCases {
                    writer.object { writer in
                        writer.member("id", code.rawValue)
                        writer.key("shortDescription")
                        writer.object { $0.member("text", code.summary) }
                        writer.key("defaultConfiguration")
                        writer.object { $0.member("level", code.severity.rawValue) }
                    }
                }
            }
        }
        try out.write(writer.bytes)
        try out.write(#"},"columnKind":"unicodeCodePoints","results":["#)
    }

    mutating func print(_ finding: CheckFinding, in unit: CheckUnit, to out: OutputFile) throws {
        var writer = JSONWriter()
        let place = CheckPlace(finding, in: unit)
        writer.object { writer in
            writer.member("ruleId", finding.code.rawValue)
            writer.member("ruleIndex", CheckCode.allCases.firstIndex(of: finding.code) ?? 0)
            writer.member("level", finding.severity.rawValue)
            writer.key("message")
            writer.object { $0.member("text", finding.message) }
            writer.key("locations")
            writer.array { writer in writer.object { Self.location(place, unit, &$0) } }
            writer.key("properties")
            writer.object { writer in
                writer.member("side", finding.side.rawValue)
                writer.member("start", place.start)
                writer.member("end", place.end)
                if let suggestion = finding.suggestion { writer.member("suggestion", suggestion) }
            }
        }
        try out.write(isFirst ? "\n" : ",\n")
        isFirst = false
        try out.write(writer.bytes)
    }

    func end(_ out: OutputFile) throws { try out.line("\n]}]}") }

    private static func location(_ place: CheckPlace, _ unit: CheckUnit, _ writer: inout JSONWriter) {
        writer.key("physicalLocation")
        writer.object { writer in
            writer.key("artifactLocation")
            writer.object { $0.member("uri", uri(place.file ?? "-")) }
            guard let line = unit.line else { return }
            writer.key("region")
            writer.object { writer in
                writer.member("startLine", line)
                guard unit.sourceFile != nil else { return }
                writer.member("startColumn", place.start + 1)
                writer.member("endColumn", place.end + 1)
            }
        }
        writer.key("logicalLocations")
        writer.array { $0.object { $0.member("name", unit.id) } }
    }

    /// A path as a URI reference (RFC 3986): what is no plain character is escaped.
    private static func uri(_ path: String) -> String {
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
