public import UnicodeText

extension Diagnostic {
    /// What is to be told of a place in XML.
    package init(
        _ severity: Severity, code: String, file: String?, at place: XMLPlace, message: String, hint: String? = nil
    ) {
        self.init(
            severity, code: code, file: file, line: place.line, column: place.column, offset: place.offset,
            message: message, hint: hint)
    }
}
