import ArgumentParser
import Dragoman

extension ExportCommand {
    /// Writes `BASE.en` and `BASE.fr`, a unit a line.
    func writeMoses(
        _ selection: UnitSelection, _ source: LanguageTag, _ target: LanguageTag, base: String
    ) throws {
        let sources = try OutputFile("\(base).\(source)")
        let targets = try OutputFile("\(base).\(target)")
        var writer = MosesWriter(
            source: source, target: target, to: ({ try sources.write($0) }, { try targets.write($0) }))
        var progress = Progress(quiet: output.quiet)
        try selection.forEachUnit { unit in
            try writer.write(unit)
            progress.update("\(writer.count) units")
        }
        try writer.finish()
        progress.finish()
        // Both are whole before the first is put in its place.
        try sources.flush()
        try targets.flush()
        try sources.finish()
        try targets.finish()
        if writer.leftOut > 0 {
            output.console.report(
                Diagnostic(
                    .note, code: "export.one-sided", file: base,
                    message:
                        "\(writer.leftOut.counted("unit")) \(writer.leftOut == 1 ? "has" : "have") no text in \(source) or \(target)"
                ))
        }
        if output.json {
            let summary = try OutputFile(nil)
            try summary.write(Self.summary(writer.count, try selection.deletedUnits()))
            try summary.finish()
        }
        if writer.count == 0 { throw ExitCode(1) }
    }
}
