public import ByteXML
public import Terminology
public import UnicodeText

/// Glossaries for DeepL: a line a pair, as TSV without quotes or as CSV; CSV may name the languages in two more columns.
///
/// Source: DeepL's documentation, "Managing glossaries" and "Glossaries" (sizes), and the checks of its client libraries
/// (control characters, duplicates).
public enum DeepLGlossary {
    /// Longest source or target, in bytes of UTF-8.
    static let longestText = 1024
    /// Largest glossary, in bytes.
    static let largestFile = 10 * 1024 * 1024

    /// Reads a file. Lines without a source and a target are reported (`deepl.columns`) and passed over.
    ///
    /// - Parameters:
    ///   - separator: `nil` to tell it from the first line.
    ///   - limits: what matters here is `text`: bytes of a line or a cell.
    /// - Throws: a `Diagnostic` for a file that is no text, or a CSV that is broken; and what the source throws.
    public static func read(
        _ source: ByteSource, name: String, file: String?, separator: TableSeparator? = nil, from: LanguageTag,
        to: LanguageTag, limits: XMLLimits = XMLLimits(), report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try withoutActuallyEscaping(source) { source in
            var text = DecodedText(source, file: file)
            let separator = try separator ?? TableSeparator(firstLineOf: text.head())
            var pairs = GlossaryPairs(name: name)
            func add(_ cells: [UTF8Text], _ line: Int) {
                guard cells.count > 1, !cells[0].isEmpty, !cells[1].isEmpty else {
                    return report(
                        Diagnostic(
                            .warning, code: "deepl.columns", file: file, line: line,
                            message: "no source and target; the line was passed over",
                            hint: "a line is source<TAB>target"))
                }
                let source = cells.count > 3 ? LanguageTag(cells[2].description) : nil
                let target = cells.count > 3 ? LanguageTag(cells[3].description) : nil
                pairs.add(cells[0], source ?? from, cells[1], target ?? to)
            }
            if separator == .tab {
                var lines = TextLines(text, limit: limits.text, file: file)
                while let (number, line) = try lines.next() {
                    if line.isBlank { continue }
                    let cells = line.bytes.split(separator: 0x09, omittingEmptySubsequences: false)
                    add(cells.map { UTF8Text(unchecked: $0).trimmed }, number)
                }
            } else {
                var rows = try TableRows(text, separator: .comma, limits: limits, file: file)
                while let row = try rows.next() { add(row.cells.map(\.trimmed), row.line) }
            }
            return pairs.glossary
        }
    }

    /// Reads a file that is at hand whole.
    public static func read(
        _ bytes: [UInt8], name: String, file: String?, separator: TableSeparator? = nil, from: LanguageTag,
        to: LanguageTag, report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try read(
            WholeFile.source(bytes), name: name, file: file, separator: separator, from: from, to: to, report: report)
    }

    /// Writes the pairs of two languages that DeepL takes. What it does not take is reported and left out: a source that
    /// came before with another target (`deepl.duplicate`), a control character or line break (`deepl.control`), a text
    /// that is too long (`deepl.length`).
    ///
    /// - Returns: the number of pairs.
    @discardableResult
    public static func write(
        _ glossary: Glossary, separator: TableSeparator = .tab, from: LanguageTag, to: LanguageTag,
        report: (Diagnostic) -> Void = { _ in }, to sink: @escaping ByteSink
    ) throws -> Int {
        var targets: [UTF8Text: UTF8Text] = [:]
        var buffer: [UInt8] = []
        for concept in glossary.concepts {
            // DeepL has one target for a source: the first is the preferred one.
            var seen: Set<UTF8Text> = []
            for pair in GlossaryPair.pairs(of: concept, from: from, to: to)
            where seen.insert(pair.source.text.trimmed).inserted {
                let (source, target) = (pair.source.text.trimmed, pair.target.text.trimmed)
                guard !source.isEmpty, !target.isEmpty else { continue }
                func leaveOut(_ code: String, _ reason: String) {
                    report(
                        Diagnostic(
                            .warning, code: code,
                            message: "\"\(source)\" (concept \(concept.id)) was left out: \(reason)"))
                }
                if let known = targets[source] {
                    if known != target { leaveOut("deepl.duplicate", "it is \"\(known)\" already, not \"\(target)\"") }
                } else if hasControl(source) || hasControl(target) {
                    leaveOut("deepl.control", "a control character or line break")
                } else if max(source.count, target.count) > longestText {
                    leaveOut("deepl.length", "longer than \(longestText) bytes")
                } else {
                    targets[source] = target
                    TableOutput.append(
                        [source, target], separator.byte, quotes: separator != .tab, to: &buffer)
                }
            }
        }
        if buffer.count > largestFile {
            report(
                Diagnostic(
                    .warning, code: "deepl.size",
                    message: "the glossary is \(buffer.count) bytes long; DeepL takes \(largestFile)"))
        }
        try buffer.withUnsafeBufferPointer(sink)
        return targets.count
    }

    /// C0, C1, and the line and paragraph separators.
    private static func hasControl(_ text: UTF8Text) -> Bool {
        text.description.unicodeScalars.contains {
            $0.value < 0x20 || (0x80...0x9F).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029
        }
    }
}
