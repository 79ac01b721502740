public import Interchange
internal import TranslationMemory
public import UnicodeText

/// Fills the segments of an XLIFF file that have no translation, and leaves everything else as it is.
public struct XLIFFFiller {
    private let target: LanguageTag
    private let ownSource: LanguageTag?
    private let name: String?
    private var filler: BilingualFiller
    private var source: LanguageTag?

    /// Segments that were filled, and those that were left.
    public var counts: (filled: Int, left: Int) { (filler.filled, filler.left) }

    /// - Parameters:
    ///   - file: the name to use in messages.
    ///   - source: the language of the sources where the file names none.
    public init(_ desk: ReuseDesk, file: String?, source: LanguageTag? = nil) {
        target = desk.target
        name = file
        ownSource = source
        filler = BilingualFiller(desk)
    }

    /// The next event of the file as it should be written.
    ///
    /// - Throws: a `Diagnostic` for a file into another language or one that does not name its source, and what a store
    ///   throws.
    public mutating func filled(_ event: XLIFFEvent) throws -> XLIFFEvent {
        switch event {
        case .document(var document):
            source = document.sourceLanguage
            if !document.isFirst { document.targetLanguage = try language(document.targetLanguage) }
            return .document(document)
        case .file(var file):
            source = file.sourceLanguage ?? source
            filler.begin()
            if file.targetLanguage != nil || source != nil { file.targetLanguage = try language(file.targetLanguage) }
            return .file(file)
        case .unit(let unit, let place): return .unit(try filled(unit, line: place.line), place: place)
        case .fileEnd, .group, .groupEnd, .other, .comment: return event
        }
    }

    private func language(_ named: LanguageTag?) throws -> LanguageTag {
        guard let named else { return target }
        guard named.covers(target) || target.covers(named) else {
            throw Diagnostic(
                .error, code: "translate.language", file: name, message: "its translations are in \(named)",
                hint: "--to \(named) fills it")
        }
        return named
    }

    private mutating func filled(_ unit: XLIFFUnit, line: Int) throws -> XLIFFUnit {
        guard let source = source ?? ownSource else {
            throw Diagnostic(
                .error, code: "xliff.no-language", file: name, line: line,
                message: "the file does not say what language its sources are in", hint: "--lang names it")
        }
        var unit = unit
        for index in unit.segments.indices where !unit.segments[index].isIgnorable {
            let segment = unit.segments[index]
            let text = segment.source.text
            let isOpen = segment.target?.text.isBlank ?? true
            guard isOpen, unit.isTranslatable != false, !text.isBlank else {
                filler.pass(text)
                continue
            }
            let id = unit.memoryID(ofSegment: index)
            let (drafts, best) = try filler.drafts(for: segment.memorySource, id: id, in: source)
            unit.matches += drafts.map { draft in
                var match = XLIFFMatch(draft)
                match.segment = index
                return match
            }
            guard let best else { continue }
            let target = Self.target(best.target, for: segment.source)
            unit.segments[index].target = target
            unit.segments[index].state =
                target.codes.count == segment.source.codes.count ? XLIFFState(best) : .fuzzyMatch
            unit.notes += XLIFFNote.substitutions(in: best)
        }
        return unit
    }

    /// The draft with the codes of the segment itself, where they are of the same kinds in the same order; else without:
    /// codes of another file mean nothing in this one.
    private static func target(_ draft: InlineText, for source: InlineText) -> InlineText {
        guard draft.codes.map(\.kind) == source.codes.map(\.kind) else { return InlineText(draft.text) }
        var result = draft
        for (index, code) in source.codes.enumerated() {
            let position = draft.codes[index].position
            result.codes[index] = code
            result.codes[index].position = position
        }
        return result
    }
}
