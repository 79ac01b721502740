import Dragoman

/// Reads files and makes articles of them; what there is to say of a file is said when its turn comes.
struct ArticleReader: Sendable {
    let pipeline: Pipeline
    /// Detected if `nil`.
    let encoding: String?

    /// What a file gave, with what is to be reported of it.
    struct Outcome<Value: Sendable>: Sendable {
        let diagnostics: [Diagnostic]
        let result: Result<Value, Diagnostic>

        func map<Other: Sendable>(_ make: (Value) -> Other) -> Outcome<Other> {
            Outcome<Other>(diagnostics: diagnostics, result: result.map(make))
        }

        /// Reports the diagnostics and gives the value.
        ///
        /// - Throws: why there is none.
        func report(to console: Console) throws -> Value {
            for diagnostic in diagnostics { console.report(diagnostic) }
            return try result.get()
        }
    }

    func read(_ input: InputFile) async -> Outcome<Article> {
        do throws(Diagnostic) {
            let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
            let article = await pipeline.articleOnAllCores(from: source)
            return Outcome(diagnostics: source.diagnostics + article.diagnostics, result: .success(article))
        } catch {
            return Outcome(diagnostics: [], result: .failure(error))
        }
    }
}
