import Dragoman

/// Prints a match: for people with the differing words in brackets, or as JSON.
enum MatchPrinter {
    static func print(_ draft: Draft, to out: OutputFile) throws {
        let match = draft.match
        let words = match.differences.filter { [.replaced, .missing, .added].contains($0.kind) }.count
        var reasons = ContextAgreement.allCases.filter(match.context.contains).map { "same \($0.rawValue)" }
        if words > 0 { reasons.append(words == 1 ? "1 place differs" : "\(words) places differ") }
        reasons += match.penalties.map { "\($0.kind.name) -\($0.points)" }
        let why = reasons.isEmpty ? match.kind.rawValue : reasons.joined(separator: ", ")
        let place = match.memoryName.isEmpty ? "" : "\(match.memoryName), "
        try out.line("\(match.score) %  \(why)  (\(place)unit \(match.unit.id ?? 0))")
        try line(
            match.source.language, match.source.segment.text.marked(match.differences.map(\.match), "[", "]"), to: out)
        try line(match.target.language, match.target.segment.text, to: out)
        guard !draft.substitutions.isEmpty else { return }
        try out.write("  →     ")
        try out.write(draft.target.text.marked(draft.substitutions.map(\.target), "[", "]").onOneLine.bytes)
        try out.line("")
    }

    private static func line(_ language: LanguageTag, _ text: UTF8Text, to out: OutputFile) throws {
        try out.write("  \(language.description.padded(to: 6))")
        try out.write(text.onOneLine.bytes)
        try out.line("")
    }

    /// The member `matches`.
    static func json(_ drafts: [Draft], for text: UTF8Text, to writer: inout JSONWriter) {
        writer.key("matches")
        writer.array { writer in
            for draft in drafts {
                let match = draft.match
                writer.object { writer in
                    writer.member("source", match.source.segment.text)
                    writer.member("target", match.target.segment.text)
                    writer.member("score", match.score)
                    writer.member("kind", match.kind.rawValue)
                    writer.member("unit", Int(match.unit.id ?? 0))
                    if !match.memoryName.isEmpty { writer.member("memory", match.memoryName) }
                    writer.key("context")
                    writer.array { writer in
                        for each in ContextAgreement.allCases where match.context.contains(each) {
                            writer.string(each.rawValue)
                        }
                    }
                    writer.key("penalties")
                    writer.array { writer in
                        for penalty in match.penalties {
                            writer.object { writer in
                                writer.member("name", penalty.kind.name)
                                writer.member("points", penalty.points)
                            }
                        }
                    }
                    differences(match, text, to: &writer)
                    if !draft.substitutions.isEmpty {
                        writer.member("draft", draft.target.text)
                        TranslationJSON.substitutions(draft, to: &writer)
                    }
                }
            }
        }
    }

    /// The member `differences`: places in code points of the text and of the match's source.
    private static func differences(_ match: Match, _ text: UTF8Text, to writer: inout JSONWriter) {
        var places = (ScalarOffsets(text), ScalarOffsets(match.source.segment.text))
        writer.key("differences")
        writer.array { writer in
            for difference in match.differences {
                writer.object { writer in
                    writer.member("kind", difference.kind.rawValue)
                    writer.member("query", difference.query, &places.0)
                    writer.member("match", difference.match, &places.1)
                }
            }
        }
    }
}
