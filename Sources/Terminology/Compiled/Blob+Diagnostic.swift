internal import UnicodeText

extension BlobWriter {
    mutating func diagnostic(_ diagnostic: Diagnostic) {
        string(diagnostic.severity.rawValue)
        string(diagnostic.code)
        optional(diagnostic.file)
        number(diagnostic.line ?? -1)
        number(diagnostic.column ?? -1)
        string(diagnostic.message)
        optional(diagnostic.hint)
    }
}

extension BlobReader {
    mutating func diagnostic() throws(Damage) -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try string()) else { throw Damage() }
        let code = try string()
        let (file, line, column) = (try optional(), try number(), try number())
        return Diagnostic(
            severity, code: code, file: file, line: line < 0 ? nil : line, column: column < 0 ? nil : column,
            message: try string(), hint: try optional())
    }
}
