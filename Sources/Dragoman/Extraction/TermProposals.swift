public import Terminology

/// What was proposed from copy in one language.
public struct TermProposals {
    public let extraction: TermExtraction
    /// Best first.
    public let candidates: [TermCandidate]

    public init(extraction: TermExtraction, candidates: [TermCandidate]) {
        self.extraction = extraction
        self.candidates = candidates
    }
}
