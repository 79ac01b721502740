import Dragoman

/// A glossary file in any format that is known.
enum GlossaryFile {
    /// Reads it; what cannot be used in it is reported.
    static func read(_ input: InputFile, name: String? = nil, console: Console) throws -> Glossary {
        let source = try UnpackedInput(input)
        let bytes = try source.read()
        let name = name ?? self.name(of: source.name)
        let report: (Diagnostic) -> Void = { console.report($0) }
        switch FileFormat.detect(Array(bytes.prefix(4096)), name: source.name) {
        case .tbx:
            return try TBXReader.read(bytes, name: name, file: input.path, report: report)
        case .tsv:
            return try GlossaryTable.read(bytes, name: name, file: input.path, separator: .tab, report: report)
        case .csv:
            return try GlossaryTable.read(bytes, name: name, file: input.path, separator: .comma, report: report)
        case .tmx, .xliff, .po, .unknown:
            throw Diagnostic(
                .error, code: "glossary.format", file: input.path, message: "this is no glossary",
                hint: "TBX, or a table whose first row names languages (en<TAB>fr)")
        }
    }

    /// The file's name without folder and ending.
    static func name(of path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = last.utf8.lastIndex(of: 0x2E), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
