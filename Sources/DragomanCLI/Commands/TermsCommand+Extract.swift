import ArgumentParser
import Dragoman

extension TermsCommand {
    /// Proposes terms from all files together.
    func proposeTerms(_ inputs: [InputFile], _ shelf: GlossaryShelf, _ out: OutputFile) async throws {
        let targets = to?.languages ?? []
        let desk = PressDesk(shelf: shelf, options: .init(language: lang, targets: targets))
        var failures = Failures(output.console)
        var extractions: [TermExtraction] = []
        let reader = PressReader(desk: desk, console: output.console, quiet: output.quiet || output.json)
        try await reader.run(inputs, &failures, { $0 }) { article in
            let index = extractions.firstIndex { $0.language == article.language }
            if index == nil {
                extractions.append(
                    TermExtraction(language: article.language, options: .init(minimumCount: extraction.minCount)))
            }
            extractions[index ?? extractions.count - 1].add(article)
        }
        let memory = extraction.memory.exists ? try extraction.memory.open(readOnly: true) : nil
        var proposals: [TermProposals] = []
        for each in extractions {
            var candidates = each.candidates()
            if let memory { candidates = try each.weighed(candidates, by: memory) }
            if extraction.limit > 0 { candidates = Array(candidates.prefix(extraction.limit)) }
            if let memory {
                for target in targets where target != each.language {
                    candidates = try each.translated(candidates, to: target, by: memory)
                }
            }
            proposals.append(TermProposals(extraction: each, candidates: candidates))
        }
        let isTBX = extraction.format.map { $0 == .tbx } ?? output.output?.hasSuffix(".tbx") ?? false
        if isTBX {
            try TBXWriter.write(ProposedGlossary.glossary(proposals, name: "proposed")) { try out.write($0) }
        } else if output.json {
            try out.write(CandidatePrinter.json(proposals))
        } else {
            for each in proposals { try CandidatePrinter.print(each, to: out) }
        }
        try out.finish()
        try failures.finish()
        if proposals.allSatisfy(\.candidates.isEmpty) { throw ExitCode(1) }
    }
}
