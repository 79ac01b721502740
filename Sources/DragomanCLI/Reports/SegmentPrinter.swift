import Dragoman

/// The sentences of files, a sentence a line, as JSON, or every place where one might end.
struct SegmentPrinter: Sendable {
    enum Form: Sendable {
        case text, json, explain
    }

    let form: Form
    let rules: SentenceRules
    /// Identified if `nil`.
    let language: LanguageTag?
    /// The format of press copy whose copy is segmented; `nil` for a text, all of it.
    let format: PressFormat?
    /// Detected if `nil`.
    let encoding: String?
    let warnings: FinderWarnings

    func print(_ input: InputFile) async -> ArticleReader.Outcome<[UInt8]> {
        var diagnostics: [Diagnostic] = []
        do {
            let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
            diagnostics += source.diagnostics
            guard let format else {
                let language = language ?? LanguageIdentifier.identify(source.text).language
                let finder = try rules.finder(for: language)
                diagnostics += warnings.take(finder).map { [$0] } ?? []
                return ArticleReader.Outcome(
                    diagnostics: diagnostics, result: .success(try await print(source, language, finder)))
            }
            var pipeline = Pipeline(language: language, format: format)
            pipeline.givesEvidence = false
            let article = await pipeline.articleOnAllCores(from: source)
            diagnostics += article.diagnostics
            var rules = rules
            // Blocks are paragraphs: a line end in one ends nothing.
            if rules.options.newlines == .auto { rules.options.newlines = .paragraph }
            let finder = try rules.finder(for: article.language.language)
            diagnostics += warnings.take(finder).map { [$0] } ?? []
            return ArticleReader.Outcome(diagnostics: diagnostics, result: .success(try print(source, article, finder)))
        } catch let failure as Diagnostic {
            return ArticleReader.Outcome(diagnostics: diagnostics, result: .failure(failure))
        } catch {
            let failure = Diagnostic(.error, code: "segment.failed", file: input.path, message: "\(error)")
            return ArticleReader.Outcome(diagnostics: diagnostics, result: .failure(failure))
        }
    }

    private func print(
        _ source: SourceText, _ language: LanguageTag, _ finder: SentenceFinder
    ) async throws -> [UInt8] {
        if form == .explain { return Self.explain(source.text, try finder.boundaries(in: source.text)) }
        let segments = try await finder.segmentsOnAllCores(in: source.text)
        if form == .json {
            return Self.json(source, language, segments.map { (source.text[$0.range], $0.range) })
        }
        return Self.lines(segments.lazy.map { source.text[$0.range] })
    }

    /// The sentences of the copy, each with the place in the file's text it came from.
    private func print(_ source: SourceText, _ article: Article, _ finder: SentenceFinder) throws -> [UInt8] {
        var sentences: [(text: UTF8Text, range: ByteRange)] = []
        var explained: [UInt8] = []
        for block in article.kept where block.kind.isTranslated {
            let text = block.text
            if form == .explain {
                explained += Self.explain(text, try finder.boundaries(in: text))
                continue
            }
            for segment in try finder.segments(in: text) {
                sentences.append((text[segment.range], block.decodedRange(of: segment.range)))
            }
        }
        switch form {
        case .explain: return explained
        case .json: return Self.json(source, article.language.language, sentences)
        case .text: return Self.lines(sentences.lazy.map(\.text))
        }
    }

    private static func lines(_ sentences: some Sequence<UTF8Text>) -> [UInt8] {
        var bytes: [UInt8] = []
        for sentence in sentences {
            bytes += sentence.onOneLine.bytes
            bytes.append(0x0A)
        }
        return bytes
    }

    private static func json(
        _ source: SourceText, _ language: LanguageTag, _ sentences: [(text: UTF8Text, range: ByteRange)]
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", source.name)
            writer.member("lang", language.description)
            write(sentences, of: source.text, to: &writer)
        }
        writer.newline()
        return writer.bytes
    }

    /// The members `sentences`, each on one line, and `spans`, their places in code points of the text.
    static func write(
        _ sentences: [(text: UTF8Text, range: ByteRange)], of text: UTF8Text, to writer: inout JSONWriter
    ) {
        writer.key("sentences")
        writer.array { writer in
            for sentence in sentences { writer.string(sentence.text.onOneLine) }
        }
        var offsets = ScalarOffsets(text)
        writer.key("spans")
        writer.array { writer in
            for sentence in sentences { writer.range(sentence.range, &offsets) }
        }
    }

    private static func explain(_ text: UTF8Text, _ boundaries: [Boundary]) -> [UInt8] {
        let out = OutputBuffer()
        for boundary in boundaries {
            let before = text.bytes[..<boundary.offset].suffix(40)
            let after = text.bytes[boundary.offset...].prefix(20)
            // Whole characters only.
            let left = UTF8Text(unchecked: before.drop { $0 & 0xC0 == 0x80 })
            var right = after
            while let last = right.last, last >= 0x80, boundary.offset + right.count < text.count,
                text.bytes[boundary.offset + right.count] & 0xC0 == 0x80
            {
                right = right.dropLast()
            }
            out.write("\(boundary.offset)\t\(boundary.isBreak ? "break" : "no break")\t\(boundary.rule)\t")
            out.write(left.onOneLine.bytes + Array("|".utf8) + UTF8Text(unchecked: right).onOneLine.bytes)
            out.line("")
        }
        return out.bytes
    }
}
