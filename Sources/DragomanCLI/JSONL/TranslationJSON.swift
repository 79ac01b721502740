import Dragoman

/// A translated article as JSON; places are in code points.
enum TranslationJSON {
    /// The members `lang` and `segments`.
    static func members(_ translation: TranslatedArticle, to writer: inout JSONWriter) {
        members(from: translation.article.language, to: translation.target, &writer) { writer in
            for segment in translation.segments { write(segment, to: &writer) }
        }
    }

    /// The same of a copy, with its segments one at a time.
    static func members(_ copy: PressCopy, _ desk: ReuseDesk, to writer: inout JSONWriter) throws {
        try members(from: copy.language, to: desk.target, &writer) { writer in
            try desk.translate(copy) { write($0, to: &writer) }
        }
    }

    private static func members(
        from source: LanguageTag, to target: LanguageTag, _ writer: inout JSONWriter,
        _ segments: (inout JSONWriter) throws -> Void
    ) rethrows {
        writer.member("lang", source.description)
        writer.member("to", target.description)
        writer.key("segments")
        try writer.array { try segments(&$0) }
    }

    private static func write(_ segment: TranslatedSegment, to writer: inout JSONWriter) {
        writer.object { writer in
            let source = segment.segment.text
            writer.member("source", source)
            if let draft = segment.filled {
                writer.member("target", draft.target.text)
                writer.member("score", draft.match.score)
                writer.member("kind", draft.match.kind.rawValue)
            }
            MatchPrinter.json(segment.drafts, for: source, to: &writer)
            writer.key("terms")
            writer.array { writer in
                var offsets = ScalarOffsets(source)
                for term in segment.terms {
                    writer.object { writer in
                        writer.member("term", term.occurrence.term.text)
                        writer.member("place", term.occurrence.range, &offsets)
                        writer.key("translations")
                        writer.array { writer in
                            for translation in term.translations { writer.string(translation) }
                        }
                    }
                }
            }
        }
    }

    /// The member `substitutions`: places of the draft, and what the memory has there.
    static func substitutions(_ draft: Draft, to writer: inout JSONWriter) {
        writer.key("substitutions")
        writer.array { writer in
            var offsets = ScalarOffsets(draft.target.text)
            for substitution in draft.substitutions {
                writer.object { writer in
                    writer.member("kind", substitution.kind.rawValue)
                    writer.member("place", substitution.target, &offsets)
                    writer.member("before", substitution.before)
                }
            }
        }
    }
}
