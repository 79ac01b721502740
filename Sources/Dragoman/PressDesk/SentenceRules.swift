public import Segmentation
public import UnicodeText

/// The rules by which sentences are found: ours, or those of an SRX file, alone or before ours.
public struct SentenceRules: Sendable {
    public var options: Segmenter.Options
    /// The SRX file; `nil` for our rules alone.
    public let document: SRXDocument?
    public let mode: SRXSegmenter.Mode

    public init(
        options: Segmenter.Options = .init(), document: SRXDocument? = nil, mode: SRXSegmenter.Mode = .replace
    ) {
        self.options = options
        self.document = document
        self.mode = mode
    }

    /// What finds the sentences of texts in a language.
    ///
    /// O(1) but for the first use of a language, which reads its data or compiles the file's rules.
    ///
    /// - Throws: a `Diagnostic` for a language pattern of the file that takes too many steps.
    public func finder(for language: LanguageTag) throws -> SentenceFinder {
        guard let document else { return SentenceFinder(Segmenter(language: language, options: options)) }
        return SentenceFinder(
            try SRXSegmenter(document, language: language, mode: mode, options: options), of: document)
    }
}
