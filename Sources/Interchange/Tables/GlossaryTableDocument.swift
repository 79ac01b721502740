public import Terminology
public import UnicodeText

/// A table of terms that is changed a concept at a time: rows of other concepts and cells that are not changed keep
/// their bytes.
public struct GlossaryTableDocument: GlossaryDocument {
    public let glossary: Glossary
    public var hasIDs: Bool { header.columns.contains(.id) }
    private let bytes: [UInt8]
    /// Bytes in front of the text, of a byte order mark.
    private let mark: Int
    private let file: String?
    private let header: TableHeader
    private let separator: TableSeparator
    /// The rows of each concept.
    private let rows: [[TableRow]]

    /// - Throws: a `Diagnostic` for a table that cannot be read, or is not in UTF-8.
    public init(
        _ bytes: [UInt8], name: String, file: String?, report: (Diagnostic) -> Void = { _ in }
    ) throws {
        var reader = try TableReader(WholeFile.source(bytes), separator: nil, file: file)
        var builder = GlossaryTableBuilder(name: name, file: file)
        var rows: [[TableRow]] = []
        while let row = try reader.next() {
            guard let place = try builder.add(row, reader.header, report) else { continue }
            if place == rows.count { rows.append([row]) } else { rows[place].append(row) }
        }
        guard reader.encoding.name == "UTF-8" else {
            throw Diagnostic(
                .error, code: "table.edit", file: file, message: "the table is not in UTF-8; nothing was changed",
                hint: "save it as UTF-8")
        }
        glossary = builder.glossary
        header = reader.header
        separator = reader.separator
        self.bytes = bytes
        mark = reader.encoding.markLength
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
        var text: [UInt8] = []
        for line in lines { TableOutput.append(line, separator.byte, to: &text) }
        return text
    }

    public func adding(_ concept: Concept) throws(Diagnostic) -> [UInt8] {
        var new = Array(try texts(of: concept, before: nil, over: []).joined())
        if let last = bytes.last, last != 0x0A, last != 0x0D { new = Splice.lineEnds([0x0A], as: bytes) + new }
        return try checked(bytes + new, glossary.concepts.count, concept)
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
        return try checked(result + bytes[offset...], index, concept)
    }

    public func removing(_ index: Int) throws(Diagnostic) -> [UInt8] {
        var result: [UInt8] = []
        var offset = 0
        for row in rows[index] {
            result += bytes[offset..<row.range.lowerBound + mark]
            offset = row.range.upperBound + mark
        }
        return try checked(result + bytes[offset...], index, nil)
    }

    /// The table after a change, if it can be read, says the same of the other concepts, and has the terms of the one.
    private func checked(_ bytes: [UInt8], _ index: Int, _ concept: Concept?) throws(Diagnostic) -> [UInt8] {
        var expected = glossary.concepts.map(\.sections)
        if index < expected.count { expected.remove(at: index) }
        if expected.isEmpty, concept == nil { return bytes }
        var read: [[Concept.Section]]
        do {
            read = try GlossaryTable.read(bytes, name: "", file: file).concepts.map(\.sections)
        } catch {
            throw refusal
        }
        if let concept {
            guard index < read.count, Self.terms(read.remove(at: index)) == Self.terms(concept.sections) else {
                throw refusal
            }
        }
        guard read == expected else { throw refusal }
        return bytes
    }

    private static func terms(_ sections: [Concept.Section]) -> Set<[UTF8Text]> {
        Set(sections.flatMap { section in section.terms.map { [UTF8Text(section.language.description), $0.text] } })
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
        let layout = GlossaryTableRows(header: header, file: file)
        let rows = try layout.rows(of: concept, before: before, over: old)
        return rows.enumerated().map { number, cells in
            guard number < old.count else {
                var line: [UInt8] = []
                TableOutput.append(cells, separator.byte, to: &line)
                // Line breaks in cells stay what they are.
                return line.dropLast() + Splice.lineEnds([0x0A], as: bytes)
            }
            let row = old[number]
            var result: [UInt8] = []
            var offset = row.range.lowerBound
            for (index, cell) in cells.enumerated() {
                guard index < row.cellRanges.count else {
                    // A cell the row was too short for.
                    if !cells[index...].allSatisfy(\.isEmpty) {
                        result.append(separator.byte)
                        TableOutput.append(cell, separator.byte, to: &result)
                    }
                    continue
                }
                let range = row.cellRanges[index]
                result += written(offset..<range.lowerBound)
                if cell == row.cells[index].trimmed {
                    result += written(range)
                } else {
                    TableOutput.append(cell, separator.byte, to: &result)
                }
                offset = range.upperBound
            }
            return result + written(offset..<row.range.upperBound)
        }
    }

    /// The bytes of a range of the text.
    private func written(_ range: ByteRange) -> ArraySlice<UInt8> {
        bytes[mark + range.lowerBound..<mark + range.upperBound]
    }
}
