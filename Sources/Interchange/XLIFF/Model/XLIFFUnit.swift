public import TranslationMemory
internal import UnicodeText

/// A `trans-unit` of XLIFF 1.2 or a `unit` of XLIFF 2: a text of one or more segments and what is said of it.
public struct XLIFFUnit: Hashable, Sendable {
    /// Unique in its file.
    public var id: String
    /// At least one.
    public var segments: [XLIFFSegment]
    public var notes: [XLIFFNote]
    public var matches: [XLIFFMatch]
    public var terms: [XLIFFTerm]
    /// What the text is called where it came from: `resname` in XLIFF 1.2, `name` in XLIFF 2.
    public var name: String?
    /// What the text is, such as `headline`: `restype` in XLIFF 1.2, `type` in XLIFF 2.
    public var type: String?
    /// Whether it is to be translated; `nil` where nothing says.
    public var isTranslatable: Bool?
    /// Whether somebody approved the translation (`approved` of XLIFF 1.2).
    public var isApproved: Bool?
    /// Further attributes, those of other namespaces as `{namespace}name`.
    public var attributes: [Attribute]
    /// Elements that have no place here.
    public var other: [XLIFFElement]
    /// The native codes of XLIFF 2 that the file had, also those that no code refers to.
    var data: [NativeData] = []
    /// The texts as XLIFF 1.2 has them, where segments are cut out of them.
    var whole: Whole?

    /// An entry of `originalData`.
    struct NativeData: Hashable, Sendable {
        let id: String
        let text: UTF8Text
    }

    /// `source`, `seg-source` and `target`, the segments marked by codes.
    struct Whole: Hashable, Sendable {
        var source: InlineText
        var segmentedSource: InlineText?
        var target: InlineText?
    }

    public init(
        id: String, segments: [XLIFFSegment], notes: [XLIFFNote] = [], matches: [XLIFFMatch] = [],
        terms: [XLIFFTerm] = [], name: String? = nil, type: String? = nil
    ) {
        self.id = id
        self.segments = segments
        self.notes = notes
        self.matches = matches
        self.terms = terms
        self.name = name
        self.type = type
        attributes = []
        other = []
    }

    /// A unit of one segment.
    public init(
        id: String, source: InlineText, target: InlineText? = nil, state: XLIFFState = .unsaid, notes: [XLIFFNote] = [],
        matches: [XLIFFMatch] = [], terms: [XLIFFTerm] = [], name: String? = nil, type: String? = nil
    ) {
        self.init(
            id: id, segments: [XLIFFSegment(source: source, target: target, state: state)], notes: notes,
            matches: matches, terms: terms, name: name, type: type)
    }
}
