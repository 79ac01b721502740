import Dragoman

/// The report of one file as JSON.
enum IngestJSON {
    static func write(_ report: IngestReport, targets: [LanguageTag], to writer: inout JSONWriter) {
        let source = report.article.article.source
        writer.object { writer in
            writer.member("name", report.article.name)
            writer.member("encoding", source.encoding)
            writer.member("language", report.article.language.description)
            writer.key("blocks")
            writer.object { writer in
                for kind in BlockKind.allCases {
                    guard let count = report.blocks[kind] else { continue }
                    writer.member(kind.rawValue, count)
                }
            }
            if let date = report.article.article.blocks.first(where: { $0.date != nil })?.date {
                writer.member("date", date)
            }
            writer.key("segments")
            writer.object { writer in
                writer.member("total", report.article.segments.count)
                writer.member("created", report.stored.created)
                writer.member("updated", report.stored.updated)
                writer.member("known", report.stored.skippedCount)
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
            writer.member("total", words.total)
            writer.member("new", words.new)
            writer.member("repeated", words.repeated)
            writer.member("known", words.known)
            writer.key("reused")
            writer.object { writer in
                for target in targets {
                    writer.member(target.description, words.reused[target] ?? 0)
                }
            }
        }
    }

    private static func term(
        _ summary: IngestReport.TermSummary, _ targets: [LanguageTag], _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("term", summary.term.text)
            writer.member("count", summary.count)
            writer.member("concept", summary.link)
            writer.key("targets")
            TargetsJSON.write(summary.concept, targets, to: &writer)
        }
    }
}
