import Dragoman

/// The rules by which a command finds sentences: ours, or those of an SRX file.
struct SentenceRules: Sendable {
    var options: Segmenter.Options
    let document: SRXDocument?
    let mode: SRXSegmenter.Mode

    func segments(of text: UTF8Text, _ language: LanguageTag) throws -> [Segment] {
        guard let document else { return Segmenter(language: language, options: options).segments(in: text) }
        return try SRXSegmenter(document, language: language, mode: mode, options: options).segments(in: text)
    }

    /// The same, by our rules on all cores.
    func segmentsOnAllCores(of text: UTF8Text, _ language: LanguageTag) async throws -> [Segment] {
        guard document == nil else { return try segments(of: text, language) }
        return await Segmenter(language: language, options: options).segmentsOnAllCores(in: text)
    }

    func boundaries(of text: UTF8Text, _ language: LanguageTag) throws -> [Boundary] {
        guard let document else { return Segmenter(language: language, options: options).boundaries(in: text) }
        return try SRXSegmenter(document, language: language, mode: mode, options: options).boundaries(in: text)
    }

    /// What is to be said of a language that the SRX file has no rules for.
    func warning(_ language: LanguageTag) throws -> Diagnostic? {
        guard let document, try SRXSegmenter(document, language: language).hasRules == false else { return nil }
        return Diagnostic(
            .warning, code: "srx.language", file: document.name,
            message: "no <languagemap> fits the language \(language)",
            hint: "--lang names the language of the text")
    }
}
