internal import Terminology
internal import TranslationMemory
internal import UnicodeText

extension ReuseDesk {
    /// An article with all that is known for its segments.
    ///
    /// - Throws: What a store throws, and a `Diagnostic` for an article that is in the language wanted.
    public func translate(_ article: PressArticle) throws -> TranslatedArticle {
        try check(article.language, article.name)
        let texts = article.segments.map(\.text)
        var translator = SegmentTranslator(self, article.language, article.matcher)
        let segments = try article.segments.enumerated().map { index, segment in
            try translator.translate(segment, at: .place(of: index, in: texts))
        }
        return TranslatedArticle(article: article, target: target, segments: segments)
    }

    /// Hands on the segments of a copy with all that is known for them, in order; a few are in memory at a time.
    ///
    /// - Throws: As for an article, and what `body` throws.
    public func translate(_ copy: PressCopy, _ body: (TranslatedSegment) throws -> Void) throws {
        try check(copy.language, copy.article.source.name)
        var translator = SegmentTranslator(self, copy.language, copy.matcher)
        var index = 0
        var previous: UTF8Text?
        try copy.forEachSegment { segment in
            let next = index + 1 < copy.places.count ? copy.text(index + 1) : nil
            try body(try translator.translate(segment, at: Context(previous: previous, next: next)))
            previous = segment.text
            index += 1
        }
    }

    private func check(_ language: LanguageTag, _ name: String) throws {
        guard language == target else { return }
        throw Diagnostic(
            .error, code: "translate.language", file: name, message: "it is in \(target) already",
            hint: "the language it is in can be named with --lang")
    }
}
