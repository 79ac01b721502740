import ArgumentParser
import Dragoman

extension ImportCommand {
    /// Reads the two parallel texts, the first of which is open.
    func readMoses(
        _ source: @escaping ByteSource, leftOut: (LeftOut) -> Void, unit: (TranslationUnit) throws -> Void
    ) throws {
        let target = try UnpackedInput(InputFile(path: files[1]))
        let language = try to ?? Self.language(ofName: target.name)
        guard let language else {
            throw Diagnostic(
                .error, code: "moses.language", file: files[1], message: "it is not said what language this is",
                hint: "--to fr, or a name that ends so: corpus.fr")
        }
        let packed = files[0].hasSuffix(".gz") ? String(files[0].dropLast(3)) : files[0]
        let named = lang == .english ? Self.language(ofName: packed) : nil
        let sourceLanguage = named ?? lang
        guard sourceLanguage != language else {
            throw Diagnostic(
                .error, code: "moses.language", file: files[1], message: "both texts would be in \(language)",
                hint: "--lang and --to name their languages")
        }
        let reader = MosesReader(
            source: .init(language: sourceLanguage, file: files[0]),
            target: .init(language: language, file: files[1]), limit: limits.limits.text)
        try reader.read(source, { try target.next() }, leftOut: leftOut, unit: unit)
    }

    /// The language that a name ends with, `corpus.fr`.
    private static func language(ofName name: String) -> LanguageTag? {
        guard let ending = name.split(separator: ".").last, ending.utf8.count < name.utf8.count,
            let tag = LanguageTag(ending), tag.language.utf8.count == 2
        else { return nil }
        return tag
    }
}
