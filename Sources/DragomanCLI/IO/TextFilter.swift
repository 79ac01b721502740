import Dragoman

/// `normalize --profile text`: any text in, the same text repaired out, in bounded memory.
struct TextFilter {
    let encoding: String?

    /// Repairs inputs one after the other, the lines of several pieces at a time.
    func run(_ inputs: [InputFile], to out: OutputFile, _ output: OutputOptions) async throws {
        var failures = Failures(output.console)
        for input in inputs {
            do {
                try await run(input, to: out, output)
            } catch let diagnostic as Diagnostic {
                try failures.attempt { throw diagnostic }
            }
        }
        try out.finish()
        try failures.finish()
    }

    private func run(_ input: InputFile, to out: OutputFile, _ output: OutputOptions) async throws {
        let source = try ChunkedInput(input)
        var decoder = LineDecoder(name: input.path, encoding: encoding)
        var lines: [UTF8Text] = []
        var isAtEnd = false
        func next() throws -> UTF8Text? {
            while lines.isEmpty, !isAtEnd {
                let piece = try source.next()
                isAtEnd = piece.isEmpty
                if isAtEnd {
                    try decoder.finish { lines.append($0) }
                } else {
                    try decoder.add(piece) { lines.append($0) }
                }
            }
            return lines.isEmpty ? nil : lines.removeFirst()
        }
        try await InOrder.run(next) {
            TextStream.repaired($0)
        } take: {
            try out.write($0)
        }
        for diagnostic in decoder.diagnostics { output.console.report(diagnostic) }
    }
}
