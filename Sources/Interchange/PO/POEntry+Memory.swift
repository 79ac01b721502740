public import TranslationMemory
public import UnicodeText

extension POEntry {
    /// A unit of a memory as a message, its codes written out; `nil` without a source in that language.
    ///
    /// - Parameters:
    ///   - source: the language of the messages.
    ///   - target: that of the translations; `nil` for a template.
    public init?(_ unit: TranslationUnit, source: LanguageTag, target: LanguageTag?) {
        let named = unit.sourceLanguage == nil ? unit.variants(in: source).first ?? unit.source : unit.source
        guard let original = named, original.language.language == source.language,
            target.map({ !$0.covers(original.language) }) ?? true
        else { return nil }
        let message = UTF8Text(unchecked: original.segment.nativeBytes)
        // The empty message is the header.
        guard !message.isEmpty else { return nil }
        let translation = target.flatMap { unit.variants(in: $0).first }
        self.init(
            context: unit.context.id.map { UTF8Text($0) }, message: message,
            translations: translation.map { [UTF8Text(unchecked: $0.segment.nativeBytes)] } ?? [],
            extracted: unit.annotations.filter { $0.kind == .note }.map { UTF8Text($0.text) })
    }
}
