internal import ByteXML
public import TranslationMemory
public import UnicodeText

/// Takes out of the events of an XLIFF file what a memory should keep: segments whose translations are accepted.
///
/// A translation is accepted when its state is translated, reviewed or final, or the unit is approved; where nobody said,
/// by what Trados Studio and memoQ say in words of their own, else when it is not the source itself. What came from a fuzzy
/// match or a machine must be reviewed, final or approved.
public struct XLIFFTranslations {
    private let name: String?
    private let ownSource: LanguageTag?
    private let ownTarget: LanguageTag?
    private var file = XLIFFFile(original: nil, sourceLanguage: nil)
    /// The last source, and the unit that waits to know the next one.
    private var previous: UTF8Text?
    private var waiting: TranslationUnit?

    /// - Parameters:
    ///   - file: the name to use in messages and as the origin.
    ///   - source: the language of sources where the file names none; so `target`.
    public init(file: String?, source: LanguageTag? = nil, target: LanguageTag? = nil) {
        name = file
        ownSource = source
        ownTarget = target
    }

    /// Takes the next event; a unit is given when the source behind it is known, or its file ends.
    ///
    /// - Throws: a `Diagnostic` for a translation whose language nobody names, and what `unit` throws.
    public mutating func take(
        _ event: XLIFFEvent, leftOut: (LeftOut) -> Void, unit found: (TranslationUnit) throws -> Void
    ) throws {
        switch event {
        case .document(let document):
            file = XLIFFFile(
                original: nil, sourceLanguage: document.sourceLanguage, targetLanguage: document.targetLanguage)
        case .file(let file): self.file = file
        case .fileEnd:
            try give(next: nil, to: found)
            previous = nil
        case .unit(let unit, let place):
            for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
                try give(next: segment.source.text, to: found)
                if let reason = Self.reason(unit, segment) {
                    leftOut(reason)
                } else if let target = segment.target {
                    waiting = try made(of: unit, index, segment, target, line: place.line)
                }
                previous = segment.source.text
            }
        case .group, .groupEnd, .other, .comment: break
        }
    }

    private mutating func give(next: UTF8Text?, to found: (TranslationUnit) throws -> Void) throws {
        guard var unit = waiting else { return }
        waiting = nil
        unit.context.next = next
        try found(unit)
    }

    private static func reason(_ unit: XLIFFUnit, _ segment: XLIFFSegment) -> LeftOut? {
        guard unit.isTranslatable != false else { return .notTranslatable }
        guard !segment.source.text.isBlank, let target = segment.target, !target.text.isBlank else {
            return .untranslated
        }
        if unit.isApproved == true { return nil }
        if segment.state.progress == nil, let isAccepted = XLIFFVendorState.isAccepted(unit, segment) {
            return isAccepted ? nil : .unreviewed
        }
        switch segment.state.progress {
        case .initial, .needsReview: return .unreviewed
        case .reviewed, .final: return nil
        case .translated, nil:
            guard unit.isApproved == nil || segment.state.progress != nil else { return .unreviewed }
            let qualifier = segment.state.qualifier
            if qualifier == .fuzzyMatch || qualifier == .machine { return .unreviewed }
            return segment.state.progress == nil && target.text == segment.source.text ? .copy : nil
        }
    }

    private func made(
        of unit: XLIFFUnit, _ index: Int, _ segment: XLIFFSegment, _ target: InlineText, line: Int
    ) throws -> TranslationUnit {
        func language(_ side: String, _ named: LanguageTag?, _ own: LanguageTag?, _ option: String) throws
            -> LanguageTag
        {
            if let written = segment.attributes["\(side)/xml:lang"], let tag = LanguageTag(written) { return tag }
            guard let language = named ?? own else {
                throw Diagnostic(
                    .error, code: "xliff.no-language", file: name, line: line,
                    message: "the file does not say what language its \(side)s are in",
                    hint: "\(option) names it")
            }
            return language
        }
        let source = try language("source", file.sourceLanguage, ownSource, "--lang")
        let variants = [
            Variant(language: source, segment: segment.memorySource),
            Variant(
                language: try language("target", file.targetLanguage, ownTarget, "--to"),
                segment: XLIFFMemoryCodes.made(of: target)),
        ]
        return TranslationUnit(
            sourceLanguage: source, variants: variants,
            annotations: unit.notes.map { note in
                var annotation = Annotation.note(note.text.description)
                if let category = note.category { annotation.attributes = [Attribute("from", category)] }
                return annotation
            }, origin: Origin(.import, name: name),
            context: Context(previous: previous, id: unit.memoryID(ofSegment: index)))
    }
}
