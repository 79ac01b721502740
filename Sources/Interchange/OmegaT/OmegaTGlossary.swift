public import ByteXML
public import Terminology
public import UnicodeText

/// Glossaries of OmegaT: a line a pair, source, target and comment.
///
/// With tabs between (`.txt`, `.tab`, `.utf8`) or as CSV with double quotes where a line is a row. Cells are trimmed,
/// lines that begin with `#` are comments. What language is what stands in OmegaT's project, not in the file.
///
/// Source: OmegaT's manual, chapter "Glossaries", and its readers `GlossaryReaderTSV` and `GlossaryReaderCSV`.
public enum OmegaTGlossary {
    /// Reads a file.
    ///
    /// A file in `.utf8` is UTF-8; any other is in the encoding that `coding:` in its first line names, else in the one
    /// found out. Lines of fewer than two cells or without a source are reported (`omegat.columns`) and passed over.
    ///
    /// - Parameters:
    ///   - separator: `nil` for CSV where the file's name ends so, tabs otherwise.
    ///   - limits: what matters here is `text`: bytes of a line.
    /// - Throws: a `Diagnostic` for a file that is no text, or bytes its encoding does not have; and what the source throws.
    public static func read(
        _ source: ByteSource, name: String, file: String?, separator: TableSeparator? = nil, from: LanguageTag,
        to: LanguageTag, limits: XMLLimits = XMLLimits(), report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try withoutActuallyEscaping(source) { source in
            let text = DecodedText(source, file: file) { head in
                try file?.hasSuffix(".utf8") ?? false ? "UTF-8" : OmegaTCoding.encoding(of: head, file: file)
            }
            var lines = TextLines(text, limit: limits.text, file: file)
            let separator = separator ?? (file?.hasSuffix(".csv") ?? false ? .comma : .tab)
            return try read(&lines, name, file, separator, from, to, report)
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

    private static func read(
        _ lines: inout TextLines, _ name: String, _ file: String?, _ separator: TableSeparator, _ from: LanguageTag,
        _ to: LanguageTag, _ report: (Diagnostic) -> Void
    ) throws -> Glossary {
        var pairs = GlossaryPairs(name: name)
        while let (number, line) = try lines.next() {
            guard !line.isBlank, line.bytes.first != UInt8(ascii: "#") else { continue }
            let cells: [UTF8Text]
            do {
                cells = try self.cells(line, separator)
            } catch {
                report(warning(file, number, error.message))
                continue
            }
            guard cells.count > 1, !cells[0].isEmpty else {
                report(warning(file, number, "fewer than two columns"))
                continue
            }
            pairs.add(cells[0], from, cells[1], to, comment: cells.count > 2 ? cells[2] : nil)
        }
        return pairs.glossary
    }

    private static func cells(_ line: UTF8Text, _ separator: TableSeparator) throws(Diagnostic) -> [UTF8Text] {
        guard separator != .tab else {
            return line.bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
                UTF8Text(unchecked: $0).trimmed
            }
        }
        var parser = TableParser(line.bytes, separator: separator, file: nil)
        return try parser.next()?.cells.map(\.trimmed) ?? []
    }

    private static func warning(_ file: String?, _ line: Int, _ message: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "omegat.columns", file: file, line: line, message: "\(message); the line was passed over",
            hint: "a line is source<TAB>target<TAB>comment")
    }

    /// Writes the pairs of two languages.
    ///
    /// Tabs and line breaks in a text become blanks. What no line can hold, a source that begins with `#`, is reported
    /// (`omegat.comment`) and left out.
    ///
    /// - Returns: the number of pairs.
    @discardableResult
    public static func write(
        _ glossary: Glossary, separator: TableSeparator = .tab, from: LanguageTag, to: LanguageTag,
        report: (Diagnostic) -> Void = { _ in }, to sink: @escaping ByteSink
    ) throws -> Int {
        var count = 0
        var written: Set<[UTF8Text]> = []
        var buffer: [UInt8] = separator == .tab ? Array("# -*- coding: utf-8 -*-\n".utf8) : []
        for concept in glossary.concepts {
            for pair in GlossaryPair.pairs(of: concept, from: from, to: to) {
                let cells = [pair.source.text, pair.target.text, UTF8Text(pair.comment)].map(Self.line)
                guard !cells[0].isEmpty, !cells[1].isEmpty, written.insert(Array(cells.prefix(2))).inserted else {
                    continue
                }
                guard cells[0].bytes.first != UInt8(ascii: "#") else {
                    report(
                        Diagnostic(
                            .warning, code: "omegat.comment",
                            message:
                                "\"\(cells[0])\" (concept \(concept.id)) begins with #, which makes a comment; left out"
                        ))
                    continue
                }
                TableOutput.append(
                    cells[2].isEmpty ? Array(cells.prefix(2)) : cells, separator.byte, quotes: separator != .tab,
                    to: &buffer)
                count += 1
            }
        }
        try buffer.withUnsafeBufferPointer(sink)
        return count
    }

    /// A text as it can stand in a cell.
    private static func line(_ text: UTF8Text) -> UTF8Text {
        UTF8Text(unchecked: text.bytes.map { $0 < 0x20 ? 0x20 : $0 }).trimmed
    }
}
