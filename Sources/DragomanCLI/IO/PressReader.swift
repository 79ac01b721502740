import Dragoman

/// Reads named files of press copy on all cores, and hands on what a desk makes of each, in order.
struct PressReader {
    let desk: PressDesk
    let console: Console
    let quiet: Bool

    /// - Parameter work: Done for each article on any core, its result handed to `take` in the order of the files.
    func run<Result: Sendable>(
        _ inputs: [InputFile], _ failures: inout Failures, _ work: @escaping @Sendable (PressArticle) throws -> Result,
        take: (Result) throws -> Void
    ) async throws {
        let warnings = FinderWarnings()
        var progress = Progress(quiet: quiet)
        defer { progress.finish() }
        var count = 0
        try await InOrder.run(inputs) { [desk] input in
            (
                path: input.path,
                outcome: Swift.Result {
                    let article = try Self.process(input, desk)
                    return (article: article, result: try work(article))
                }
            )
        } take: { path, outcome in
            count += 1
            progress.update("\(count) of \(inputs.count): \(path)")
            try failures.attempt {
                let (article, result) = try outcome.get()
                let problems = article.article.source.diagnostics + article.article.diagnostics
                for diagnostic in problems { console.report(diagnostic) }
                if let warning = warnings.take(article.finder) { console.report(warning) }
                if article.segments.isEmpty {
                    console.report(
                        Diagnostic(
                            .warning, code: "ingest.no-copy", file: path, message: "no press copy was found in it",
                            hint: "dragoman normalize --explain shows what was taken for what"))
                }
                try take(result)
            }
        }
    }

    private static func process(_ input: InputFile, _ desk: PressDesk) throws -> PressArticle {
        let bytes = try input.read()
        guard !bytes.isEmpty else {
            throw Diagnostic(.error, code: "input.empty", file: input.path, message: "the file is empty")
        }
        return try desk.process(bytes, name: input.path)
    }
}
