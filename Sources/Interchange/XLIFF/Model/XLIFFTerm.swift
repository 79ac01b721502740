public import TranslationMemory
public import UnicodeText

/// A term of a segment with its translations: an entry of the glossary module and a `mrk` in XLIFF 2, a `mrk` and a note
/// in XLIFF 1.2.
public struct XLIFFTerm: Hashable, Sendable {
    public struct Translation: Hashable, Sendable {
        public var text: UTF8Text
        /// `id`, `ref`, `source` of the glossary module.
        public var attributes: [Attribute]

        public init(_ text: UTF8Text, attributes: [Attribute] = []) {
            self.text = text
            self.attributes = attributes
        }
    }

    public var term: UTF8Text
    public var translations: [Translation]
    public var definition: UTF8Text?
    /// What a translator should know: that a term is forbidden, who says so.
    public var note: UTF8Text?
    /// Where it stands: bytes of the text of the segment; `nil` where nothing marks it.
    public var range: ByteRange?
    /// The segment, counted from 0.
    public var segment: Int
    /// `ref`, `id` of the entry as a file had them; with a `ref` the place is marked by a code of the segment.
    public var attributes: [Attribute]
    public var other: [XLIFFElement]

    public init(
        _ term: UTF8Text, translations: [UTF8Text], note: UTF8Text? = nil, range: ByteRange? = nil, segment: Int = 0
    ) {
        self.term = term
        self.translations = translations.map { Translation($0) }
        self.note = note
        self.range = range
        self.segment = segment
        attributes = []
        other = []
    }
}
