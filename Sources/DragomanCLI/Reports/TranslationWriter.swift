import Dragoman

/// Writes translated articles in one of the formats, begun when the first of them is there.
struct TranslationWriter {
    enum Format {
        case json
        case file(TranslateCommand.Format)
    }

    let format: Format
    let target: LanguageTag
    let output: OutputFile
    private var xliff: TranslationXLIFF?
    private var po: TranslationPO?
    private var tmx: TranslationTMX?
    private var source: LanguageTag?
    private var count = 0

    init(format: Format, target: LanguageTag, output: OutputFile) {
        self.format = format
        self.target = target
        self.output = output
    }

    mutating func write(_ translation: TranslatedArticle) throws {
        let article = translation.article
        switch format {
        case .json:
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("name", article.name)
                TranslationJSON.members(translation, to: &writer)
            }
            try output.write(count == 0 ? "[" : ",")
            try output.write(writer.bytes)
        case .file(.text):
            if count > 0 { try output.line("") }
            try output.write(TranslationText.bytes(translation))
        case .file(.xliff), .file(.xliff2):
            if let source, case .file(.xliff2) = format, source != article.language {
                throw Diagnostic(
                    .error, code: "translate.language", file: article.name,
                    message: "it is in \(article.language), and XLIFF 2 has one source language, here \(source)",
                    hint: "translate it by itself, or name its language with --lang")
            }
            var writer = try xliff ?? makeXLIFF(article)
            try writer.write(translation)
            xliff = writer
        case .file(.po):
            var writer = try po ?? makePO()
            try writer.write(translation)
            po = writer
        case .file(.tmx):
            var writer = try tmx ?? makeTMX(article.language)
            try writer.write(translation)
            tmx = writer
        }
        source = source ?? article.language
        count += 1
    }

    mutating func finish() throws {
        switch format {
        case .json: try output.line(count == 0 ? "[]" : "]")
        case .file(.text): break
        // Without an article there is no language a file could name.
        case .file(.xliff), .file(.xliff2): try xliff?.finish()
        case .file(.po): try po?.finish()
        case .file(.tmx): try tmx?.finish()
        }
    }

    private func makeXLIFF(_ article: PressArticle) throws -> TranslationXLIFF {
        var version = XLIFFVersion.v1_2
        if case .file(.xliff2) = format { version = .v2_1 }
        return try TranslationXLIFF(
            version: version, from: article.language, to: target, name: article.name, date: Timestamp.now.description,
            to: { [output] in try output.write($0) })
    }

    private func makePO() throws -> TranslationPO {
        try TranslationPO(to: target, date: Timestamp.now.gettextDescription) { [output] in try output.write($0) }
    }

    private func makeTMX(_ source: LanguageTag) throws -> TranslationTMX {
        try TranslationTMX(from: source, date: Timestamp.now.basicDescription) { [output] in try output.write($0) }
    }
}
