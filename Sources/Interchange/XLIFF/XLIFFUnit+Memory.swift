public import TranslationMemory
public import UnicodeText

extension XLIFFUnit {
    /// A unit of a memory as one to translate, or translated, into a language; `nil` without a source in that language.
    ///
    /// - Parameters:
    ///   - id: for a unit the memory has no number for.
    ///   - source: the source language of the file.
    public init?(_ unit: TranslationUnit, source: LanguageTag, target: LanguageTag, id: String) {
        let named = unit.sourceLanguage == nil ? unit.variants(in: source).first ?? unit.source : unit.source
        guard let original = named, original.language.language == source.language, !target.covers(original.language)
        else { return nil }
        let translation = unit.variants(in: target).first
        self.init(
            id: unit.id.map { "\($0)" } ?? id, source: original.segment, target: translation?.segment,
            state: translation == nil ? .unsaid : .translated,
            notes: unit.annotations.filter { $0.kind == .note }.map {
                XLIFFNote(UTF8Text($0.text), category: $0.attributes["from"])
            }, name: unit.context.id)
    }
}
