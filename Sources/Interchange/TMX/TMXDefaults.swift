internal import TranslationMemory
internal import UnicodeText

/// What a header says of the units that do not say it themselves.
struct TMXDefaults {
    var kind = SegmentKind.sentence
    var sourceLanguage: LanguageTag?
    /// Whether Dragoman wrote the file, in which what stood around a unit is in properties.
    var isOwnFile = false

    init() {}

    init(_ header: TMXHeader) {
        kind = SegmentKind(tmx: header.attributes["segtype"])
        sourceLanguage = header.attributes["srclang"].flatMap { LanguageTag(tmxSource: $0) }
        isOwnFile =
            header.attributes["creationtool"]?.utf8.elementsEqual(TMXWriter.Options.defaultTool.utf8) ?? false
    }
}
