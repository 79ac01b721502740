internal import UnicodeText

extension BlobWriter {
    mutating func diagnostic(_ diagnostic: Diagnostic) {
        string(diagnostic.severity.rawValue)
        string(diagnostic.code)
        optional(diagnostic.file)
        number(diagnostic.line ?? -1)
        number(diagnostic.column ?? -1)
        number(diagnostic.offset ?? -1)
        string(diagnostic.message)
        optional(diagnostic.hint)
    }
}

extension BlobReader {
    mutating func diagnostic() throws(Damage) -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try string()) else { throw Damage() }
        let code = try string()
        func known(_ number: Int) -> Int? { number < 0 ? nil : number }
        let file = try optional()
        let (line, column, offset) = (try number(), try number(), try number())
        return Diagnostic(
            severity, code: code, file: file, line: known(line), column: known(column), offset: known(offset),
            message: try string(), hint: try optional())
    }
}
