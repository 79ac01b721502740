import Dragoman

extension ExportCommand {
    /// Returns the number of characters left out.
    func writeTMX(_ options: TMXWriter.Options, to sink: @escaping ByteSink, units: Units) throws -> Int {
        var writer = try TMXWriter(options: options, to: sink)
        let (languages, hasContext) = (languages?.languages, tmx.context)
        try units { unit in
            if hasContext {
                try writer.write(unit.withContextProperties, languages: languages)
            } else {
                try writer.write(unit, languages: languages)
            }
        }
        try writer.finish()
        return writer.droppedCharacters
    }

    /// Under the head of the file the first unit came from, else the one given. Returns the number of characters left out.
    func writeFaithfulTMX(
        _ head: FileHead?, _ header: TMXHeader, to sink: @escaping ByteSink, units: Units
    ) throws -> Int {
        var writer = try TMXFaithfulWriter(header: head?.header ?? header, to: sink)
        var others = 0
        let languages = languages?.languages
        try units { unit in
            if let head, unit.origin.name.map({ !$0.utf8.elementsEqual(head.file.utf8) }) ?? true { others += 1 }
            try writer.write(unit, languages: languages)
        }
        try writer.finish()
        if let head, others > 0 {
            output.console.report(
                Diagnostic(
                    .note, code: "export.header", file: output.output,
                    message:
                        "\(others.counted("unit")) \(others == 1 ? "is" : "are") not of \(head.file), whose header the file has",
                    hint: "--origin writes the units of one file"))
        }
        return writer.droppedCharacters
    }
}
