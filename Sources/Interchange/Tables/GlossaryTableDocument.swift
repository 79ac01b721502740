public import Terminology
public import UnicodeText

/// A table of terms that is changed a concept at a time: rows of other concepts and cells that are not changed keep
/// their bytes.
public struct GlossaryTableDocument: GlossaryDocument {
    public let glossary: Glossary
    public var hasIDs: Bool { table.header.columns.contains(.id) }
    private let bytes: [UInt8]
    /// Bytes in front of the text, of a byte order mark.
    private let mark: Int
    private let file: String?
    private let table: TableReader
    /// The rows of each concept.
    private let rows: [[TableRow]]

    /// - Throws: a `Diagnostic` for a table that cannot be read, or is not in UTF-8.
    public init(
        _ bytes: [UInt8], name: String, file: String?, report: (Diagnostic) -> Void = { _ in }
    ) throws(Diagnostic) {
        var reader = try TableReader(bytes, separator: nil, file: file)
        let mark = EncodingDetector.byteOrderMarkLength(bytes)
        guard bytes.dropFirst(mark).elementsEqual(reader.text.bytes) else {
            throw Diagnostic(
                .error, code: "table.edit", file: file, message: "the table is not in UTF-8; nothing was changed",
                hint: "save it as UTF-8")
        }
        var builder = GlossaryTableBuilder(name: name, file: file)
        var rows: [[TableRow]] = []
        while let row = try reader.next() {
            guard let place = try builder.add(row, reader.header, report) else { continue }
            if place == rows.count { rows.append([row]) } else { rows[place].append(row) }
        }
        glossary = builder.glossary
        table = reader
        self.bytes = bytes
        self.mark = mark
        self.file = file
        self.rows = rows
    }

    /// A new table of one concept, with columns for what it says.
    public static func newTable(of concept: Concept, separator: TableSeparator) throws(Diagnostic) -> [UInt8] {
        let terms = concept.sections.flatMap(\.terms)
        var columns: [TableColumn] = [.id, .subject, .status]
        if !concept.isTranslatable || terms.contains(where: { !$0.flags.isEmpty }) { columns.append(.flags) }
        if terms.contains(where: { $0.type != .full }) { columns.append(.type) }
        if terms.contains(where: { $0.partOfSpeech != nil }) { columns.append(.partOfSpeech) }
        if terms.contains(where: { $0.reliability != nil }) { columns.append(.reliability) }
        if terms.contains(where: { $0.source != nil }) { columns.append(.source) }
        if concept.definition != nil { columns.append(.definition) }
        columns.append(.note)
        columns += concept.sections.map { .language($0.language) }
        let rows = try GlossaryTableRows(header: TableHeader(columns), file: nil).rows(
            of: concept, before: nil, over: [])
        let lines = [columns.map { UTF8Text($0.name) }] + rows
        return Array(lines.map { line($0, separator.byte) + [0x0A] }.joined())
    }

    public func adding(_ concept: Concept) throws(Diagnostic) -> [UInt8] {
        var new = Array(try texts(of: concept, before: nil, over: []).joined())
        if let last = bytes.last, last != 0x0A, last != 0x0D { new = Splice.lineEnds([0x0A], as: bytes) + new }
        return try checked(bytes + new, glossary.concepts.count, 1)
    }

    public func replacing(_ index: Int, with concept: Concept) throws(Diagnostic) -> [UInt8] {
        let old = rows[index]
        let new = try texts(of: concept, before: glossary.concepts[index], over: old)
        var result: [UInt8] = []
        var offset = 0
        for (number, row) in old.enumerated() {
            let range = row.range.lowerBound + mark..<row.range.upperBound + mark
            result += bytes[offset..<range.lowerBound]
            if number < new.count { result += new[number] }
            if number == old.count - 1 {
                for text in new.dropFirst(old.count) {
                    if result.last != 0x0A, result.last != 0x0D { result += Splice.lineEnds([0x0A], as: bytes) }
                    result += text
                }
            }
            offset = range.upperBound
        }
        return try checked(result + bytes[offset...], index, 1)
    }

    public func removing(_ index: Int) throws(Diagnostic) -> [UInt8] {
        var result: [UInt8] = []
        var offset = 0
        for row in rows[index] {
            result += bytes[offset..<row.range.lowerBound + mark]
            offset = row.range.upperBound + mark
        }
        return try checked(result + bytes[offset...], index, 0)
    }

    /// The table after a change, if it can be read and says the same of the other concepts.
    ///
    /// - Parameter count: how many concepts stand at the index now.
    private func checked(_ bytes: [UInt8], _ index: Int, _ count: Int) throws(Diagnostic) -> [UInt8] {
        let old = glossary.concepts.map(\.sections)
        let rest = Array(old.prefix(index) + old.dropFirst(index + 1))
        if rest.isEmpty, count == 0 { return bytes }
        let read: [[Concept.Section]]
        do {
            read = try GlossaryTable.read(bytes, name: "", file: file).concepts.map(\.sections)
        } catch {
            throw refusal
        }
        guard read.count == rest.count + count, Array(read.prefix(index) + read.dropFirst(index + count)) == rest else {
            throw refusal
        }
        return bytes
    }

    private var refusal: Diagnostic {
        Diagnostic(
            .error, code: "table.edit", file: file,
            message: "the table cannot be changed in its place; nothing was changed",
            hint: "dragoman glossary export FILE -o NEW.csv makes a table that can be changed")
    }

    /// The rows of a concept as they are written, each with its line end; one that says what the old row of its number
    /// says is that row.
    private func texts(
        of concept: Concept, before: Concept?, over old: [TableRow]
    ) throws(Diagnostic) -> [[UInt8]] {
        let layout = GlossaryTableRows(header: table.header, file: file)
        let rows = try layout.rows(of: concept, before: before, over: old)
        let lineEnd = Splice.lineEnds([0x0A], as: bytes)
        return rows.enumerated().map { number, cells in
            guard number < old.count else { return Self.line(cells, table.separator.byte) + lineEnd }
            let row = old[number]
            var result: [UInt8] = []
            var offset = row.range.lowerBound
            for (index, cell) in cells.enumerated() {
                guard index < row.cellRanges.count else {
                    // A cell the row was too short for.
                    if !cells[index...].allSatisfy(\.isEmpty) {
                        result.append(table.separator.byte)
                        TableOutput.append(cell, table.separator.byte, to: &result)
                    }
                    continue
                }
                let range = row.cellRanges[index]
                result += table.text.bytes[offset..<range.lowerBound]
                if cell == row.cells[index].trimmed {
                    result += table.text.bytes[range]
                } else {
                    TableOutput.append(cell, table.separator.byte, to: &result)
                }
                offset = range.upperBound
            }
            return result + table.text.bytes[offset..<row.range.upperBound]
        }
    }

    private static func line(_ cells: [UTF8Text], _ separator: UInt8) -> [UInt8] {
        var line: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(separator) }
            TableOutput.append(cell, separator, to: &line)
        }
        return line
    }
}
