internal import Interchange
internal import TranslationMemory
internal import UnicodeText

/// Takes out of the events of an XLIFF file the segments that are checked.
struct XLIFFCheckUnits {
    private let name: String
    private let source: LanguageTag
    private let target: LanguageTag?
    private var file = XLIFFFile(original: nil, sourceLanguage: nil)

    init(file: String, source: LanguageTag, target: LanguageTag?) {
        name = file
        self.source = source
        self.target = target
    }

    mutating func take(_ event: XLIFFEvent, _ found: (CheckUnit) throws -> Void) throws {
        switch event {
        case .document(let document):
            file = XLIFFFile(
                original: nil, sourceLanguage: document.sourceLanguage, targetLanguage: document.targetLanguage)
        case .file(let file): self.file = file
        case .unit(let unit, let place):
            for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
                guard isChecked(unit, segment) else { continue }
                guard let language = file.targetLanguage ?? target else {
                    throw Diagnostic(
                        .error, code: "xliff.no-language", file: name, line: place.line,
                        message: "the file does not say what language its targets are in", hint: "--to names it")
                }
                var id = unit.id
                if unit.segments.count > 1 { id += "/\(segment.id ?? "\(index + 1)")" }
                try found(
                    CheckUnit(
                        source: Variant(
                            language: file.sourceLanguage ?? source, segment: Self.withoutNotes(segment.source)),
                        target: Variant(
                            language: language, segment: Self.withoutNotes(segment.target ?? InlineText(UTF8Text()))),
                        file: name, line: place.line, id: id, isProtected: unit.isTranslatable == false))
            }
        case .fileEnd, .group, .groupEnd, .other, .comment: break
        }
    }

    private func isChecked(_ unit: XLIFFUnit, _ segment: XLIFFSegment) -> Bool {
        if unit.isTranslatable == false { return segment.target != nil }
        let progress = segment.state.progress
        if progress == .initial { return false }
        if let target = segment.target, !target.text.isBlank { return true }
        return unit.isApproved == true || progress == .translated || progress == .reviewed || progress == .final
    }

    /// Marks of terms and comments (`mrk`) are remarks, not codes of the text.
    private static func withoutNotes(_ text: InlineText) -> InlineText {
        InlineText(text.text, codes: text.codes.filter { $0.kind != .highlightStart && $0.kind != .highlightEnd })
    }
}
