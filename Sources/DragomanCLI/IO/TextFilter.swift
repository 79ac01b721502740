import Dragoman

/// `normalize --profile text`: any text in, the same text repaired out, in bounded memory.
struct TextFilter {
    let encoding: String?

    /// Repairs inputs a piece at a time, one after the other.
    func run(_ inputs: [InputFile], to out: OutputFile, _ output: OutputOptions) throws {
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try ChunkedInput(input)
                var stream = TextStream(name: input.path, encoding: encoding)
                while true {
                    let piece = try source.next()
                    if piece.isEmpty { break }
                    try stream.add(piece) { try out.write($0) }
                }
                try stream.finish { try out.write($0) }
                for diagnostic in stream.diagnostics { output.console.report(diagnostic) }
            }
        }
        try out.finish()
        try failures.finish()
    }
}
