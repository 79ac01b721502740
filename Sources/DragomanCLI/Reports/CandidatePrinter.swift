import Dragoman

/// Proposed terms with what speaks for them, for people and as JSON.
enum CandidatePrinter {
    static func print(_ proposals: TermProposals, to out: OutputFile) throws {
        for candidate in proposals.candidates {
            var line = "\(candidate.text)"
            if let acronym = candidate.acronym { line += " (\(acronym))" }
            line += "  \(candidate.kind.rawValue) · \(candidate.count) × in \(candidate.segments) segments"
            line += " · C-value \(rounded(candidate.cValue, 1))"
            if let weirdness = candidate.weirdness { line += " · \(rounded(weirdness, 1)) × as usual" }
            try out.line(line)
            if !candidate.variants.isEmpty {
                try out.line("    also \(candidate.variants.prefix(5).map(\.description).joined(separator: ", "))")
            }
            for (language, proposal) in candidate.proposals.sorted(by: { $0.key < $1.key }) {
                try out.line(
                    "    \(language)  \(proposal.text)  (in \(proposal.bothUnits) of \(proposal.sourceUnits) units; Dice \(rounded(proposal.dice, 2)), G² \(rounded(proposal.logLikelihood, 1)); unit \(proposal.unit))"
                )
            }
            if let example = candidate.examples.first {
                let place = proposals.extraction.places[example.segment]
                try out.write("    \(place.article): ")
                try out.write(place.text.onOneLine.bytes)
                try out.line("")
            }
        }
    }

    static func json(_ proposals: [TermProposals]) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for each in proposals {
                for candidate in each.candidates { json(candidate, each.extraction, to: &writer) }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func json(_ candidate: TermCandidate, _ extraction: TermExtraction, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("term", candidate.text)
            writer.member("lang", extraction.language.description)
            writer.member("kind", candidate.kind.rawValue)
            if let acronym = candidate.acronym { writer.member("acronym", acronym) }
            writer.member("count", candidate.count)
            writer.member("segments", candidate.segments)
            writer.member("cValue", candidate.cValue, decimals: 3)
            if let weirdness = candidate.weirdness { writer.member("weirdness", weirdness, decimals: 3) }
            writer.key("variants")
            writer.array { writer in for variant in candidate.variants { writer.string(variant) } }
            writer.key("examples")
            writer.array { writer in
                for example in candidate.examples {
                    let place = extraction.places[example.segment]
                    var offsets = ScalarOffsets(place.text)
                    writer.object { writer in
                        writer.member("name", place.article)
                        writer.member("text", place.text)
                        writer.member("start", offsets.scalars(before: example.range.lowerBound))
                        writer.member("end", offsets.scalars(before: example.range.upperBound))
                    }
                }
            }
            writer.key("proposals")
            writer.object { writer in
                for (language, proposal) in candidate.proposals.sorted(by: { $0.key < $1.key }) {
                    writer.key(language.description)
                    json(proposal, to: &writer)
                }
            }
        }
    }

    private static func json(_ proposal: TargetProposal, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("term", proposal.text)
            writer.member("sourceUnits", proposal.sourceUnits)
            writer.member("targetUnits", proposal.targetUnits)
            writer.member("bothUnits", proposal.bothUnits)
            writer.member("dice", proposal.dice, decimals: 3)
            writer.member("logLikelihood", proposal.logLikelihood, decimals: 3)
            writer.member("unit", Int(proposal.unit))
        }
    }

    private static func rounded(_ value: Double, _ places: Int) -> Double {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return (value * scale).rounded() / scale
    }
}
