/// Something to tell about an input: what, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable, Error {
    public enum Severity: String, Hashable, Sendable, Codable {
        case note, warning, error
    }

    public var severity: Severity
    /// A short stable name, such as `tmx.no-language`.
    public var code: String
    public var file: String?
    /// One-based line and column (in code points), where known.
    public var line: Int?
    public var column: Int?
    /// Bytes of the text before it, where known; of a text that is not UTF-8, as they are in UTF-8.
    public var offset: Int?
    public var message: String
    /// What the reader could do.
    public var hint: String?

    public init(
        _ severity: Severity, code: String, file: String? = nil, line: Int? = nil, column: Int? = nil,
        offset: Int? = nil,
        message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.offset = offset
        self.message = message
        self.hint = hint
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `copy.tmx:812:17: error: <tuv> without xml:lang (byte 40213)`, and the hint on a line of its own.
    public var description: String {
        var place = file ?? ""
        if let line { place += place.isEmpty ? "line \(line)" : ":\(line)" }
        if let column { place += ":\(column)" }
        if !place.isEmpty { place += ": " }
        var text = "\(place)\(severity.rawValue): \(message)"
        if let offset { text += " (byte \(offset))" }
        if let hint { text += "\nhint: \(hint)" }
        return text
    }
}
