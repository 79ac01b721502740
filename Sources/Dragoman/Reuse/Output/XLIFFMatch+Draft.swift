internal import Interchange
internal import TranslationMemory
internal import UnicodeText

extension XLIFFMatch {
    /// A draft's match as the memory has it.
    init(_ draft: Draft) {
        let match = draft.match
        let kind: XLIFFMatch.Kind =
            switch match.kind {
            case .context: .context
            case .exact: .exact
            case .fuzzy: .fuzzy
            }
        self.init(
            source: match.source.segment, target: match.target.segment, quality: Double(min(match.score, 100)),
            kind: match.unit.origin.kind == .machine ? .machine : kind, origin: match.unit.origin.name,
            tool: "dragoman",
            penalties: match.penalties.map { "\($0.kind.name) -\($0.points)" })
    }
}

extension XLIFFState {
    /// The state of a segment that a draft fills.
    init(_ draft: Draft) {
        switch draft.match.kind {
        case .context: self = .contextMatch
        case .exact: self = .exactMatch
        case .fuzzy: self = .fuzzyMatch
        }
    }
}

extension XLIFFNote {
    /// What was put in place of the memory's words.
    static func substitutions(in draft: Draft) -> [XLIFFNote] {
        draft.substitutions.map {
            XLIFFNote(
                UTF8Text("\($0.kind.rawValue): \($0.before) → \(draft.target.text[$0.target])"),
                category: "substitution", side: .target)
        }
    }
}
