import Dragoman

extension ExportCommand {
    /// Returns the number of characters left out.
    func writeTMX(_ options: TMXWriter.Options, to sink: @escaping ByteSink, units: Units) throws -> Int {
        var writer = try TMXWriter(options: options, to: sink)
        try units {
            try writer.write(
                $0, languages: languages?.languages, properties: tmx.context ? $0.context.tmxProperties : [])
        }
        try writer.finish()
        return writer.droppedCharacters
    }

    /// Under the head of the file the first unit came from, else the one given. Returns the number of characters left out.
    func writeFaithfulTMX(
        _ store: SQLiteStore, _ header: TMXHeader, to sink: @escaping ByteSink, units: Units
    ) throws -> Int {
        var writer: TMXFaithfulWriter?
        var file: String?
        var others = 0
        try units { unit in
            if writer == nil {
                file = unit.origin.name
                let head = try file.flatMap { try store.head(ofFile: $0) }
                if head == nil { file = nil }
                writer = try TMXFaithfulWriter(header: head.map { try TMXHeader(document: $0) } ?? header, to: sink)
            }
            if let file, unit.origin.name.map({ !$0.utf8.elementsEqual(file.utf8) }) ?? true { others += 1 }
            try writer?.write(unit, languages: languages?.languages)
        }
        var written = try writer ?? TMXFaithfulWriter(header: header, to: sink)
        try written.finish()
        if let file, others > 0 {
            output.console.report(
                Diagnostic(
                    .note, code: "export.header", file: output.output,
                    message: "\(others) units are not of \(file), whose header the file has",
                    hint: "--origin writes the units of one file"))
        }
        return written.droppedCharacters
    }
}
