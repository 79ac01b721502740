import Dragoman
import Glibc

/// Changes a glossary file in its place.
enum GlossaryEdit {
    /// - Parameters:
    ///   - makesFile: whether a file that is not there is made.
    ///   - change: gives the file's new bytes, `nil` to leave it as it is.
    static func run(
        _ path: String, makesFile: (() throws -> [UInt8])? = nil, console: Console,
        _ change: (any GlossaryDocument) throws -> [UInt8]?
    ) throws {
        try FileUpdate.run(path) { bytes in
            if let makesFile, bytes?.isEmpty ?? true { return try makesFile() }
            guard let bytes else { throw systemError(path, "cannot open", code: ENOENT) }
            let reports = LimitedReports(console)
            defer { reports.finish(file: path) }
            let name = GlossaryFile.name(of: path)
            switch FileFormat.detect(Array(bytes.prefix(4096)), name: path) {
            case .tbx:
                return try change(try TBXDocument(bytes, name: name, file: path, report: reports.report))
            case .csv, .tsv:
                return try change(try GlossaryTableDocument(bytes, name: name, file: path, report: reports.report))
            case .tmx, .xliff, .po, .unknown:
                throw Diagnostic(
                    .error, code: "glossary.format", file: path, message: "this is no glossary that can be changed",
                    hint: "TBX, or a table whose first row names languages (en<TAB>fr)")
            }
        }
    }

    /// The one concept somebody means by an id or a term.
    static func place(of name: String, in document: any GlossaryDocument, file: String) throws -> Int {
        let places = document.concepts(named: UTF8Text(name))
        if places.count == 1 { return places[0] }
        guard let first = places.first else {
            throw Diagnostic(
                .error, code: "glossary.no-concept", file: file,
                message: "no concept has the id or the term \"\(name)\"",
                hint: "dragoman lookup finds terms")
        }
        let ids = places.prefix(10).map { document.glossary.concepts[$0].id }.joined(separator: ", ")
        throw Diagnostic(
            .error, code: "glossary.several-concepts", file: file,
            message: "\(places.count) concepts have the term \"\(name)\": \(ids)",
            hint: "name one by its id: \(document.glossary.concepts[first].id)")
    }

    /// What was done with a concept, on a line or as JSON.
    static func report(_ change: String, _ concept: Concept, _ output: OutputOptions) throws {
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("change", change)
                writer.member("concept", concept.id)
                writer.key("terms")
                writer.object { writer in
                    for section in concept.sections {
                        writer.key(section.language.description)
                        writer.array { writer in
                            for term in section.terms { writer.string(term.text) }
                        }
                    }
                }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            let terms = concept.sections.map { section in
                "\(section.language) " + section.terms.map(\.text.description).joined(separator: ", ")
            }
            try out.line("\(concept.id.isEmpty ? "" : "\(concept.id)  ")\(change): \(terms.joined(separator: "; "))")
        }
        try out.finish()
    }
}
