import Dragoman

/// Normalized copy as JSON: a document for a file, an answer for a record.
enum NormalizeJSON {
    /// Offsets are bytes of the file. Explained, every block has the rules and weights that made it what it is.
    static func document(_ article: Article, isExplained: Bool = false) -> [UInt8] {
        let source = article.source
        let segmenter = Segmenter(language: article.language.language, options: .init(newlines: .paragraph))
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("source")
            writer.object { writer in
                writer.member("name", source.name)
                writer.member("encoding", source.encoding)
                writer.member("language", article.language.language.description)
                writer.member("bytes", source.bytes.count)
            }
            writer.key("blocks")
            writer.array { writer in
                for block in article.blocks {
                    self.block(block, source, segmenter, isExplained: isExplained, &writer)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func block(
        _ block: Block, _ source: SourceText, _ segmenter: Segmenter, isExplained: Bool, _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            let range = source.source(of: block)
            describe(block, ("startBytes", range.lowerBound), ("endBytes", range.upperBound), &writer)
            if isExplained { evidence(block, &writer) }
            writer.key("edits")
            writer.array { writer in
                for edit in block.edits.edits {
                    let place = source.offsets.source(
                        of: block.extent.lowerBound + edit.source.lowerBound..<block.extent.lowerBound
                            + edit.source.upperBound)
                    self.edit(edit, block, "startBytes", place.lowerBound, "endBytes", place.upperBound, &writer)
                }
            }
            writer.key("segments")
            writer.array { writer in
                guard block.kind.isTranslated else { return }
                let text = block.text
                for segment in segmenter.segments(in: text) { writer.string(text[segment.range]) }
            }
        }
    }

    private static func describe(
        _ block: Block, _ start: (name: String, offset: Int), _ end: (name: String, offset: Int),
        _ writer: inout JSONWriter
    ) {
        writer.member("kind", block.kind.rawValue)
        writer.member("text", block.text)
        writer.member(start.name, start.offset)
        writer.member(end.name, end.offset)
        if let reason = block.reason { writer.member("reason", reason.rawValue) }
        dates(block, &writer)
    }

    /// `date` where it is certain, `dates` with all readings where it is not.
    private static func dates(_ block: Block, _ writer: inout JSONWriter) {
        if let date = block.date {
            writer.member("date", date)
        }
        guard !block.dateReadings.isEmpty else { return }
        writer.key("dates")
        writer.array { writer in
            for date in block.dateReadings { writer.string(date) }
        }
    }

    private static func evidence(_ block: Block, _ writer: inout JSONWriter) {
        writer.key("evidence")
        writer.array { writer in
            for evidence in block.evidence {
                writer.object { writer in
                    writer.member("rule", evidence.rule)
                    writer.member("weight", evidence.weight, decimals: 2)
                }
            }
        }
    }

    private static func edit(
        _ edit: Edit, _ block: Block, _ startKey: String, _ start: Int, _ endKey: String, _ end: Int,
        _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member(startKey, start)
            writer.member(endKey, end)
            writer.member("text", block.text[edit.target])
            writer.key("rules")
            writer.array { writer in
                for rule in edit.rules { writer.string(rule) }
            }
        }
    }

    /// Offsets are code points of the record's text.
    static func answer(
        _ record: Record, _ pipeline: Pipeline, _ selection: CopySelection, to writer: inout JSONWriter
    ) throws {
        let text = try record.text()
        var pipeline = pipeline
        if let language = try record.language() { pipeline.language = language }
        let article = pipeline.article(from: SourceText(text))
        var offsets = ScalarOffsets(text)
        let kept = selection.text(of: article).map(\.bytes).joined(separator: [0x0A])
        writer.member("text", UTF8Text(unchecked: Array(kept)))
        writer.member("lang", article.language.language.description)
        writer.key("blocks")
        writer.array { writer in
            for block in article.blocks {
                writer.object { writer in
                    let start = offsets.scalars(before: block.extent.lowerBound)
                    let end = offsets.scalars(before: block.extent.upperBound)
                    describe(block, ("start", start), ("end", end), &writer)
                }
            }
        }
        writer.key("edits")
        writer.array { writer in
            for block in article.blocks {
                for edit in block.edits.edits {
                    let start = offsets.scalars(before: block.extent.lowerBound + edit.source.lowerBound)
                    let end = offsets.scalars(before: block.extent.lowerBound + edit.source.upperBound)
                    self.edit(edit, block, "start", start, "end", end, &writer)
                }
            }
        }
    }
}
