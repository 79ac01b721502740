/// The words of both kinds of XLIFF for a state (XLIFF 1.2, section 2.4; XLIFF 2.1, section 4.3.1).
extension XLIFFState {
    static func meaning1(_ spelling: Spelling) -> (Progress?, Qualifier?) {
        let word = spelling.qualifier ?? ""
        var progress: Progress? =
            switch spelling.state ?? "" {
            case "new", "needs-translation": .initial
            case "translated": .translated
            case "signed-off": .reviewed
            case "final": .final
            case let state where state.hasPrefix("needs-"): .needsReview
            default: nil
            }
        // Somebody read it and would not have it.
        if word.hasPrefix("rejected-") { progress = .needsReview }
        let qualifier: Qualifier? =
            switch word {
            case "x-context-match": .contextMatch
            case "leveraged-mt": .machine
            case "leveraged-inherited", "leveraged-repository", "tm-suggestion": .memory
            case "context-match": nil
            default: Qualifier(rawValue: word)
            }
        return (progress, qualifier)
    }

    var ownSpelling1: Spelling {
        let state: String? =
            switch progress {
            case nil: nil
            case .initial: "needs-translation"
            case .needsReview: "needs-review-translation"
            case .translated: "translated"
            case .reviewed: "signed-off"
            case .final: "final"
            }
        let word = qualifier == .contextMatch ? "x-context-match" : qualifier?.rawValue
        return Spelling(isFirst: true, state: state, qualifier: word)
    }

    static func meaning2(_ spelling: Spelling) -> (Progress?, Qualifier?) {
        let progress = spelling.state.flatMap { $0 == "needs-review" ? nil : Progress(rawValue: $0) }
        guard let value = spelling.qualifier, value.hasPrefix(authority) else { return (progress, nil) }
        var word = value.dropFirst(authority.count)
        guard progress == .initial, word.hasPrefix(Progress.needsReview.rawValue) else {
            return (progress, Qualifier(rawValue: String(word)))
        }
        word = word.dropFirst(Progress.needsReview.rawValue.count)
        return (.needsReview, Qualifier(rawValue: String(word.drop { $0 == "-" })))
    }

    var ownSpelling2: Spelling {
        let waits = progress == .needsReview
        let words = [waits ? progress?.rawValue : nil, qualifier?.rawValue].compactMap(\.self)
        // A `subState` may not stand without a `state`.
        let state = waits ? Progress.initial.rawValue : progress?.rawValue ?? (words.isEmpty ? nil : "initial")
        return Spelling(
            isFirst: false, state: state, qualifier: words.isEmpty ? nil : authority + words.joined(separator: "-"))
    }

    /// Prefix of values that are ours, as XLIFF 2 wants them.
    private static let authority = "dragoman:"
    private var authority: String { Self.authority }
}
