internal import ByteXML
internal import UnicodeText

/// Makes patterns of an SRX file and has ICU compile each once, so that a wrong one is told when the file is read.
struct SRXPatternChecker {
    /// Many rules of a file share their patterns: `\s` behind the break.
    private var known: [UTF8Text: SRXPattern] = [:]

    /// - Throws: a `Diagnostic` at the place of the pattern's element.
    mutating func pattern(
        _ text: UTF8Text, isOkapi: Bool, file: String, at place: XMLPlace, report: (Diagnostic) -> Void
    ) throws -> SRXPattern {
        if let pattern = known[text] { return pattern }
        func diagnostic(
            _ severity: Diagnostic.Severity, _ message: String, _ hint: String?
        ) -> Diagnostic {
            Diagnostic(severity, code: "srx.pattern", file: file, at: place, message: message, hint: hint)
        }
        guard text.count <= SRXPattern.limit else {
            throw diagnostic(.error, "the pattern is longer than \(SRXPattern.limit) bytes", nil)
        }
        let translation = SRXPatternTranslation(text, isOkapi: isOkapi)
        let pattern = SRXPattern(units: translation.units)
        if !pattern.isEmpty {
            do {
                _ = try pattern.regex()
            } catch {
                let (message, hint) = SRXPattern.reason(error)
                let character = "at character \(max(1, error.offset)) of \(Self.shown(text))"
                throw diagnostic(.error, "\(message), \(character)", hint)
            }
        }
        if let escape = translation.shortEscape {
            let digits = Array(String(decoding: text.bytes, as: UTF8.self).utf16)[(escape + 2)..<(escape + 6)]
            let code = String(decoding: digits, as: UTF16.self)
            report(
                diagnostic(
                    .warning, #"\x\#(code) is \x\#(code.prefix(2)) and the characters "\#(code.suffix(2))" to ICU"#,
                    #"\u\#(code) is the character U+\#(code.uppercased())"#))
        }
        known[text] = pattern
        return pattern
    }

    /// As much of a pattern as a message should hold.
    private static func shown(_ text: UTF8Text) -> String {
        let all = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 ? " " : scalar
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: all.prefix(60))
        return String(view) + (all.count > 60 ? "…" : "")
    }
}
