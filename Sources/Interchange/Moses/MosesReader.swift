public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Reads parallel texts, one translation a line, as Moses and other machine translation is trained with.
public struct MosesReader {
    /// One of the two texts.
    public struct Side {
        public var language: LanguageTag
        /// Its name in messages.
        public var file: String?

        public init(language: LanguageTag, file: String?) {
            self.language = language
            self.file = file
        }
    }

    private let source: Side
    private let target: Side
    private let limit: Int

    /// - Parameter limit: longest line in bytes.
    public init(source: Side, target: Side, limit: Int = 10 << 20) {
        self.source = source
        self.target = target
        self.limit = limit
    }

    /// Reads both texts to their ends, a unit a line. Lines that are empty in one text alone are told to `leftOut`.
    ///
    /// - Throws: a `Diagnostic` with the number of lines of both where they are not the same, or with the line that is
    ///   not UTF-8 or too long; and what the closures throw.
    public func read(
        _ sourceText: @escaping ByteSource, _ targetText: @escaping ByteSource, leftOut: (LeftOut) -> Void = { _ in },
        unit: (TranslationUnit) throws -> Void
    ) throws {
        var sources = lines(sourceText, source)
        var targets = lines(targetText, target)
        while true {
            let (one, other) = (try sources.next()?.text, try targets.next()?.text)
            guard let one, let other else {
                if one == nil, other == nil { return }
                while try sources.next() != nil {}
                while try targets.next() != nil {}
                throw Diagnostic(
                    .error, code: "moses.lines", file: target.file,
                    message: "\(targets.count) lines, but \(source.file ?? "the source") has \(sources.count)",
                    hint: "the texts must have the same lines")
            }
            let isEmpty = (one.isBlank, other.isBlank)
            guard !isEmpty.0, !isEmpty.1 else {
                if isEmpty.0 != isEmpty.1 { leftOut(.oneSided) }
                continue
            }
            try unit(
                TranslationUnit(
                    sourceLanguage: source.language,
                    variants: [
                        Variant(language: source.language, segment: InlineText(one)),
                        Variant(language: target.language, segment: InlineText(other)),
                    ], origin: Origin(.import, name: source.file)))
        }
    }

    /// Moses knows no encoding but UTF-8.
    private func lines(_ text: @escaping ByteSource, _ side: Side) -> TextLines {
        TextLines(
            DecodedText(text, file: side.file) { _ in "UTF-8" }, limit: limit, code: "moses.limit", file: side.file)
    }
}
