internal import UnicodeText

/// Reads the lines of an entry (GNU gettext manual, "The Format of PO Files").
struct POLineReader {
    private enum Field {
        case context, message, plural, translation(Int)
        case previousContext, previousMessage, previousPlural
    }

    private let file: String?
    private let limit: Int
    private var entry = POEntry(message: UTF8Text())
    private var seen = false
    private var hasMessage = false
    private var hasTranslation = false
    /// What the next line in quotes goes on with.
    private var field: Field?
    private var text: [UInt8] = []
    private var size = 0
    /// Where the message begins.
    private var start = 0
    private var line = 0
    private let report: (Diagnostic) -> Void

    init(file: String?, limit: Int, report: @escaping (Diagnostic) -> Void) {
        self.file = file
        self.limit = limit
        self.report = report
    }

    /// Takes a line without its end; the entry that it ends, if it does.
    mutating func take(_ bytes: ArraySlice<UInt8>, number: Int) throws -> (entry: POEntry, line: Int)? {
        line = number
        size += bytes.count
        guard size <= limit else { throw problem("po.limit", "an entry is longer than \(limit) bytes") }
        let content = bytes.drop(while: Self.isBlank)
        guard let first = content.first else { return nil }
        if first == UInt8(ascii: "\"") {
            try quoted(content, at: bytes.startIndex)
            return nil
        }
        guard first == UInt8(ascii: "#") else {
            return try keyword(content, isObsolete: false, isPrevious: false, from: bytes.startIndex)
        }
        let rest = content.dropFirst()
        switch rest.first {
        case UInt8(ascii: "~"):
            var inner = rest.dropFirst()
            let isPrevious = inner.first == UInt8(ascii: "|")
            if isPrevious { inner = inner.dropFirst() }
            return try markup(inner, isObsolete: true, isPrevious: isPrevious, from: bytes.startIndex)
        case UInt8(ascii: "|"):
            return try markup(rest.dropFirst(), isObsolete: false, isPrevious: true, from: bytes.startIndex)
        default:
            let done = try finishIfComplete()
            begin()
            comment(rest)
            return done
        }
    }

    /// The last entry.
    mutating func finish() throws -> (entry: POEntry, line: Int)? {
        if hasTranslation { return try finished() }
        closeField()
        guard !hasMessage, entry.context == nil else {
            throw problem("po.truncated", "the file ends in the middle: a message without msgstr", at: start)
        }
        return nil
    }

    private mutating func begin() {
        guard !seen else { return }
        seen = true
        start = line
    }

    private mutating func comment(_ rest: ArraySlice<UInt8>) {
        func value(_ bytes: ArraySlice<UInt8>) -> UTF8Text {
            UTF8Text(unchecked: bytes.first == 0x20 ? bytes.dropFirst() : bytes)
        }
        switch rest.first {
        case UInt8(ascii: "."): entry.extracted.append(value(rest.dropFirst()))
        case UInt8(ascii: ":"): entry.references.append(value(rest.dropFirst()))
        case UInt8(ascii: ","):
            for flag in rest.dropFirst().split(separator: UInt8(ascii: ",")) {
                // No PO that is written has a NUL, and without it a flag may be another.
                let name = UTF8Text(unchecked: flag.filter { $0 != 0 }).trimmed.description
                if name == "fuzzy" { entry.isFuzzy = true } else if !name.isEmpty { entry.flags.append(name) }
            }
        default: entry.comments.append(value(rest))
        }
    }

    /// What stands behind `#~`, `#|` or `#~|`.
    private mutating func markup(
        _ rest: ArraySlice<UInt8>, isObsolete: Bool, isPrevious: Bool, from lineStart: Int
    ) throws -> (entry: POEntry, line: Int)? {
        let content = rest.drop(while: Self.isBlank)
        guard let first = content.first else { return nil }
        if first == UInt8(ascii: "\"") {
            try quoted(content, at: lineStart)
            return nil
        }
        return try keyword(content, isObsolete: isObsolete, isPrevious: isPrevious, from: lineStart)
    }

    private mutating func keyword(
        _ content: ArraySlice<UInt8>, isObsolete: Bool, isPrevious: Bool, from lineStart: Int
    ) throws -> (entry: POEntry, line: Int)? {
        let word = content.prefix { $0 == UInt8(ascii: "_") || $0 >= 0x61 && $0 <= 0x7A }
        var rest = content[word.endIndex...]
        let name = String(decoding: word, as: UTF8.self)
        var done: (entry: POEntry, line: Int)?
        switch (name, isPrevious) {
        case ("msgctxt", false), ("msgid", false), (_, true):
            // These begin an entry, but where one has begun with them already.
            done = try finishIfComplete()
        default: break
        }
        begin()
        entry.isObsolete = entry.isObsolete || isObsolete
        closeField()
        let column = content.startIndex - lineStart + 1
        switch (name, isPrevious) {
        case ("msgctxt", true): field = .previousContext
        case ("msgid", true): field = .previousMessage
        case ("msgid_plural", true): field = .previousPlural
        case ("msgctxt", false):
            guard entry.context == nil, !hasMessage else { throw problem("po.order", "msgctxt stands twice", column) }
            field = .context
        case ("msgid", false):
            guard !hasMessage else { throw problem("po.order", "msgid without msgstr before it", column) }
            hasMessage = true
            field = .message
        case ("msgid_plural", false):
            guard hasMessage, entry.plural == nil, !hasTranslation else {
                throw problem("po.order", "msgid_plural without msgid before it", column)
            }
            field = .plural
        case ("msgstr", false):
            field = .translation(try index(&rest, column))
        case ("domain", false):
            // Sections of one file for several programs; their messages are read as if there were none.
            report(
                Diagnostic(
                    .warning, code: "po.domain", file: file, line: line, column: column,
                    message: "domain is not known here; the messages are taken as of one domain"))
            return done
        default:
            throw problem(
                "po.syntax", "no keyword of PO", column,
                hint: "lines begin with msgctxt, msgid, msgid_plural, msgstr, a quote or #")
        }
        try quoted(rest.drop(while: Self.isBlank), at: lineStart)
        return done
    }

    /// The number in `msgstr[1]`, 0 without one.
    private mutating func index(_ rest: inout ArraySlice<UInt8>, _ column: Int) throws -> Int {
        guard hasMessage else { throw problem("po.order", "msgstr without msgid before it", column) }
        let expected = entry.translations.count
        var number = 0
        if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
            let digits = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            guard let value = Int(digits), entry.plural != nil else {
                throw problem("po.plural", "msgstr[\(digits.prefix(9))] without msgid_plural", column)
            }
            number = value
            rest = rest[(end + 1)...]
        } else if entry.plural != nil {
            throw problem(
                "po.plural", "msgstr of a plural without a number", column, hint: "write msgstr[0], msgstr[1] …")
        }
        guard number == expected else {
            throw problem(
                "po.order", expected == 0 ? "msgstr[0] is missing" : "msgstr stands twice or out of order", column)
        }
        hasTranslation = true
        entry.translations.append(UTF8Text())
        return number
    }

    private mutating func quoted(_ content: ArraySlice<UInt8>, at lineStart: Int) throws {
        guard field != nil else {
            throw problem(
                "po.syntax", "a text in quotes that belongs to no keyword", content.startIndex - lineStart + 1)
        }
        var gathered = text
        text = []
        let hasNUL = try POString.append(content, to: &gathered) { offset, message in
            problem("po.syntax", message, offset - lineStart + 1)
        }
        text = gathered
        if hasNUL {
            report(
                Diagnostic(
                    .warning, code: "po.nul", file: file, line: line, message: "a NUL in a text was left out"))
        }
    }

    /// The text of the field that was open is complete.
    private mutating func closeField() {
        guard let field else { return }
        self.field = nil
        let value = UTF8Text(unchecked: text)
        text = []
        switch field {
        case .context: entry.context = value
        case .message: entry.message = value
        case .plural: entry.plural = value
        case .translation(let index): entry.translations[index] = value
        case .previousContext, .previousMessage, .previousPlural:
            var previous = entry.previous ?? POEntry.Previous(message: nil)
            if case .previousContext = field {
                previous.context = value
            } else if case .previousMessage = field {
                previous.message = value
            } else {
                previous.plural = value
            }
            entry.previous = previous
        }
    }

    private mutating func finishIfComplete() throws -> (entry: POEntry, line: Int)? {
        if hasTranslation { return try finished() }
        closeField()
        return nil
    }

    private mutating func finished() throws -> (entry: POEntry, line: Int)? {
        closeField()
        let previous = [entry.previous?.context, entry.previous?.message, entry.previous?.plural]
        for text in [entry.context, entry.message, entry.plural] + entry.translations + previous {
            guard let text, UTF8Validation.firstError(in: text.bytes) != nil else { continue }
            throw problem("po.escape", "escapes in this entry give bytes that are no UTF-8", at: start)
        }
        defer {
            entry = POEntry(message: UTF8Text())
            (seen, hasMessage, hasTranslation, size) = (false, false, false, 0)
        }
        return (entry, start)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C || byte == 0x0B }

    private func problem(
        _ code: String, _ message: String, _ column: Int? = nil, at line: Int? = nil, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, code: code, file: file, line: line ?? self.line, column: column, message: message, hint: hint)
    }
}
