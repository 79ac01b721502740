import Dragoman

/// The report of one file as JSON.
enum IngestJSON {
    static func write(_ report: IngestReport, targets: [LanguageTag], to writer: inout JSONWriter) {
        let source = report.article.article.source
        writer.object { writer in
            writer.key("name")
            writer.string(report.article.name)
            writer.key("encoding")
            writer.string(source.encoding)
            writer.key("language")
            writer.string(report.article.language.description)
            writer.key("blocks")
            writer.object { writer in
                for kind in BlockKind.allCases {
                    guard let count = report.blocks[kind] else { continue }
                    writer.key(kind.rawValue)
                    writer.number(count)
                }
            }
            if let date = report.article.article.blocks.first(where: { $0.date != nil })?.date {
                writer.key("date")
                writer.string(date)
            }
            writer.key("segments")
            writer.object { writer in
                writer.key("total")
                writer.number(report.article.segments.count)
                writer.key("created")
                writer.number(report.stored.created)
                writer.key("updated")
                writer.number(report.stored.updated)
                writer.key("known")
                writer.number(report.stored.skippedCount)
            }
            writer.key("words")
            words(report.words, targets, &writer)
            writer.key("terms")
            writer.array { writer in
                for summary in report.terms { term(summary, targets, &writer) }
            }
        }
    }

    private static func words(_ words: IngestReport.Words, _ targets: [LanguageTag], _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("total")
            writer.number(words.total)
            writer.key("new")
            writer.number(words.new)
            writer.key("repeated")
            writer.number(words.repeated)
            writer.key("known")
            writer.number(words.known)
            writer.key("reused")
            writer.object { writer in
                for target in targets {
                    writer.key(target.description)
                    writer.number(words.reused[target] ?? 0)
                }
            }
        }
    }

    private static func term(
        _ summary: IngestReport.TermSummary, _ targets: [LanguageTag], _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.key("term")
            writer.string(summary.term.text)
            writer.key("count")
            writer.number(summary.count)
            writer.key("concept")
            writer.string(summary.link)
            writer.key("targets")
            TargetsJSON.write(summary.concept, targets, to: &writer)
        }
    }
}
