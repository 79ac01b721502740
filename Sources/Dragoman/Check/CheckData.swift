internal import UnicodeText

/// What the rules know of a language, from its data file or that of the nearest tag.
struct CheckData: Sendable {
    private let file: SectionedFile

    /// `nil` where there is no file.
    init?(_ language: LanguageTag) {
        guard let bytes = LanguageData.file("dragoman", for: language) else { return nil }
        file = SectionedFile(bytes)
    }

    /// The words of a section.
    func words(_ section: String) -> Set<UTF8Text> {
        Set(file.words(section).joined())
    }
}
