import Dragoman
import Glibc

/// Messages on standard error, and whether and how to colour.
struct Console {
    let isQuiet: Bool
    let isColored: Bool

    init(quiet: Bool, noColor: Bool) {
        isQuiet = quiet
        isColored = !noColor && Self.wantsColor(STDERR_FILENO)
    }

    /// `FORCE_COLOR` asks for colour; `NO_COLOR`, a dumb terminal or no terminal at all forbid it.
    static func wantsColor(_ descriptor: Int32) -> Bool {
        func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
        if isSet("NO_COLOR") { return false }
        if isSet("FORCE_COLOR") { return true }
        if let term = getenv("TERM"), strcmp(term, "dumb") == 0 { return false }
        return isatty(descriptor) == 1
    }

    /// A diagnostic; notes and warnings are left out under `--quiet`.
    func report(_ diagnostic: Diagnostic) {
        if isQuiet, diagnostic.severity != .error { return }
        var diagnostic = diagnostic
        diagnostic.message = Self.shortened(diagnostic.message)
        var text = diagnostic.description
        if isColored {
            let color = diagnostic.severity == .error ? "31" : diagnostic.severity == .warning ? "33" : "36"
            let word = "\(diagnostic.severity.rawValue):"
            if let range = text.range(of: word) {
                text.replaceSubrange(range, with: "\u{1B}[1;\(color)m\(word)\u{1B}[0m")
            }
        }
        Self.write(text + "\n")
    }

    /// Names that a message quotes may be as long as their file.
    private static func shortened(_ message: String) -> String {
        message.utf8.count <= 1_000 ? message : String(message.unicodeScalars.prefix(500)) + " …"
    }

    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension String {
    /// The first place of a text, byte for byte.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        let bytes = Array(utf8)
        let wanted = Array(text.utf8)
        guard wanted.count <= bytes.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let from = utf8.index(startIndex, offsetBy: start)
            return from..<utf8.index(from, offsetBy: wanted.count)
        }
        return nil
    }
}
