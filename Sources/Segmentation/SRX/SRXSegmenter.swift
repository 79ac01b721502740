public import UnicodeText

/// Finds the sentences of a text by the rules of an SRX file, alone or on top of the rules of the language.
///
/// A segmenter is cheap to make once the rules of its language have been compiled, holds no state between texts and
/// may be shared.
public struct SRXSegmenter: Sendable {
    public enum Mode: String, Hashable, Sendable, CaseIterable, Codable {
        /// The file decides within a paragraph; a blank line always ends one.
        case replace
        /// Where a rule of the file holds, it breaks or forbids a break; the language's own rules decide the rest.
        case add
    }

    public let language: LanguageTag
    public let mode: Mode
    /// Whether the file has rules for the language. Without any it breaks nowhere.
    public var hasRules: Bool { program != nil }

    private let base: Segmenter
    private let program: SRXProgram?
    let formats: SRXDocument.FormatHandling

    /// - Parameter options: with `replace`, `quotations` says nothing, and line ends break for `line` alone.
    /// - Throws: a `Diagnostic` for a language pattern that takes too many steps.
    /// - Complexity: O(1) but for the first use of a language with the document, which compiles its rules.
    public init(
        _ document: SRXDocument, language: LanguageTag, mode: Mode = .replace, options: Segmenter.Options = .init()
    ) throws {
        self.language = language
        self.mode = mode
        base = Segmenter(language: language, options: options)
        program = try document.programs.program(for: language, of: document)
        formats = document.formats
    }

    /// The sentences, in order, without the white space around them; nothing but white space lies between them.
    ///
    /// `Segment.rule` names the file and the line of the rule that broke.
    ///
    /// - Throws: a `Diagnostic` that names the rule whose pattern takes too many steps.
    /// - Complexity: O(n) for each rule that breaks, and O(rules) for each place where one does.
    public func segments(in text: UTF8Text) throws -> [Segment] {
        var segments: [Segment] = []
        try scan(text, recordsAll: false) { unit, rule, boundaries in
            SegmentAssembly.add(unit, endedBy: rule, boundaries, of: text, to: &segments)
        }
        return segments
    }

    /// Every place where a rule breaks, or one of ours considered it, in order, with the rule that decided.
    public func boundaries(in text: UTF8Text) throws -> [Boundary] {
        var all: [Boundary] = []
        try scan(text, recordsAll: true) { unit, rule, boundaries in
            SegmentAssembly.add(unit, endedBy: rule, boundaries, of: text, to: &all)
        }
        return all
    }

    private func scan(
        _ text: UTF8Text, recordsAll: Bool, _ take: (ByteRange, BoundaryRule, [Boundary]) -> Void
    ) throws {
        var scanner = base.scanner(of: text, recordsAll: recordsAll)
        var newlines = base.options.newlines
        if mode == .replace, newlines == .auto { newlines = .paragraph }
        let units = UnitSplitter.units(of: text.bytes, newlines, rules: scanner.rules)
        guard let program else {
            for unit in units {
                if mode == .add { scanner.scan(unit.range) }
                take(unit.range, unit.rule, mode == .add ? scanner.boundaries : [])
            }
            return
        }
        try program.withMatcher { matcher in
            for unit in units {
                guard unit.range.count < 1 << 30 else {
                    throw Diagnostic(
                        .error, code: "srx.too-long", file: program.file,
                        message: "a paragraph of \(unit.range.count) bytes is too long for SRX rules")
                }
                scanner.scanForSRX(unit.range, mode)
                let merge = SRXMerge(
                    program: program, matcher: matcher, scanner: scanner.copy(), recordsAll: recordsAll)
                take(unit.range, unit.rule, try merge.boundaries(mode))
            }
        }
    }
}
