import Dragoman

/// Two texts, a unit of each line. Memory does not grow with the files.
struct ParallelTexts {
    private var source: LineReader
    private var target: LineReader
    private let paths: (source: String, target: String)
    private let languages: (source: LanguageTag, target: LanguageTag)
    private var line = 0

    init(
        source: InputFile, sourceLanguage: LanguageTag, target: InputFile, targetLanguage: LanguageTag
    ) throws(Diagnostic) {
        self.source = try LineReader(source)
        self.target = try LineReader(target)
        paths = (source.path, target.path)
        languages = (sourceLanguage, targetLanguage)
    }

    func finish() {
        source.finish()
        target.finish()
    }

    /// The next line of both, `nil` at the end.
    ///
    /// - Throws: A `Diagnostic` when one text has more lines than the other, or a line cannot be read.
    mutating func next() throws(Diagnostic) -> CheckUnit? {
        line += 1
        let (one, other) = (try source.next(), try target.next())
        guard let one, let other else {
            if one == nil, other == nil { return nil }
            throw Diagnostic(
                .error, code: "check.lines", file: one == nil ? paths.target : paths.source, line: line,
                message: "the other text ends before this line", hint: "both texts must have the same lines")
        }
        return CheckUnit(
            source: Variant(language: languages.source, segment: InlineText(try text(one, paths.source))),
            target: Variant(language: languages.target, segment: InlineText(try text(other, paths.target))),
            file: paths.target, sourceFile: paths.source, line: line, id: "\(line)")
    }

    private func text(_ line: LineReader.Line, _ path: String) throws(Diagnostic) -> UTF8Text {
        guard case .bytes(let bytes) = line else {
            throw Diagnostic(
                .error, code: "check.line-length", file: path, line: self.line,
                message: "the line is longer than \(LineReader.limit >> 20) MiB")
        }
        let isMarked = self.line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let text = UTF8Text(validating: isMarked ? Array(bytes.dropFirst(3)) : bytes) else {
            throw Diagnostic(
                .error, code: "encoding.invalid-bytes", file: path, line: self.line, message: "this is not UTF-8",
                hint: "dragoman normalize --profile text reads any encoding")
        }
        return text
    }
}
