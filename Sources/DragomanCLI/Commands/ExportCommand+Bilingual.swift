import ArgumentParser
import Dragoman

/// Formats that hold one target language.
extension ExportCommand {
    typealias Units = ((TranslationUnit) throws -> Void) throws -> Void

    /// The one language to write.
    static func onlyTarget(_ targets: [LanguageTag]) throws -> LanguageTag {
        guard targets.count == 1 else {
            throw ValidationError("XLIFF, PO and parallel texts hold one target language; name it: --languages fr")
        }
        return targets[0]
    }

    /// Returns the number of characters left out.
    static func writeXLIFF(
        _ version: XLIFFVersion, _ source: LanguageTag, _ target: LanguageTag, to sink: @escaping ByteSink, units: Units
    ) throws -> Int {
        var writer = try XLIFFWriter(
            options: .init(
                version: version, sourceLanguage: source, targetLanguage: target, original: "memory",
                toolVersion: DragomanVersion.current, date: String(Timestamp.now.description.prefix(19)) + "Z"),
            to: sink)
        var number = 0
        try units { unit in
            number += 1
            if let made = XLIFFUnit(unit, source: source, target: target, id: "n\(number)") { try writer.write(made) }
        }
        try writer.finish()
        return writer.droppedCharacters
    }

    /// Returns the number of characters left out; a target of `nil` makes a template.
    func writePO(_ source: LanguageTag, _ target: LanguageTag?, to sink: @escaping ByteSink, units: Units) throws -> Int
    {
        var writer = try POWriter(
            options: .init(
                language: target, toolVersion: DragomanVersion.current, date: Timestamp.now.gettextDescription),
            to: sink)
        try units { unit in
            if let entry = POEntry(unit, source: source, target: target) { try writer.write(entry) }
        }
        try writer.finish()
        if writer.merged > 0 {
            output.console.report(
                Diagnostic(
                    .note, code: "export.merged", file: output.output,
                    message: "\(writer.merged) messages that say nothing new were written once"))
        }
        return writer.droppedCharacters
    }
}
