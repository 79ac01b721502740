import Dragoman

/// `normalize --form`: UTF-8 in, the same text in a normalization form out, nothing else changed.
struct FormFilter {
    let form: NormalizationForm

    /// Copies inputs a piece at a time, one after the other; bytes that are no UTF-8 are copied and reported.
    func run(_ inputs: [InputFile], to out: OutputFile, _ output: OutputOptions) throws {
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try ChunkedInput(input)
                var stream = NormalizationStream(form)
                while true {
                    let piece = try source.next()
                    if piece.isEmpty { break }
                    try stream.add(piece) { try out.write($0) }
                }
                try stream.finish { try out.write($0) }
                if let first = stream.firstError {
                    output.console.report(Self.report(stream.errorCount, first, input.path))
                }
            }
        }
        try out.finish()
        try failures.finish()
    }

    /// The answer to a record: its text in the form.
    func answer(_ record: Record, to writer: inout JSONWriter) throws {
        let text = try record.text()
        writer.member("text", try form.apply(to: text))
    }

    private static func report(_ count: Int, _ first: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "encoding.invalid-bytes", file: path,
            message: "\(count) \(count == 1 ? "place is" : "places are") not valid UTF-8, the first at byte \(first); "
                + "copied as they are",
            hint: "--form reads UTF-8 only; dragoman normalize --profile text reads any encoding")
    }
}
