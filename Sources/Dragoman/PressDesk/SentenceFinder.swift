public import Segmentation
public import UnicodeText

/// Finds the sentences of texts in one language, by our rules or by those of an SRX file.
public struct SentenceFinder: Sendable {
    private enum Rules: Sendable {
        case own(Segmenter)
        case file(SRXSegmenter)
    }

    private let rules: Rules
    /// A warning when the SRX file has no rules for the language; those who use the finder say it, once a language.
    public let warning: Diagnostic?

    init(_ segmenter: Segmenter) {
        rules = .own(segmenter)
        warning = nil
    }

    init(_ segmenter: SRXSegmenter, of document: SRXDocument) {
        rules = .file(segmenter)
        warning =
            segmenter.hasRules
            ? nil
            : Diagnostic(
                .warning, code: "srx.language", file: document.name,
                message: "no <languagemap> fits the language \(segmenter.language)",
                hint: "--lang names the language of the text")
    }

    /// The sentences, in order, without the white space around them. O(n).
    ///
    /// - Throws: a `Diagnostic` that names the rule of the file whose pattern takes too many steps.
    public func segments(in text: UTF8Text) throws -> [Segment] {
        switch rules {
        case .own(let segmenter): segmenter.segments(in: text)
        case .file(let segmenter): try segmenter.segments(in: text)
        }
    }

    /// The same; a long text by our rules on all cores.
    public func segmentsOnAllCores(in text: UTF8Text) async throws -> [Segment] {
        switch rules {
        case .own(let segmenter): await segmenter.segmentsOnAllCores(in: text)
        case .file(let segmenter): try segmenter.segments(in: text)
        }
    }

    /// Every place that was considered, with the decision and its rule. O(n).
    public func boundaries(in text: UTF8Text) throws -> [Boundary] {
        switch rules {
        case .own(let segmenter): segmenter.boundaries(in: text)
        case .file(let segmenter): try segmenter.boundaries(in: text)
        }
    }
}
